using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

public sealed class GetPipelineTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Get = "Get-NcpRollingUpgradeProgress";

    [Theory]
    [InlineData("'3427188', '2700270' | " + Get + " -Summary")]
    [InlineData("3427188, 2700270 | " + Get + " -Summary")]
    [InlineData(Get + " 3427188, 2700270 -Summary")]
    [InlineData(Get + " -ClusterNo ' 3427188 ', 2700270 -Summary")]
    [InlineData("[pscustomobject]@{ ServiceGroupInstanceNo = '3427188' }, [pscustomobject]@{ ClusterNo = 2700270 } | " + Get + " -Summary")]
    [InlineData("(" + Get + " 3427188 | Where-Object State -eq Completed), (" + Get + " 2700270 | Where-Object State -eq Completed) | " + Get + " -Summary")]
    public void Clusters_come_by_value_and_by_property_name(string script)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        Assert.Equal(["cluster000", "sso-test-270"], shell.Run(script).ThrowIfFailed().Values("ClusterName"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(16)]
    public void Answers_keep_the_order_of_the_input_however_many_are_asked_at_once(int throttleLimit)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        string[] clusters = [.. Enumerable.Range(0, 60).Select(static i => i % 3 == 0 ? "2700270" : "3427188")];

        ShellResult result = shell.Pipe(clusters, $"$input | {Get} -Summary -ThrottleLimit {throttleLimit}").ThrowIfFailed();

        Assert.Equal(clusters, result.Values("ServiceGroupInstanceNo"));
    }

    [Fact]
    public async Task No_more_requests_are_under_way_than_the_throttle_limit_allows()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync();
        TaskCompletionSource full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        int arrived = 0;
        foreach (int i in Enumerable.Range(0, 12))
        {
            emulator.Clusters.Add(new DelegateCluster($"77{i}", async _ =>
            {
                if (Interlocked.Increment(ref arrived) == 4)
                {
                    full.SetResult();
                }

                await full.Task;
                return null;
            }));
        }

        using Shell shell = new();
        shell.Connect(emulator);
        ShellResult result = shell.Run($"{Get} (0..11 | ForEach-Object {{ \"77$_\" }}) -Summary -ThrottleLimit 4");

        Assert.Equal(12, result.ThrowIfFailed().Output.Count);
        Assert.Equal(4, emulator.Requests.PeakInFlight);
    }

    [Fact]
    public void With_a_limit_of_one_each_answer_is_out_before_the_next_input_is_taken()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        ShellResult result = shell.Run(
            $"$log = [System.Collections.Generic.List[string]]::new(); "
            + $"3427188, 2700270 | ForEach-Object {{ $log.Add(\"in $_\"); $_ }} | {Get} -Summary -ThrottleLimit 1 | ForEach-Object {{ $log.Add(\"out $($_.ServiceGroupInstanceNo)\") }}; $log");

        Assert.Equal(["in 3427188", "out 3427188", "in 2700270", "out 2700270"], result.ThrowIfFailed().Output.Select(static line => line.ToString()));
    }

    [Fact]
    public void A_cluster_that_fails_does_not_keep_the_others_back()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        ShellResult result = shell.Run($"3427188, 404404, 'abc', 2700270 | {Get} -Summary");

        Assert.Equal(["cluster000", "sso-test-270"], result.Values("ClusterName"));
        Assert.Equal(
            [
                ("ServiceError,NcpSearchEngine.Commands.GetNcpRollingUpgradeProgressCommand", "404404"),
                ("InvalidServiceGroupInstanceNo,NcpSearchEngine.Commands.GetNcpRollingUpgradeProgressCommand", "abc"),
            ],
            result.Errors.Select(static error => (error.FullyQualifiedErrorId, (string)error.TargetObject)));
    }

    [Theory]
    [InlineData("''")]
    [InlineData("' '")]
    [InlineData("'34 27'")]
    [InlineData("'-1'")]
    [InlineData("'３４２７１８８'")]
    [InlineData("'123456789012345678901'")]
    [InlineData("$null")]
    public void What_is_no_instance_number_is_refused_before_any_request(string given)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        long before = fixture.Emulator.Requests.Count;

        ErrorRecord error = Assert.Single(shell.Run($"{Get} {given}").Errors);

        Assert.StartsWith("InvalidServiceGroupInstanceNo,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Equal(ErrorCategory.InvalidArgument, error.CategoryInfo.Category);
        Assert.Equal(before, fixture.Emulator.Requests.Count);
    }

    [Fact]
    public void The_nodes_of_a_cluster_that_lists_none_are_nothing_and_its_summary_is_NotStarted()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        fixture.Emulator.Clusters.Add(new ReplayCluster("5550001", """{"code":0,"message":"SUCCESS","result":null,"requestId":"r"}"""));

        Assert.Empty(shell.Run(Get + " 5550001").ThrowIfFailed().Output);
        Assert.Equal(["NotStarted"], shell.Run(Get + " 5550001 -Summary").ThrowIfFailed().Values("State"));
    }
}
