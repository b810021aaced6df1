using System.Management.Automation;
using System.Text.RegularExpressions;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.CI;

/// <summary>The log of a step, line by line.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed partial class CILogTests
{
    private const string Wait = "Wait-NcpRollingUpgrade";

    private static readonly GoldenFile _golden = new("CI");

    [Theory]
    [InlineData(CIStep.GitHub, "en-US")]
    [InlineData(CIStep.GitHub, "ko-KR")]
    [InlineData(CIStep.Azure, "en-US")]
    [InlineData(CIStep.Azure, "ko-KR")]
    public async Task One_cluster_is_told_change_by_change(string host, string culture)
    {
        await using CIStep step = await CIStep.StartAsync(host, culture);
        step.Wait.Emulator.Faults.Add("pass x3 then 503/500 x4 then pass on getRollingUpgradeProgress 1000001");

        CIStep.CIStepResult result = step.Run($"{Wait} 1000001 -TargetVersionCode 2150");

        AssertGolden($"one.{host}.{culture}.log", step, result.Log);
    }

    [Theory]
    [InlineData(CIStep.GitHub, "en-US")]
    [InlineData(CIStep.GitHub, "ko-KR")]
    [InlineData(CIStep.Azure, "en-US")]
    [InlineData(CIStep.Azure, "ko-KR")]
    public async Task Several_clusters_have_a_group_each_when_they_end(string host, string culture)
    {
        await using CIStep step = await CIStep.StartAsync(host, culture);

        // One after the other, so that lines of the same moment always come in the same order.
        CIStep.CIStepResult result = step.Run($"{Wait} 1000001, 1000002, 1000005, abc -TargetVersionCode 2150 -StallTimeoutSec 3600 -ThrottleLimit 1");

        // One is read some seconds after the other, which an estimate shows.
        AssertGolden($"several.{host}.{culture}.log", step, result.Log.Select(static line => TimeLeft().Replace(line, "$1 <time> $2")));
    }

    [Theory]
    [InlineData(CIStep.GitHub)]
    [InlineData(CIStep.Azure)]
    public async Task Lines_are_records_of_Write_Host_one_each_without_color(string host)
    {
        await using CIStep step = await CIStep.StartAsync(host);

        CIStep.CIStepResult result = step.Run($"{Wait} 1000001, 1000002 -TargetVersionCode 2150 -Summary");

        Assert.All(result.Records, static record =>
        {
            Assert.Equal(["PSHOST"], record.Tags);
            HostInformationMessage message = Assert.IsType<HostInformationMessage>(record.MessageData);
            Assert.False(message.NoNewLine);
            Assert.Null(message.ForegroundColor);
            Assert.Null(message.BackgroundColor);
            Assert.DoesNotContain(message.Message, static c => char.IsControl(c));
        });
        Assert.All(result.Log, line => Assert.Contains(line + "\n", result.Screen, StringComparison.Ordinal));
        Assert.All(result.Shell.Output, static item => Assert.Equal("NcpSearchEngine.RollingUpgrade", item.TypeNames[0]));
    }

    [Theory]
    [InlineData(CIStep.GitHub)]
    [InlineData(CIStep.Azure)]
    public async Task There_is_no_progress_bar(string host)
    {
        await using CIStep step = await CIStep.StartAsync(host);

        step.Run($"{Wait} 1000001 -TargetVersionCode 2150");

        Assert.Empty(step.Wait.Shell.Screen.Progress);
    }

    [Theory]
    [InlineData(CIStep.GitHub, "None", CIStep.Azure)]
    [InlineData(CIStep.Azure, "None", CIStep.GitHub)]
    public async Task CIFormat_says_otherwise_than_the_environment(string host, string none, string other)
    {
        await using CIStep step = await CIStep.StartAsync(host);

        CIStep.CIStepResult silent = step.Run($"{Wait} 1000001 -TargetVersionCode 2150 -CIFormat {none}");
        Assert.Empty(silent.Records);
        Assert.True(string.IsNullOrEmpty(silent.Summary));

        string[] log = step.Run($"{Wait} 1000001 -TargetVersionCode 2150 -CIFormat {other}").Log;
        Assert.Contains(log, line => line.StartsWith(other == CIStep.GitHub ? "::notice title=Completed::" : "##[section]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CIStep.GitHub, "::warning::")]
    [InlineData(CIStep.Azure, "##vso[task.logissue type=warning]")]
    public async Task A_warning_is_told_once_by_the_host_or_by_the_stream_where_somebody_wants_it(string host, string command)
    {
        await using CIStep step = await CIStep.StartAsync(host);

        CIStep.CIStepResult byHost = step.Run($"{Wait} 1000005 -TargetVersionCode 2150 -StallTimeoutSec 1900 -ErrorAction SilentlyContinue");
        Assert.Empty(byHost.Shell.Warnings);
        string line = Assert.Single(byHost.Log, line => line.StartsWith(command, StringComparison.Ordinal));
        Assert.Contains("nothing has changed for 30 min", line, StringComparison.Ordinal);

        step.Wait.Shell.Run("$global:told = $null").ThrowIfFailed();
        CIStep.CIStepResult byStream = step.Run($"{Wait} 1000005 -TargetVersionCode 2150 -StallTimeoutSec 1900 -ErrorAction SilentlyContinue -WarningVariable global:told");
        Assert.DoesNotContain(byStream.Log, line => line.StartsWith(command, StringComparison.Ordinal));
        Assert.Contains("nothing has changed", Assert.Single(byStream.Shell.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CIStep.GitHub)]
    [InlineData(CIStep.Azure)]
    public async Task Where_one_completed_cluster_is_enough_the_bad_end_of_another_is_a_warning(string host)
    {
        await using CIStep step = await CIStep.StartAsync(host);

        CIStep.CIStepResult result = step.Run($"{Wait} 1000001, 1000002 -TargetVersionCode 2150 -Any -Summary");

        Assert.Equal(0, result.ExitCode);
        LogReader.Command[] commands = LogReader.Commands(host, result.Log);
        Assert.Contains(commands, static command => command.Head is "warning" or "task.logissue type=warning" && command.Data.StartsWith("failing-upgrade (1000002)", StringComparison.Ordinal));
        Assert.DoesNotContain(commands, static command => command.Head.Contains("error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Azure_DevOps_is_told_how_far_it_is_and_never_goes_back()
    {
        await using CIStep step = await CIStep.StartAsync(CIStep.Azure);

        CIStep.CIStepResult result = step.Run($"{Wait} 1000001 -TargetVersionCode 2150");

        int[] percents = [.. LogReader.Commands(CIStep.Azure, result.Log)
            .Where(static command => command.Head.StartsWith("task.setprogress", StringComparison.Ordinal))
            .Select(static command => int.Parse(command.Head.Split('=', ';')[1], System.Globalization.CultureInfo.InvariantCulture))];
        Assert.Equal([0, 12, 25, 37, 50, 62, 75, 87, 100], percents);
    }

    [Fact]
    public void Completion_offers_the_formats()
    {
        using Shell shell = new();

        Assert.Equal(["Auto", "AzureDevOps"], shell.Complete($"{Wait} 1 -CIFormat a").Order());
        Assert.Equal(["Auto", "AzureDevOps", "GitHubActions", "None"], shell.Complete($"{Wait} 1 -CIFormat ").Order());
    }

    private static void AssertGolden(string name, CIStep step, IEnumerable<string> log) =>
        _golden.AssertEqual(name, string.Concat(log.Select(line => line.Replace(step.Folder + Path.DirectorySeparatorChar, "<temp>/", StringComparison.Ordinal) + '\n')));

    [GeneratedRegex("(about|약) [^()]+ (left|남음)")]
    private static partial Regex TimeLeft();
}
