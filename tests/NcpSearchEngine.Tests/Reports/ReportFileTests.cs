using System.Management.Automation;
using System.Text.Json;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Reports;

/// <summary>When the file is written, and what it says then.</summary>
public sealed class ReportFileTests
{
    private const string Wait = "Wait-NcpRollingUpgrade";

    [Fact]
    public async Task It_is_there_before_the_first_request_and_whole_at_every_moment()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        List<int> completed = [];
        int atFirstRequest = 0;
        wait.Emulator.Clusters.Add(new DelegateCluster("7", _ =>
        {
            atFirstRequest += File.Exists(folder.File("r.json")) ? 1 : 0;
            return null;
        }));

        wait.Run(
            $"{Wait} 1000001, 7 -StartTimeoutSec 0 -ReportPath '{folder.File("r.json")}'",
            () => completed.Add(Cluster(Read(folder), "1000001").GetProperty("completedCount").GetInt32()));

        Assert.True(atFirstRequest > 0);
        Assert.Equal(completed.Order(), completed);
        Assert.Equal(Enumerable.Range(0, 8), completed.Distinct());
        Assert.Equal(["r.json"], folder.FileNames);
    }

    [Fact]
    public async Task A_final_report_says_so()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();

        wait.Run($"{Wait} 1000001 -ReportPath '{folder.File("r.json")}'").ThrowIfFailed();

        JsonElement report = Read(folder), cluster = Cluster(report, "1000001");
        Assert.True(report.GetProperty("isFinal").GetBoolean());
        Assert.Equal("Completed", report.GetProperty("verdict").GetString());
        Assert.Equal("2026-11-22T12:12:00+09:00", cluster.GetProperty("completedAt").GetString());
        Assert.Equal(720, cluster.GetProperty("durationSeconds").GetInt32());
        Assert.All(cluster.GetProperty("nodes").EnumerateArray(), static node => Assert.Equal(90, node.GetProperty("durationSeconds").GetInt32()));
    }

    [Fact]
    public async Task What_was_over_before_the_wait_began_is_estimated_and_says_so()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        DateTimeOffset now = wait.Clock.GetUtcNow();
        string[] answers = [Answers.Progress("a:complete:+60 b:complete:+150 c:Upgrade_OpenSearch:+150", now.AddSeconds(-200)), Answers.Progress("a:complete:+60 b:complete:+150 c:complete:+230", now.AddSeconds(-200))];
        int asked = 0;
        wait.Emulator.Clusters.Add(new DelegateCluster("7", request => answers[Math.Min(1, asked++)]));

        wait.Run($"{Wait} 7 -ReportPath '{folder.File("r.json")}'").ThrowIfFailed();

        JsonElement[] nodes = [.. Cluster(Read(folder), "7").GetProperty("nodes").EnumerateArray()];
        Assert.Equal([60, 90, 80], nodes.Select(static node => node.GetProperty("durationSeconds").GetInt32()));
        Assert.Equal([true, true, false], nodes.Select(static node => node.GetProperty("isStartEstimated").GetBoolean()));
    }

    [Theory]
    [InlineData("-ErrorAction Stop", "NotCompleted")]
    [InlineData("", "NotCompleted")]
    [InlineData("-Any", "Completed")]
    public async Task It_is_final_before_an_error_ends_the_step(string more, string verdict)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();

        wait.Run($"{Wait} 1000001, 1000002 {more} -ReportPath '{folder.File("r.json")}'");

        JsonElement report = Read(folder), failed = Cluster(report, "1000002");
        Assert.Equal(verdict, report.GetProperty("verdict").GetString());
        Assert.Equal("RollingUpgradeFailed", failed.GetProperty("errorId").GetString());
        Assert.Contains("failed at", failed.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_ends_everything_is_in_it_and_the_others_are_interrupted()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        wait.Emulator.Faults.Add("pass then 401/200 on 1000001");

        ShellResult result = wait.Run($"{Wait} 1000001, 1000005 -ReportPath '{folder.File("r.json")}'");

        Assert.NotNull(result.Terminating);
        JsonElement report = Read(folder);
        Assert.Equal("NotCompleted", report.GetProperty("verdict").GetString());
        Assert.Equal("AuthenticationFailed", Cluster(report, "1000001").GetProperty("errorId").GetString());
        Assert.Equal("Interrupted", Cluster(report, "1000005").GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task After_a_stop_it_says_that_the_wait_was_interrupted()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(culture: "ko-KR");
        using TemporaryFolder folder = new();
        using RunningScript script = wait.Shell.Begin($"{Wait} 1000001 -ReportPath '{folder.File("r.json")}', '{folder.File("r.md")}'");
        Task stop = Task.CompletedTask;

        wait.Clock.Drive(script, () => stop = wait.Clock.GetUtcNow() - wait.Clock.Start >= TimeSpan.FromSeconds(100) && stop.IsCompleted ? Task.Run(script.Stop) : stop);
        await stop;

        Assert.Equal(PSInvocationState.Stopped, script.State);
        JsonElement report = Read(folder);
        Assert.Equal("Interrupted", report.GetProperty("verdict").GetString());
        Assert.Equal("Interrupted", Cluster(report, "1000001").GetProperty("outcome").GetString());
        Assert.Contains("대기가 중단되었습니다", File.ReadAllText(folder.File("r.md")), StringComparison.Ordinal);
        Assert.Equal(["r.json", "r.md"], folder.FileNames);
    }

    [Fact]
    public async Task A_pipeline_that_wants_no_more_interrupts_it_too()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();

        wait.Run($$"""foreach ($i in 1) { {{Wait}} 1000001 -Change -ReportPath '{{folder.File("r.json")}}' | ForEach-Object { break } }""");

        Assert.Equal("Interrupted", Read(folder).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task Input_that_is_none_leaves_a_report_too()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();

        wait.Run($"@() | {Wait} -ReportPath '{folder.File("r.json")}'").ThrowIfFailed();

        Assert.Equal("Nothing", Read(folder).GetProperty("verdict").GetString());
    }

    [Fact]
    public async Task A_later_failure_to_write_is_one_warning_and_does_not_end_the_wait()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        string below = folder.File("below");
        Directory.CreateDirectory(below);

        ShellResult result = wait.Run($"{Wait} 1000001 -Summary -ReportPath '{Path.Combine(below, "r.json")}'", () =>
        {
            if (Directory.Exists(below) && wait.Clock.GetUtcNow() - wait.Clock.Start >= TimeSpan.FromSeconds(100))
            {
                Directory.Delete(below, recursive: true);
            }
        }).ThrowIfFailed();

        Assert.Equal(["Completed"], result.Values("State"));
        Assert.Contains("could not be brought up to date", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_changes_are_not_thousands_of_writes()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        string numbers = string.Join(',', wait.Emulator.Clusters.AddLiveClusters(40).Select(static cluster => cluster.No));
        List<string?> moments = [];

        wait.Run(
            $"{Wait} {numbers} -ThrottleLimit 40 -ReportPath '{folder.File("r.json")}'",
            () => moments.Add(Read(folder).GetProperty("reportedAt").GetString())).ThrowIfFailed();

        DateTimeOffset[] written = [.. moments.Distinct().Select(static moment => DateTimeOffset.Parse(moment!, null)).SkipLast(1)];
        Assert.True(written.Length > 20);
        Assert.All(written.Zip(written.Skip(1)), static pair => Assert.InRange((pair.Second - pair.First).TotalSeconds, 5, 61));
    }

    private static JsonElement Read(TemporaryFolder folder)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(folder.File("r.json")));
        return document.RootElement.Clone();
    }

    private static JsonElement Cluster(JsonElement report, string no) =>
        report.GetProperty("clusters").EnumerateArray().Single(cluster => cluster.GetProperty("serviceGroupInstanceNo").GetString() == no);
}
