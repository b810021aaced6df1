using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Reports;

/// <summary>What <c>-ReportPath</c> takes, and what it refuses before anything is asked.</summary>
public sealed class ReportPathTests
{
    private const string Wait = "Wait-NcpRollingUpgrade";

    // What Set-Location and New-PSDrive do, which are not in this engine.
    private const string GoTo = "$null = $ExecutionContext.SessionState.Path.SetLocation($args[0])";
    private const string NewDrive =
        "$state = $ExecutionContext.SessionState; $provider = $state.Provider.GetOne('FileSystem'); "
        + "$null = $state.Drive.New([Management.Automation.PSDriveInfo]::new('drive', $provider, $args[0], '', $null), 'global')";

    [Theory]
    [InlineData("report", ".html, .htm, .md, .json, .csv")]
    [InlineData("report.txt", ".html, .htm, .md, .json, .csv")]
    [InlineData("report.html.bak", ".html, .htm, .md, .json, .csv")]
    [InlineData("missing/report.html", "there is no folder")]
    [InlineData("folder.md", "can't be written")]
    [InlineData("", "Give the path of a file")]
    [InlineData("env:report.html", "Give the path of a file")]
    [InlineData("nowhere:/report.html", "can't be resolved")]
    public async Task A_path_that_can_not_be_ends_the_step_before_any_request(string path, string message)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("folder.md"));
        int before = wait.Emulator.Requests.Snapshot().Count;

        ShellResult result = wait.Run($"{GoTo}; {Wait} 1000001 -ReportPath $args[1]", atEachStep: null, folder.Path, path);

        Assert.Equal("ReportPathInvalid,NcpSearchEngine.Commands.WaitNcpRollingUpgradeCommand", result.Terminating!.FullyQualifiedErrorId);
        Assert.Equal(System.Management.Automation.ErrorCategory.WriteError, result.Terminating.CategoryInfo.Category);
        Assert.Contains(message, result.Terminating.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(".tmp", result.Terminating.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(folder.FileNames);
        Assert.Equal(before, wait.Emulator.Requests.Snapshot().Count);
    }

    [Theory]
    [InlineData("here.md", "here.md")]
    [InlineData("./here.MD", "here.MD")]
    [InlineData("[a-c]*?.html", "[a-c]*?.html")]
    [InlineData("보고서.htm", "보고서.htm")]
    [InlineData("drive:here.csv", "here.csv")]
    [InlineData("FileSystem::{0}/here.json", "here.json")]
    public async Task It_is_a_PowerShell_path_without_wildcards(string path, string name)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();

        wait.Run(
            $"{NewDrive}; {GoTo}; {Wait} 1000001 -ReportPath $args[1]",
            atEachStep: null,
            folder.Path,
            path.Replace("{0}", folder.Path, StringComparison.Ordinal)).ThrowIfFailed();

        Assert.Equal([name], folder.FileNames);
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_as_a_whole()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        File.WriteAllText(folder.File("r.csv"), new string('x', 100_000));

        wait.Run($"{Wait} 1000001 -ReportPath '{folder.File("r.csv")}'").ThrowIfFailed();

        Assert.DoesNotContain("x", File.ReadAllText(folder.File("r.csv"))[^200..], StringComparison.Ordinal);
    }
}
