using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.CI;

/// <summary>Steps as both hosts run them: what they exit with, what stands in the log and on the page.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class CIStepTests
{
    private const string Wait = "Wait-NcpRollingUpgrade";

    public static TheoryData<string, string, int, string, string> Ends()
    {
        TheoryData<string, string, int, string, string> ends = [];
        foreach (string host in new[] { CIStep.GitHub, CIStep.Azure })
        {
            ends.Add(host, "1000001", 0, "Completed", "✅");
            ends.Add(host, "1000002", 1, "RollingUpgradeFailed", "❌");
            ends.Add(host, "1000005 -StallTimeoutSec 600", 1, "RollingUpgradeStalled", "❌");
            ends.Add(host, "1000001 -TimeoutSec 120", 1, "RollingUpgradeTimeout", "❌");
            ends.Add(host, "1000003 -StartTimeoutSec 60", 1, "RollingUpgradeNotStarted", "❌");
            ends.Add(host, "404404 -StartTimeoutSec 60", 1, "RollingUpgradeNotStarted", "❌");
        }

        return ends;
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_step_ends_with_exit_code_log_and_page(string host, string arguments, int exitCode, string id, string mark)
    {
        await using CIStep step = await CIStep.StartAsync(host);

        CIStep.CIStepResult result = step.Run($"{Wait} {arguments} -TargetVersionCode 2150 -Summary -OutVariable global:ended");

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Single(result.Log, line => IsEnd(host, line, id));
        Assert.Contains("## " + mark, result.Summary, StringComparison.Ordinal);
        Assert.Contains(exitCode == 0 ? "Completed" : id, result.Summary, StringComparison.Ordinal);
        Assert.Empty(result.Shell.Warnings);
        if (exitCode != 0)
        {
            Assert.StartsWith(id + ",", result.Shell.Terminating!.FullyQualifiedErrorId, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(CIStep.GitHub)]
    [InlineData(CIStep.Azure)]
    public async Task The_results_of_those_that_finished_come_first_and_then_one_short_error(string host)
    {
        await using CIStep step = await CIStep.StartAsync(host);

        CIStep.CIStepResult result = step.Run($"{Wait} 1000002, 1000001, abc -TargetVersionCode 2150 -Summary -OutVariable global:ended");

        Assert.Equal(["Completed", "Failed"], result.Shell.Values("State").Order());
        Assert.Equal(["Completed", "Failed"], step.Wait.Shell.Run("$global:ended").Values("State").Order());
        ErrorRecord error = result.Shell.Terminating!;
        Assert.Equal("2 of 3 clusters did not make it: abc InvalidServiceGroupInstanceNo, failing-upgrade (1000002) RollingUpgradeFailed.", error.ErrorDetails.Message);
        Assert.Contains("It can't be rolled back", error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CIStep.GitHub)]
    [InlineData(CIStep.Azure)]
    public async Task A_cancelled_step_leaves_its_page(string host)
    {
        await using CIStep step = await CIStep.StartAsync(host);
        TaskCompletionSource read = new(TaskCreationOptions.RunContinuationsAsynchronously);
        step.Wait.Emulator.Clusters.Add(new DelegateCluster("7", request =>
        {
            read.TrySetResult();
            return Answers.Progress("a:complete:+60 b:Upgrade_OpenSearch:+60 c:running", step.Wait.Clock.Start);
        }));
        using RunningScript script = step.Begin($"{Wait} 7 -TargetVersionCode 2150");
        await read.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Until(() => step.Wait.Shell.Screen.Text.Contains("1/3", StringComparison.Ordinal));

        script.Stop();

        Assert.Equal(PSInvocationState.Stopped, script.State);
        CIStep.CIStepResult result = step.Result(script.End());
        Assert.Contains("## ⚠️", result.Summary, StringComparison.Ordinal);
        Assert.Contains("`Upgrade_OpenSearch`", result.Summary, StringComparison.Ordinal);

        // The pipeline takes no more lines then; the host itself does.
        Assert.Equal(host == CIStep.Azure, result.Screen.Contains("##vso[task.uploadsummary]", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(CIStep.GitHub)]
    [InlineData(CIStep.Azure)]
    public async Task What_ends_everything_is_told_too(string host)
    {
        await using CIStep step = await CIStep.StartAsync(host);
        step.Wait.Emulator.Faults.Add("401/200");

        CIStep.CIStepResult result = step.Run($"{Wait} 1000001");

        Assert.Equal(1, result.ExitCode);
        Assert.Single(result.Log, line => IsEnd(host, line, "AuthenticationFailed"));
        Assert.Contains("AuthenticationFailed", result.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CIStep.GitHub)]
    [InlineData(CIStep.Azure)]
    public async Task A_step_without_a_session_is_told_once(string host)
    {
        await using CIStep step = await CIStep.StartAsync(host);

        CIStep.CIStepResult result = step.Run($"Disconnect-NcpSearchEngine default; {Wait} 1000001");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("Connect-NcpSearchEngine", Assert.Single(result.Log, line => IsEnd(host, line, "NotConnected")), StringComparison.Ordinal);
        Assert.Equal("1000001 NotConnected", result.Shell.Terminating!.ErrorDetails.Message);
    }

    private static bool IsEnd(string host, string line, string id) => LogReader.Commands(host, [line]) is [{ } command] && (id == "Completed"
        ? command.Head is "notice title=Completed" or "[section]" or "##[section]"
        : command.Head == $"error title={id}" || command.Head == $"task.logissue type=error;code={id}");

    private static async Task Until(Func<bool> condition)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            patience.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
