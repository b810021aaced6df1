using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

public sealed class VersionTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>, IDisposable
{
    private const string Get = "Get-NcpSearchEngineVersion";

    [Fact]
    public void Versions_have_their_number_beside_their_code()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        ShellResult result = shell.Run(Get).ThrowIfFailed();

        Assert.Equal(["790", "133", "270", "290", "2110", "2140", "2150", "2170"], result.Values("VersionCode"));
        Assert.Equal(["7.9.0", "1.3.3", "2.7.0", "2.9.0", "2.11.0", "2.14.0", "2.15.0", "2.17.0"], result.Values("Version"));
        PSObject version = result.Output[^1];
        Assert.Equal("NcpSearchEngine.SearchEngineVersion", version.TypeNames[0]);
        Assert.Equal(
            ["VersionCode 2170", "Version 2.17.0", "Type OpenSearch", "DashboardVersion OpenSearch Dashboards 2.17.0", "Session default"],
            version.Properties.Select(static property => $"{property.Name} {property.Value}"));
    }

    [Theory]
    [InlineData("OpenSearch", 7)]
    [InlineData("elasticsearch", 1)]
    public void The_type_filters(string type, int count)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        IEnumerable<string?> types = shell.Run($"{Get} -Type {type}").ThrowIfFailed().Values("Type").Cast<string?>();
        Assert.Equal(Enumerable.Repeat(type, count), types, StringComparer.OrdinalIgnoreCase);
    }

    [Fact]
    public void Each_session_is_asked_once_however_often_its_name_is_piped_in()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        fixture.Emulator.Requests.Clear();

        Assert.Equal(8, shell.Run("Get-NcpSearchEngineCluster *-upgrade | " + Get).ThrowIfFailed().Output.Count);
        Assert.Single(fixture.Emulator.Requests.Snapshot(), static request => request.Operation == "getSearchEngineVersionList");
    }

    [Theory]
    [InlineData("503/500", "ServiceUnavailable", false)]
    [InlineData("401/210", "PermissionDenied", true)]
    public void A_refusal_is_told_by_its_id(string fault, string id, bool endsTheCommand)
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator, "-MaxRetryCount 0");
        fixture.Emulator.Faults.Add(fault + " on getSearchEngineVersionList");

        ShellResult result = shell.Run(Get);

        ErrorRecord error = endsTheCommand ? result.Terminating! : Assert.Single(result.Errors);
        Assert.Equal($"{id},NcpSearchEngine.Commands.GetNcpSearchEngineVersionCommand", error.FullyQualifiedErrorId);
        Assert.Equal("default", error.TargetObject);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_read_that_never_answers_and_is_no_error()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        emulator.Faults.Add(FaultAction.Custom(async (request, next) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, request.Aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return await next();
        }));
        using Shell shell = new();
        shell.Connect(emulator);
        using RunningScript script = shell.Begin(Get);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));

        script.Stop();

        Assert.Equal(PSInvocationState.Stopped, script.State);
        Assert.Empty(script.Streams.Error);
    }

    [Fact]
    public void The_view_is_a_table_of_80_columns()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        string screen = shell.Show(Get);

        Assert.Contains("Code   Version    Type           Dashboard", screen, StringComparison.Ordinal);
        Assert.Contains("2150   2.15.0     OpenSearch     OpenSearch Dashboards 2.15.0", screen, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_of_the_service_becomes_a_logging_command()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);
        const string Hostile = "::error::##vso[task.complete]##[group]\\u001b[31m\\u202e";
        fixture.Emulator.Faults.Add(FaultAction.Body($$$"""
            {"code":0,"result":{"searchEngineVersionList":[{"searchEngineVersionCode":"{{{Hostile}}}","searchEngineDashboardVersionName":"{{{Hostile}}}","type":"{{{Hostile}}}"}]}}
            """));

        ClusterViewTests.AssertHarmless(shell.Show(Get));
    }

    public void Dispose() => fixture.Emulator.Faults.Clear();
}
