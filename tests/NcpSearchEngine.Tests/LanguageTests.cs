using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>The language of what the cmdlets say: by the UI culture of host or thread, also for what is made on other threads.</summary>
public sealed class LanguageTests
{
    private const string Wait = "Wait-NcpRollingUpgrade";

    [Theory]
    [InlineData("ko-KR", "열린 세션이 없습니다")]
    [InlineData("ko", "열린 세션이 없습니다")]
    [InlineData("ko-KP", "열린 세션이 없습니다")]
    [InlineData("en-US", "No session is open")]
    [InlineData("en-GB", "No session is open")]
    [InlineData("ja-JP", "No session is open")]
    [InlineData("", "No session is open")]
    public void Errors_are_in_the_language_of_the_host_and_their_ids_in_none(string culture, string words)
    {
        using Shell shell = new(culture: culture);

        ErrorRecord error = shell.Run("Get-NcpRollingUpgradeProgress 1").Terminating!;

        Assert.Contains(words, error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("NotConnected,NcpSearchEngine.Commands.GetNcpRollingUpgradeProgressCommand", error.FullyQualifiedErrorId);
    }

    [Theory]
    [InlineData("ko-KR", "cy-GB", "No session is open")]
    [InlineData("cy-GB", "ko-KR", "열린 세션이 없습니다")]
    [InlineData("ko-KR", "en-ZW", "No session is open")]
    public void A_culture_chosen_for_the_thread_goes_before_the_host(string host, string thread, string words)
    {
        using Shell shell = new(culture: host);

        ErrorRecord error = shell.Run("[cultureinfo]::CurrentUICulture = $args[0]; Get-NcpRollingUpgradeProgress 1", thread).Terminating!;

        Assert.Contains(words, error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko-KR", "-UtcOffset에는")]
    [InlineData("en-US", "-UtcOffset takes")]
    public void What_is_refused_before_a_command_begins_is_too(string culture, string words)
    {
        using Shell shell = new(culture: culture);

        Assert.Contains(words, shell.Run("Connect-NcpSearchEngine -UtcOffset 15:00").Thrown!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko-KR", "사이트 Public(출처 기본값)", "액세스 키 ID와 시크릿 키", "3번째 시도", "시계가 서비스보다")]
    [InlineData("en-US", "site Public from the default", "Check access key id", "answered at attempt 3", "The clock of this machine is")]
    public async Task Every_stream_of_connect_and_get_speaks_it(string culture, string connected, string refused, string retried, string clock)
    {
        await using WaitFixture fixture = await WaitFixture.StartAsync(culture: culture);

        Assert.Contains(connected, Assert.Single(fixture.Shell.Connect(fixture.Emulator, $"-Name other -Verbose -TimeoutSec {DrivenClock.RequestTimeoutSec}").Verbose), StringComparison.Ordinal);

        // These are made where an answer was awaited, not on the thread of the pipeline.
        fixture.Emulator.Faults.Add("503/500 x2");
        Assert.Contains(retried, Assert.Single(fixture.Run("Get-NcpRollingUpgradeProgress 1000001 -Session default -Verbose").Verbose), StringComparison.Ordinal);

        fixture.Emulator.Faults.Add("clock 10m");
        Assert.Contains(clock, Assert.Single(fixture.Run("Get-NcpRollingUpgradeProgress 1000001 -Session default").Warnings), StringComparison.Ordinal);

        fixture.Emulator.Faults.Clear();
        fixture.Emulator.Faults.Add("401/200");
        Assert.Contains(refused, fixture.Run("Get-NcpRollingUpgradeProgress 1000001 -Session other").Terminating!.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ko-KR", "동안 변화가 없습니다", "2시간 0분 안에 완료되지 않았습니다")]
    [InlineData("ko", "동안 변화가 없습니다", "2시간 0분 안에 완료되지 않았습니다")]
    [InlineData("ja-JP", "nothing has changed for", "was not done within 2 h 0 min")]
    public async Task A_wait_speaks_it_in_warnings_and_errors(string culture, string unchanged, string timeout)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(culture: culture);

        ShellResult result = wait.Run($"{Wait} 1000005 -TimeoutSec 7200");

        Assert.Equal(3, result.Warnings.Count);
        Assert.All(result.Warnings, warning => Assert.Contains(unchanged, warning, StringComparison.Ordinal));
        Assert.Contains(timeout, Assert.Single(result.Errors).Exception.Message, StringComparison.Ordinal);

        // PowerShell can't fill up a line of its bar that has wide characters.
        Assert.All(wait.Shell.Screen.Progress, static record => Assert.All(record.Activity + record.StatusDescription, static c => Assert.InRange(c, ' ', '\u2026')));
        Assert.Contains("InProgress", result.Values("State"));
    }

    [Fact]
    public async Task Bad_ends_and_notes_of_a_wait_are_Korean_too()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync(culture: "ko-KR");
        wait.Emulator.Clusters.Add(new ReplayCluster("7", Answers.Progress("a:running", wait.Clock.Start - TimeSpan.FromDays(9))));

        ShellResult result = wait.Run($"{Wait} 1000002, 7, abc -Summary -Verbose -TargetVersionCode 2150 -ErrorAction Stop");

        string message = result.Terminating!.Exception.Message;
        Assert.StartsWith("클러스터 3개가 완료되지 못했습니다. ", message, StringComparison.Ordinal);
        Assert.Contains("RollingUpgradeFailed: ", message, StringComparison.Ordinal);
        Assert.Contains("되돌릴 수 없으므로", message, StringComparison.Ordinal);
        Assert.Contains("'abc' 값은 인스턴스 번호가 아닙니다", message, StringComparison.Ordinal);
        Assert.All(result.Warnings.Concat(result.Verbose), static line => Assert.Matches("[가-힣]", line));
    }
}
