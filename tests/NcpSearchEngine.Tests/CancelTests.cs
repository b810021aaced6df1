using System.Management.Automation;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

public sealed class CancelTests
{
    [Fact]
    public async Task Ctrl_C_ends_a_read_that_never_answers_and_is_no_error()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync();
        Hanging hanging = new(emulator);
        using Shell shell = new();
        shell.Connect(emulator);
        using RunningScript script = shell.Begin("Get-NcpRollingUpgradeProgress 666");
        await hanging.Arrived;

        script.Stop();

        Assert.Equal(PSInvocationState.Stopped, script.State);
        Assert.Empty(script.Streams.Error);
        await hanging.Cancelled;
    }

    [Fact]
    public async Task The_end_of_the_pipeline_cancels_what_is_in_flight()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync();
        Hanging hanging = new(emulator);
        using Shell shell = new();
        shell.Connect(emulator);

        // The first answer waits until the other request is under way.
        emulator.Clusters.Add(new DelegateCluster("555", async _ =>
        {
            await hanging.Arrived;
            return null;
        }));

        // Throws at the first object, as Select-Object -First 1 does in a full PowerShell.
        ShellResult result = shell.Run(
            "try { 555, 666, 3427188, 3427188 | Get-NcpRollingUpgradeProgress -Summary -ThrottleLimit 2 | ForEach-Object { throw 'enough' } } catch { 'stopped' }");

        Assert.Equal("stopped", Assert.Single(result.Output).ToString());
        await hanging.Cancelled;
    }

    /// <summary>A cluster whose answer never comes.</summary>
    private sealed class Hanging
    {
        private readonly TaskCompletionSource _arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Hanging(SearchEngineEmulator emulator) => emulator.Clusters.Add(new DelegateCluster("666", async request =>
        {
            _arrived.TrySetResult();
            using CancellationTokenRegistration registration = request.Aborted.Register(_cancelled.SetResult);
            await _cancelled.Task;
            return null;
        }));

        internal Task Arrived => _arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));

        internal Task Cancelled => _cancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }
}
