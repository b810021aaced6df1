using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>One emulator for the tests of a class.</summary>
public sealed class EmulatorFixture : IAsyncLifetime
{
    internal SearchEngineEmulator Emulator { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Emulator = await SearchEngineEmulator.StartAsync();

    public ValueTask DisposeAsync() => Emulator.DisposeAsync();
}

/// <summary>Tests that set the environment variables of this process: nothing else may run beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "environment";
}
