using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>Clusters that are not there, and lists that fail.</summary>
public sealed class ClusterErrorTests(EmulatorFixture fixture) : IClassFixture<EmulatorFixture>
{
    private const string Get = "Get-NcpSearchEngineCluster";

    [Fact]
    public void What_is_named_literally_and_is_not_there_is_an_error_of_its_own()
    {
        using Shell shell = new();
        shell.Connect(fixture.Emulator);

        ShellResult named = shell.Run(Get + " live-upgrade, nobody, no*body");
        ShellResult numbered = shell.Run(Get + " -ServiceGroupInstanceNo 404404, 3427188, abc, $null");

        Assert.Equal(["live-upgrade"], named.Values("ClusterName"));
        AssertError(Assert.Single(named.Errors), "InvalidServiceGroupInstanceNo", ErrorCategory.InvalidArgument, "nobody");
        Assert.Equal(["3427188"], numbered.Values("ServiceGroupInstanceNo"));
        Assert.Equal(["abc", null, "404404"], numbered.Errors.Select(static error => (string?)error.TargetObject));
        Assert.All(numbered.Errors, static error => Assert.StartsWith("InvalidServiceGroupInstanceNo,", error.FullyQualifiedErrorId, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("503/500", "ServiceUnavailable", ErrorCategory.ResourceUnavailable, false)]
    [InlineData("code 10107", "ServiceError", ErrorCategory.InvalidResult, false)]
    [InlineData("empty", "InvalidResponse", ErrorCategory.InvalidData, false)]
    [InlineData("401/210", "PermissionDenied", ErrorCategory.PermissionDenied, true)]
    [InlineData("404/300", "RouteNotFound", ErrorCategory.ObjectNotFound, true)]
    public async Task A_list_that_fails_is_one_error_after_the_pages_before(string fault, string id, ErrorCategory category, bool endsTheCommand)
    {
        await using SearchEngineEmulator emulator = await ClusterTests.Fleet();
        using Shell shell = new();
        shell.Connect(emulator, "-MaxRetryCount 0");
        emulator.Faults.Add($"pass then {fault} on getClusterInfoList");

        ShellResult result = shell.Run(Get + " fleet-*, nobody");

        Assert.Equal(100, result.Output.Count);
        AssertError(endsTheCommand ? result.Terminating! : Assert.Single(result.Errors), id, category, "default");
    }

    [Fact]
    public void Without_a_session_nothing_is_asked()
    {
        using Shell shell = new();

        AssertError(shell.Run(Get).Terminating!, "NotConnected", ErrorCategory.ConnectionError, target: null);
    }

    [Fact]
    public async Task Ctrl_C_ends_a_list_that_never_answers_and_is_no_error()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously), cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
        emulator.Faults.Add(FaultAction.Custom(async (request, next) =>
        {
            arrived.SetResult();
            using CancellationTokenRegistration registration = request.Aborted.Register(cancelled.SetResult);
            await cancelled.Task;
            return await next();
        }));
        using Shell shell = new();
        shell.Connect(emulator);
        using RunningScript script = shell.Begin(Get);
        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));

        script.Stop();

        Assert.Equal(PSInvocationState.Stopped, script.State);
        Assert.Empty(script.Streams.Error);
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    [Fact]
    public async Task A_clock_that_is_off_is_warned_of_once()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(new EmulatorOptions { ClockOffset = TimeSpan.FromMinutes(-17) });
        using Shell shell = new();
        shell.Connect(emulator);

        Assert.Single(shell.Run(Get).ThrowIfFailed().Warnings);
    }

    private static void AssertError(ErrorRecord error, string id, ErrorCategory category, object? target)
    {
        Assert.Equal($"{id},NcpSearchEngine.Commands.GetNcpSearchEngineClusterCommand", error.FullyQualifiedErrorId);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.Equal(target, error.TargetObject);
    }
}
