namespace NcpSearchEngine.Emulator.Tests;

/// <summary>Which requests a rule hits.</summary>
public sealed class FaultPlanTests
{
    [Theory]
    [InlineData("503/500", "503 503 503 503 503")]
    [InlineData("503/500 x3", "503 503 503 200 200")]
    [InlineData("503/500 x2 then 429/410 x1", "503 503 429 200 200")]
    [InlineData("503/500 then 429/410", "503 429 429 429 429")]
    [InlineData("pass x2 then 500/900 then pass x1 then 504/510 x1", "200 200 500 200 504")]
    public async Task One_after_the_other_and_so_many(string rule, string statuses)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(rule);
        Assert.Equal(statuses, await StatusesAsync(emulator, 5));
    }

    [Fact]
    public async Task A_count_in_code_repeats_the_last_action()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.Sequence(FaultAction.Gateway(503, 500), FaultAction.Gateway(504, 510)), count: 4);
        Assert.Equal("503 504 504 504 200", await StatusesAsync(emulator, 5));
    }

    [Theory]
    [InlineData("503/500 on getRollingUpgradeProgress", "503 503 200")]
    [InlineData("503/500 on getClusterInfo", "200 200 503")]
    [InlineData("503/500 on 3427188", "503 200 503")]
    [InlineData("503/500 on getRollingUpgradeProgress 3427188", "503 200 200")]
    [InlineData("503/500 on getClusterInfo 2700270", "200 200 200")]
    public async Task Only_the_requests_it_names(string rule, string statuses)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(rule);

        var replies = new[]
        {
            await emulator.ProgressAsync("3427188"),
            await emulator.ProgressAsync("2700270"),
            await emulator.GetAsync("/api/v2/cluster/getClusterInfo/3427188"),
        };

        Assert.Equal(statuses, string.Join(' ', replies.Select(reply => reply.Status)));
    }

    [Fact]
    public async Task The_first_rule_that_hits_decides_and_the_next_one_takes_over_when_it_is_over()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var first = emulator.Faults.Add("503/500 x2");
        var second = emulator.Faults.Add("504/510 x2");

        Assert.Equal("503 503 504", await StatusesAsync(emulator, 3));
        Assert.Equal((2, true), (first.Hits, first.IsOver));
        Assert.Equal((1, false), (second.Hits, second.IsOver));
    }

    [Fact]
    public async Task Chance_is_the_same_with_the_same_seed()
    {
        var first = await ChanceAsync("503/500 30% seed 7");
        Assert.Equal(first, await ChanceAsync("503/500 30% seed 7"));
        Assert.NotEqual(first, await ChanceAsync("503/500 30% seed 8"));
        Assert.InRange(first.Split("503").Length - 1, 30, 90);
    }

    [Theory]
    [InlineData("503/500 0%", 0)]
    [InlineData("503/500 100%", 200)]
    public async Task Never_and_always_are_chances_too(string rule, int hits) => Assert.Equal(hits, (await ChanceAsync(rule)).Split("503").Length - 1);

    [Fact]
    public async Task Rules_can_be_taken_away_while_it_runs()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var rule = emulator.Faults.Add("503/500");
        emulator.Faults.Add("504/510");
        Assert.Equal("503", await StatusesAsync(emulator, 1));

        Assert.True(emulator.Faults.Remove(rule));
        Assert.False(emulator.Faults.Remove(rule));
        Assert.Equal("504", await StatusesAsync(emulator, 1));

        emulator.Faults.Clear();
        Assert.Equal("200", await StatusesAsync(emulator, 1));
        Assert.Empty(emulator.Faults.Rules);
    }

    [Fact]
    public async Task A_rule_hits_exactly_as_many_as_it_says_however_many_come_at_once()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add("503/500 x10");
        var replies = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => emulator.ProgressAsync("3427188")));
        Assert.Equal(10, replies.Count(reply => reply.Status == 503));
    }

    [Fact]
    public async Task A_fault_comes_before_the_gateway_s_check_and_is_noted_in_the_log()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add("503/500 x1");

        var reply = await emulator.SendAsync(TestEmulator.Unsigned(HttpMethod.Post, TestEmulator.ProgressPath, "{}"));

        Assert.Equal("503/500", reply.GatewayCode);
        var record = Assert.Single(emulator.Requests.Snapshot());
        Assert.Equal(("503/500", 503, null), (record.Fault, record.Status, record.Refusal));
    }

    [Fact]
    public async Task Paths_that_lead_nowhere_can_fail_otherwise_too()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add("502/900 x1");
        Assert.Equal(502, (await emulator.GetAsync("/nowhere")).Status);
        Assert.Equal(404, (await emulator.GetAsync("/nowhere")).Status);
    }

    private static async Task<string> ChanceAsync(string rule)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(rule);
        return await StatusesAsync(emulator, 200);
    }

    private static async Task<string> StatusesAsync(TestEmulator emulator, int count)
    {
        var statuses = new List<int>();
        for (var i = 0; i < count; i++)
        {
            statuses.Add((await emulator.ProgressAsync("3427188")).Status);
        }

        return string.Join(' ', statuses);
    }
}
