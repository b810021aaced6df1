using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.CI;

/// <summary>Where the page of a step goes, and what is done where there is no room for it.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class StepSummaryTests
{
    private const int Limit = 1024 * 1024;
    private const string Wait = "Wait-NcpRollingUpgrade 1000001 -TargetVersionCode 2150";

    [Fact]
    public async Task GitHub_Actions_gets_it_behind_what_is_there_without_a_byte_order_mark()
    {
        await using CIStep step = await CIStep.StartAsync(CIStep.GitHub);
        await File.WriteAllTextAsync(step.SummaryFile, "# Mine");

        CIStep.CIStepResult result = step.Run(Wait);

        Assert.StartsWith("# Mine\n## ✅", result.Summary, StringComparison.Ordinal);
        Assert.DoesNotContain((byte)0xEF, (await File.ReadAllBytesAsync(step.SummaryFile)).Take(3));
        Assert.DoesNotContain('\uFEFF', result.Summary!);
        Assert.Contains("```mermaid", result.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8192)]
    [InlineData(20000)]
    public async Task The_limit_counts_what_is_there_already(int room)
    {
        await using CIStep step = await CIStep.StartAsync(CIStep.GitHub);
        string numbers = string.Join(',', step.Wait.Emulator.Clusters.AddLiveClusters(60).Select(static cluster => cluster.No));
        await File.WriteAllTextAsync(step.SummaryFile, new string('x', Limit - room));

        CIStep.CIStepResult result = step.Run($"Wait-NcpRollingUpgrade {numbers} -TargetVersionCode 2150 -PollIntervalSec 60 -Summary");

        Assert.Equal(0, result.ExitCode);
        Assert.InRange(new FileInfo(step.SummaryFile).Length, Limit - room + 1000, Limit);
        Assert.Contains("## ✅", result.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_room_there_is_a_warning_and_the_step_goes_on()
    {
        await using CIStep step = await CIStep.StartAsync(CIStep.GitHub);
        await File.WriteAllTextAsync(step.SummaryFile, new string('x', Limit - 100));

        CIStep.CIStepResult result = step.Run(Wait);

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Limit - 100, new FileInfo(step.SummaryFile).Length);
        Assert.Contains("1 MiB", Assert.Single(result.Log, static line => line.StartsWith("::warning::", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CIStep.GitHub, "GITHUB_STEP_SUMMARY")]
    [InlineData(CIStep.Azure, "AGENT_TEMPDIRECTORY")]
    public async Task Where_it_can_t_be_written_there_is_a_warning_and_the_step_goes_on(string host, string variable)
    {
        await using CIStep step = await CIStep.StartAsync(host);
        Environment.SetEnvironmentVariable(variable, Path.Combine(step.Folder, "missing", "deeper"));

        CIStep.CIStepResult result = step.Run(Wait);

        Assert.Equal(0, result.ExitCode);
        Assert.Single(LogReader.Commands(host, result.Log), static command => command.Data.StartsWith("The step summary was not written", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CIStep.GitHub, "GITHUB_STEP_SUMMARY")]
    [InlineData(CIStep.Azure, "AGENT_TEMPDIRECTORY")]
    public async Task Where_the_host_has_no_place_for_it_nothing_is_missing(string host, string variable)
    {
        await using CIStep step = await CIStep.StartAsync(host);
        Environment.SetEnvironmentVariable(variable, null);

        CIStep.CIStepResult result = step.Run(Wait);

        Assert.Equal(0, result.ExitCode);
        Assert.DoesNotContain(LogReader.Commands(host, result.Log), static command => command.Head.Contains("warning", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Azure_DevOps_gets_a_file_for_each_wait_and_is_told_of_it()
    {
        await using CIStep step = await CIStep.StartAsync(CIStep.Azure);

        CIStep.CIStepResult result = step.Run($"{Wait}; {Wait}");

        string[] files = [.. LogReader.Commands(CIStep.Azure, result.Log).Where(static command => command.Head == "task.uploadsummary").Select(static command => command.Data)];
        Assert.Equal([Path.Combine(step.Folder, "Rolling upgrade.md"), Path.Combine(step.Folder, "Rolling upgrade 2.md")], files);
        Assert.All(files, static file => Assert.StartsWith("## ✅", File.ReadAllText(file), StringComparison.Ordinal));
        Assert.DoesNotContain("```mermaid", result.Summary, StringComparison.Ordinal);
    }
}
