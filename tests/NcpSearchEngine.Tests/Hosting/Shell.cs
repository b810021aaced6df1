using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Security;
using NcpSearchEngine.Hosting;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>The real PowerShell engine with the module imported from output/, as a user has it.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Runspace _runspace;

    internal Shell(int width = 80, bool hasColor = false, string culture = "en-US", bool import = true)
    {
        Screen = new RecordingInterface(width, hasColor);
        WriteOnlyHost host = new(Screen, CultureInfo.GetCultureInfo(culture));
        _runspace = RunspaceFactory.CreateRunspace(host, InitialSessionState.CreateDefault2());
        _runspace.Open();
        if (import)
        {
            Run("Import-Module -Name $args[0] -ErrorAction Stop", ModuleFolder.Path).ThrowIfFailed();
        }
    }

    internal RecordingInterface Screen { get; }

    /// <summary>Runs a script to its end; arguments are in <c>$args</c>.</summary>
    internal ShellResult Run(string script, params object?[] arguments) => Run(script, input: null, arguments);

    /// <summary>Runs a script with objects piped into it.</summary>
    internal ShellResult Pipe(IEnumerable<object?> input, string script) => Run(script, input);

    /// <summary>Runs a script as an interactive host does, and gives back what it shows.</summary>
    internal string Show(string script, params object?[] arguments)
    {
        Screen.Clear();
        using PowerShell shell = Create(script, arguments);
        shell.AddCommand("Out-Default");
        shell.Commands.Commands[^1].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.Invoke();
        return Screen.Text;
    }

    /// <summary>Begins a script that the test stops or feeds while it runs.</summary>
    internal RunningScript Begin(string script, params object?[] arguments) => new(Create(Catching(script), arguments));

    /// <summary>What Tab offers at the end of a line.</summary>
    internal string[] Complete(string line)
    {
        using PowerShell shell = PowerShell.Create(_runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches.Select(static match => match.CompletionText)];
    }

    /// <summary>Runs something where cmdlets run: on the pipeline thread of this runspace.</summary>
    internal void OnPipelineThread(Action action) => Run("$args[0].Invoke()", action).ThrowIfFailed();

    /// <summary>Opens a session on an emulator.</summary>
    internal ShellResult Connect(Emulator.SearchEngineEmulator emulator, string more = "") => Run(
        "Connect-NcpSearchEngine -AccessKey $args[0] -SecretKey $args[1] -Endpoint $args[2] " + more,
        emulator.AccessKey,
        Secure(emulator.SecretKey),
        emulator.Endpoint.ToString()).ThrowIfFailed();

    internal static SecureString Secure(string text)
    {
        SecureString secure = new();
        foreach (char c in text)
        {
            secure.AppendChar(c);
        }

        return secure;
    }

    public void Dispose()
    {
        _runspace.Dispose();
    }

    private ShellResult Run(string script, IEnumerable<object?>? input, params object?[] arguments)
    {
        using PowerShell shell = Create(Catching(script), arguments);
        PSDataCollection<PSObject> output = [];
        Exception? thrown = null;
        try
        {
            shell.Invoke(input, output, null);
        }
        catch (RuntimeException exception)
        {
            thrown = exception;
        }

        return new ShellResult(shell, output, thrown);
    }

    /// <summary>So that an error that ends a command is told apart from one that does not.</summary>
    private static string Catching(string script) => $"try {{ {script} }} catch {{ throw }}";

    private PowerShell Create(string script, object?[] arguments)
    {
        PowerShell shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        foreach (object? argument in arguments)
        {
            shell.AddArgument(argument);
        }

        return shell;
    }
}
