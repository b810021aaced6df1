using System.Diagnostics;
using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>What Tab offers for a cluster's number.</summary>
public sealed class CompletionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Get = "Get-NcpRollingUpgradeProgress";
    private const string List = "getClusterInfoList";

    [Theory]
    [InlineData(Get + " 342", "3427188")]
    [InlineData(Get + " -ServiceGroupInstanceNo 10000", "1000001 1000002 1000003 1000004 1000005")]
    [InlineData(Get + " -ClusterNo LIVE-up", "1000001")]
    [InlineData(Get + " -ClusterNo 'sso-", "2700270")]
    [InlineData(Get + " -ClusterNo *upgrade", "1000001 1000002 1000003 1000005")]
    [InlineData(Get + " 3427188, stall", "1000005")]
    [InlineData("Wait-NcpRollingUpgrade failing", "1000002")]
    [InlineData("Wait-NcpRollingUpgrade -ServiceGroupInstanceNo ", "1000001 1000002 1000003 1000004 1000005 2700270 3427188")]
    [InlineData("Get-NcpSearchEngineCluster -ClusterNo back", "1000004")]
    public void A_number_completes_from_its_beginning_or_from_the_name(string line, string numbers)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        Assert.Equal(numbers.Split(' '), Texts(CompleteAtLast(shell, line)));
    }

    [Fact]
    public void The_name_is_shown_for_the_number()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        PSObject match = Assert.Single(CompleteAtLast(shell, Get + " 342").Output);

        Assert.Equal(("3427188", "cluster000", "cluster000"), (
            (string)match.Properties["CompletionText"].Value,
            (string)match.Properties["ListItemText"].Value,
            (string)match.Properties["ToolTip"].Value));
    }

    [Theory]
    [InlineData("-Session first")]
    [InlineData("-Session $first")]
    public async Task The_session_that_is_typed_is_asked_not_the_default(string session)
    {
        await using SearchEngineEmulator other = await SearchEngineEmulator.StartAsync();
        other.Clusters.Add(new LiveUpgradeCluster("3429999", "only-here"));
        using Shell shell = new();
        shell.Connect(other, "-Name first -PassThru | ForEach-Object { $global:first = $_ }");
        shell.Connect(fixture.Emulator, "-Name second");
        fixture.Emulator.Requests.Clear();

        Assert.Equal(["3427188", "3429999"], Texts(CompleteAtLast(shell, $"{Get} {session} -ClusterNo 342")));
        Assert.Equal(0, fixture.Emulator.Requests.Count);
    }

    [Fact]
    public async Task Tab_asks_once_a_minute()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        wait.Emulator.Requests.Clear();

        CompleteAtLast(wait.Shell, Get + " 342");
        Assert.Equal(["2700270"], Texts(Complete(wait.Shell, Get + " 27")));
        wait.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(["2700270"], Texts(Complete(wait.Shell, Get + " sso")));
        Assert.Equal(1, wait.Emulator.Requests.Count);

        wait.Emulator.Clusters.Add(new LiveUpgradeCluster("3429999", "new"));
        wait.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(["3429999"], Texts(CompleteAtLast(wait.Shell, Get + " new")));
        Assert.Equal(2, wait.Emulator.Requests.Count);
    }

    [Fact]
    public void A_service_that_is_slow_does_not_keep_the_prompt_and_its_answer_is_there_the_next_time()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);
        fixture.Emulator.Requests.Clear();
        fixture.Emulator.Faults.Add(FaultAction.Custom(async (_, next) =>
        {
            await open.Task;
            return await next();
        }));

        Assert.Empty(Complete(shell, Get + " 342").ThrowIfFailed().Output);
        Assert.Empty(Complete(shell, Get + " 342").ThrowIfFailed().Output);
        open.SetResult();

        Assert.Equal(["3427188"], Texts(CompleteAtLast(shell, Get + " 342")));
        Assert.Equal(1, fixture.Emulator.Requests.Count);
    }

    [Theory]
    [InlineData("503/500")]
    [InlineData("401/200")]
    [InlineData("401/210")]
    [InlineData("code 10107")]
    [InlineData("empty")]
    [InlineData("reset")]
    public void A_service_that_fails_completes_nothing_until_it_is_well(string fault)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-MaxRetryCount 0");
        FaultRule rule = fixture.Emulator.Faults.Add($"{fault} on {List}");

        ShellResult result = Complete(shell, Get + " 342").ThrowIfFailed();
        fixture.Emulator.Faults.Remove(rule);

        Assert.Empty(result.Output);
        Assert.Empty(result.Warnings);
        Assert.Equal(["3427188"], Texts(CompleteAtLast(shell, Get + " 342")));
    }

    [Fact]
    public void Nothing_of_the_service_but_a_number_can_get_into_a_command_line()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        fixture.Emulator.Faults.Add(FaultAction.Body("""
            {"code":0,"result":{"totalPage":1,"allowedClusters":[{"serviceGroupInstanceNo":"342; Remove-Item /","clusterName":"evil"},{"clusterName":"evil"},
             {"serviceGroupInstanceNo":"3421","clusterName":"\u001b[31m::error::evil"},{"serviceGroupInstanceNo":"3422"}]}}
            """));

        ShellResult result = CompleteAtLast(shell, Get + " 342");

        Assert.Equal(["3421", "3422"], Texts(result));
        Assert.Equal(["\uFFFD[31m::error::evil", "3422"], result.Values("ToolTip"));
        Assert.Empty(Complete(shell, Get + " evil").Output);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-Session nobody")]
    [InlineData("-Session 5")]
    [InlineData("-Session $closed")]
    public void Without_an_open_session_nothing_is_asked(string session)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-Name closed -PassThru | ForEach-Object { $global:closed = $_ }");
        shell.Run("Disconnect-NcpSearchEngine").ThrowIfFailed();
        long before = fixture.Emulator.Requests.Count;

        Assert.Empty(Complete(shell, $"{Get} {session} -ClusterNo 342").ThrowIfFailed().Output);
        Assert.Equal(before, fixture.Emulator.Requests.Count);
    }

    [Fact]
    public void A_session_that_is_closed_completes_no_more()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-PassThru | ForEach-Object { $global:s = $_ }");
        CompleteAtLast(shell, Get + " 342");

        shell.Run("Disconnect-NcpSearchEngine").ThrowIfFailed();

        Assert.Empty(Complete(shell, Get + " -Session $s -ClusterNo 342").ThrowIfFailed().Output);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("[a")]
    [InlineData("nothing-like-it")]
    [InlineData("``[")]
    public void What_matches_nothing_completes_nothing(string word)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        CompleteAtLast(shell, Get + " 342");

        Assert.Empty(Complete(shell, $"{Get} {word}").ThrowIfFailed().Output);
    }

    public void Dispose() => fixture.Emulator.Faults.Clear();

    private static ShellResult Complete(Shell shell, string line) =>
        shell.Run("[System.Management.Automation.CommandCompletion]::CompleteInput($args[0], $args[0].Length, $null).CompletionMatches", line);

    /// <summary>Presses Tab until there is something: how soon the service answers is nothing to rely on.</summary>
    private static ShellResult CompleteAtLast(Shell shell, string line)
    {
        for (Stopwatch patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60);)
        {
            if (Complete(shell, line).ThrowIfFailed() is { Output.Count: > 0 } result)
            {
                return result;
            }
        }

        throw new TimeoutException("Nothing completes: " + line);
    }

    private static IEnumerable<string> Texts(ShellResult result) => result.Values("CompletionText").Select(static text => ((string)text!).Trim('\''));
}
