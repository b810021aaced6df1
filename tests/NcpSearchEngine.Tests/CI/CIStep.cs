using System.Globalization;
using System.Management.Automation;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.CI;

/// <summary>A step as a CI host runs it: with its variables, what it writes before and after the script, and its folder for files.</summary>
/// <remarks>The variables are those of the process, so that nothing else may run beside it: see <see cref="EnvironmentCollection"/>.</remarks>
internal sealed class CIStep : IAsyncDisposable
{
    internal const string GitHub = "GitHubActions";
    internal const string Azure = "AzureDevOps";

    /// <summary>What the runner of GitHub Actions writes around a script of <c>shell: pwsh</c>.</summary>
    private const string GitHubScript = """
        $ErrorActionPreference = 'stop'
        {0}
        if ((Test-Path -LiteralPath variable:\LASTEXITCODE)) {{ exit $LASTEXITCODE }}
        """;

    /// <summary>What the PowerShell task of Azure DevOps writes around one.</summary>
    private const string AzureScript = """
        $ErrorActionPreference = 'Stop'
        {0}
        if (!(Test-Path -LiteralPath variable:\LASTEXITCODE)) {{
        }} else {{
            exit $LASTEXITCODE
        }}
        """;

    /// <summary>The engine comes without these cmdlets.</summary>
    private const string MissingCmdlets = """
        function global:Test-Path([string] $LiteralPath) { $ExecutionContext.SessionState.InvokeProvider.Item.Exists($LiteralPath) }
        function global:Write-Host([string] $Object) { $Host.UI.WriteLine($Object) }
        """;

    private readonly string _host;

    private CIStep(string host, WaitFixture wait, string folder)
    {
        _host = host;
        Wait = wait;
        Folder = folder;
    }

    internal WaitFixture Wait { get; }

    /// <summary>Where the host keeps the files of the step.</summary>
    internal string Folder { get; }

    /// <summary>The file that GitHub Actions gives a step for its summary.</summary>
    internal string SummaryFile => Path.Combine(Folder, "step_summary_1");

    internal static async Task<CIStep> StartAsync(string host, string culture = "en-US")
    {
        CIStep step = new(host, await WaitFixture.StartAsync(culture: culture), Directory.CreateTempSubdirectory("ncp-step-").FullName);
        if (host == GitHub)
        {
            Environment.SetEnvironmentVariable("GITHUB_ACTIONS", "true");
            Environment.SetEnvironmentVariable("GITHUB_STEP_SUMMARY", step.SummaryFile);
            await File.WriteAllTextAsync(step.SummaryFile, string.Empty);
        }
        else
        {
            Environment.SetEnvironmentVariable("TF_BUILD", "True");
            Environment.SetEnvironmentVariable("AGENT_TEMPDIRECTORY", step.Folder);
        }

        step.Wait.Shell.Run($"{MissingCmdlets}\n[cultureinfo]::CurrentUICulture = $args[0]", culture).ThrowIfFailed();
        return step;
    }

    /// <summary>Runs a script as the step's.</summary>
    internal CIStepResult Run(string script, Action? atEachStep = null)
    {
        Wait.Shell.Screen.Clear();
        return Result(Wait.Run(Around(script), atEachStep));
    }

    /// <summary>Begins a step that the host cancels.</summary>
    internal RunningScript Begin(string script)
    {
        Wait.Shell.Screen.Clear();
        return Wait.Shell.Begin(Around(script));
    }

    internal CIStepResult Result(ShellResult shell) => new(shell, Wait.Shell.Screen, Summary());

    public async ValueTask DisposeAsync()
    {
        CIEnvironment.Leave();
        await Wait.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    private string Around(string script) =>
        string.Format(CultureInfo.InvariantCulture, _host == GitHub ? GitHubScript : AzureScript, $"[cultureinfo]::CurrentUICulture = $Host.CurrentUICulture; {script}");

    private string? Summary()
    {
        string[] pages = _host == GitHub ? [SummaryFile] : Directory.GetFiles(Folder, "*.md");
        return pages.Length == 0 ? null : string.Concat(pages.Select(File.ReadAllText));
    }

    /// <summary>What a step leaves behind.</summary>
    internal sealed class CIStepResult
    {
        internal CIStepResult(ShellResult shell, RecordingInterface screen, string? summary)
        {
            Shell = shell;
            Records = [.. shell.Information];
            Screen = screen.Text;
            Summary = summary;
            ExitCode = shell.Thrown is null ? 0 : 1;
        }

        internal ShellResult Shell { get; }

        /// <summary>1 where an error ended the script, as pwsh has it.</summary>
        internal int ExitCode { get; }

        internal IReadOnlyList<InformationRecord> Records { get; }

        /// <summary>The lines that the cmdlet wrote.</summary>
        internal string[] Log => [.. Records.Select(static record => ((HostInformationMessage)record.MessageData).Message)];

        /// <summary>All that the host was shown.</summary>
        internal string Screen { get; }

        internal string? Summary { get; }
    }
}
