using System.Reflection;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>An emulator and a shell that live by one driven clock: hours of waiting in milliseconds, over real HTTP.</summary>
internal sealed class WaitFixture : IAsyncDisposable
{
    private WaitFixture(DrivenClock clock, SearchEngineEmulator emulator, Shell shell)
    {
        Clock = clock;
        Emulator = emulator;
        Shell = shell;
    }

    internal DrivenClock Clock { get; }

    internal SearchEngineEmulator Emulator { get; }

    internal Shell Shell { get; }

    internal static async Task<WaitFixture> StartAsync(
        double speed = 1,
        int width = 80,
        string culture = "en-US",
        string connect = "",
        int requestTimeoutSec = DrivenClock.RequestTimeoutSec)
    {
        SkipWhereNoClockFits();
        DrivenClock clock = new(requestTimeoutSec);
        SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(new EmulatorOptions { TimeProvider = clock, Speed = speed });
        Shell shell = new(width, culture: culture);
        shell.Run("$global:ProgressPreference = 'Continue'").ThrowIfFailed();
        WaitFixture fixture = new(clock, emulator, shell);
        UseClock(shell, clock);
        shell.Connect(emulator, $"-TimeoutSec {requestTimeoutSec} {connect}");
        return fixture;
    }

    /// <summary>Runs a script while time flies.</summary>
    internal ShellResult Run(string script, Action? atEachStep = null, params object?[] arguments)
    {
        using RunningScript running = Shell.Begin(script, arguments);
        return Clock.Drive(running, atEachStep);
    }

    /// <summary>Runs a script where some requests get no answer.</summary>
    internal ShellResult Run(string script, Func<bool> isSilent, Action? atEachStep = null)
    {
        using RunningScript running = Shell.Begin(script, []);
        return Clock.Drive(running, atEachStep, isSilent);
    }

    public async ValueTask DisposeAsync()
    {
        Shell.Dispose();
        await Emulator.DisposeAsync();
    }

    /// <summary>The store of sessions has a clock for the sessions opened in it; nobody but a test sets it.</summary>
    internal static void UseClock(Shell shell, TimeProvider clock)
    {
        SkipWhereNoClockFits();
        shell.OnPipelineThread(() => SetClock(clock));
    }

    private static void SkipWhereNoClockFits() =>
        Assert.SkipUnless(ModuleFolder.IsForPowerShell7, "The build for Windows PowerShell brings a TimeProvider of its own, which no clock of .NET fits.");

    private static void SetClock(TimeProvider clock)
    {
        Type store = AppDomain.CurrentDomain.GetAssemblies().Single(static assembly => assembly.GetName().Name == "NcpSearchEngine")
            .GetType("NcpSearchEngine.Sessions.SessionStore", throwOnError: true)!;
        object current = store.GetProperty("Current", BindingFlags.Static | BindingFlags.NonPublic)!.GetValue(null)!;
        store.GetProperty("TimeProvider", BindingFlags.Instance | BindingFlags.NonPublic)!.SetValue(current, clock);
    }
}
