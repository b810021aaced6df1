using System.Management.Automation;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>A script that is still running.</summary>
internal sealed class RunningScript : IDisposable
{
    private readonly PowerShell _shell;
    private readonly PSDataCollection<PSObject> _output = [];
    private readonly IAsyncResult _running;

    internal RunningScript(PowerShell shell)
    {
        _shell = shell;
        _running = shell.BeginInvoke<PSObject, PSObject>(null, _output);
    }

    internal bool IsDone => _running.IsCompleted;

    internal PSInvocationState State => _shell.InvocationStateInfo.State;

    internal IReadOnlyList<PSObject> OutputSoFar => [.. _output];

    internal PSDataStreams Streams => _shell.Streams;

    /// <summary>What Ctrl+C does; returns when the script has ended.</summary>
    internal void Stop() => _shell.Stop();

    /// <summary>Waits for the end and gives back everything.</summary>
    internal ShellResult End()
    {
        Exception? thrown = null;
        try
        {
            _shell.EndInvoke(_running);
        }
        catch (RuntimeException exception)
        {
            thrown = exception;
        }

        return new ShellResult(_shell, _output, thrown);
    }

    public void Dispose() => _shell.Dispose();
}
