using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Hosting;

string module = Path.Combine(FindRepositoryRoot(), "output", "NcpSearchEngine");
await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(new EmulatorOptions());
Environment.SetEnvironmentVariable("NCLOUD_ACCESS_KEY_ID", emulator.AccessKey);
Environment.SetEnvironmentVariable("NCLOUD_SECRET_ACCESS_KEY", emulator.SecretKey);
Environment.SetEnvironmentVariable("NCP_EMULATOR_ENDPOINT", emulator.Endpoint.GetLeftPart(UriPartial.Authority));

using Runspace runspace = RunspaceFactory.CreateRunspace(
    new WriteOnlyHost(new ConsoleInterface(), CultureInfo.CurrentUICulture),
    InitialSessionState.CreateDefault2());
runspace.Open();
using (PowerShell import = PowerShell.Create(runspace))
{
    import.AddCommand("Import-Module").AddParameter("Name", module).AddParameter("ErrorAction", "Stop").Invoke();
}

bool failed = Play(Path.Combine(AppContext.BaseDirectory, "quickstart.ps1"), runspace);
Console.WriteLine($"""

    That was the emulator. With a real account:
      Import-Module {module}
      $env:NCLOUD_ACCESS_KEY_ID = '…'; $env:NCLOUD_SECRET_ACCESS_KEY = '…'
      Connect-NcpSearchEngine -Region KR
      Get-NcpRollingUpgradeProgress <instance number of your cluster>
    """);
return failed ? 1 : 0;

static bool Play(string path, Runspace runspace)
{
    ScriptBlockAst script = Parser.ParseFile(path, out Token[] tokens, out ParseError[] errors);
    if (errors.Length > 0)
    {
        throw new InvalidDataException(errors[0].ToString());
    }

    // Comments and statements in their order, as a person would read and type them.
    var lines = tokens.Where(static token => token.Kind == TokenKind.Comment).Select(static token => (token.Extent, IsCommand: false))
        .Concat(script.EndBlock.Statements.Select(static statement => (statement.Extent, IsCommand: true)))
        .OrderBy(static line => line.Extent.StartOffset);
    int lastLine = 0;
    foreach ((IScriptExtent extent, bool isCommand) in lines)
    {
        if (extent.StartLineNumber > lastLine + 1)
        {
            Console.WriteLine();
        }

        lastLine = extent.EndLineNumber;
        Console.WriteLine(isCommand ? $"PS> {extent.Text}" : extent.Text);
        if (isCommand && !Run(extent.Text, runspace))
        {
            return true;
        }
    }

    return false;
}

static bool Run(string command, Runspace runspace)
{
    using PowerShell shell = PowerShell.Create(runspace);
    shell.AddScript(command).AddCommand("Out-Default");
    shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
    shell.Invoke();
    return !shell.HadErrors;
}

static string FindRepositoryRoot()
{
    for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "NcpSearchEngine.sln")))
        {
            return folder.FullName;
        }
    }

    throw new DirectoryNotFoundException("Run the sample from inside the repository.");
}
