using System.Management.Automation;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>All that a script left behind, stream by stream.</summary>
internal sealed class ShellResult
{
    internal ShellResult(PowerShell shell, IEnumerable<PSObject> output, Exception? thrown)
    {
        Output = [.. output];
        Thrown = thrown;
        Errors = [.. shell.Streams.Error];
        Warnings = [.. shell.Streams.Warning.Select(static record => record.Message)];
        Verbose = [.. shell.Streams.Verbose.Select(static record => record.Message)];
        Debug = [.. shell.Streams.Debug.Select(static record => record.Message)];
        Information = [.. shell.Streams.Information];
        Progress = [.. shell.Streams.Progress];
        HadErrors = shell.HadErrors;
    }

    internal IReadOnlyList<PSObject> Output { get; }

    internal Exception? Thrown { get; }

    /// <summary>The terminating error; null where the script ran to its end.</summary>
    internal ErrorRecord? Terminating => (Thrown as IContainsErrorRecord)?.ErrorRecord;

    internal IReadOnlyList<ErrorRecord> Errors { get; }

    internal IReadOnlyList<string> Warnings { get; }

    internal IReadOnlyList<string> Verbose { get; }

    internal IReadOnlyList<string> Debug { get; }

    internal IReadOnlyList<InformationRecord> Information { get; }

    internal IReadOnlyList<ProgressRecord> Progress { get; }

    internal bool HadErrors { get; }

    /// <summary>One property of every object that came out.</summary>
    internal IEnumerable<object?> Values(string property) => Output.Select(item => item.Properties[property].Value);

    internal ShellResult ThrowIfFailed() =>
        Thrown is not null ? throw new InvalidOperationException(Terminating?.FullyQualifiedErrorId + ": " + Thrown.Message, Thrown)
        : Errors.Count > 0 ? throw new InvalidOperationException(Errors[0].FullyQualifiedErrorId + ": " + Errors[0].Exception.Message)
        : this;
}
