using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>An emulator on a free loopback port, and clients of it that share its clock.</summary>
internal sealed class EmulatedService : IAsyncDisposable
{
    /// <summary>A cluster that every emulator has: the published answer of 2025.</summary>
    public const string ClusterNo = StandardClusters.Published2025;

    private readonly List<IDisposable> _owned = [];

    private EmulatedService(PromptClock clock, SearchEngineEmulator emulator)
    {
        Clock = clock;
        Emulator = emulator;
    }

    public PromptClock Clock { get; }

    public SearchEngineEmulator Emulator { get; }

    public IReadOnlyList<RequestRecord> Requests => Emulator.Requests.Snapshot();

    public static async Task<EmulatedService> StartAsync(TimeSpan clockOffset = default, bool requireRegionNo = false)
    {
        PromptClock clock = new();
        EmulatorOptions options = new() { TimeProvider = clock, ClockOffset = clockOffset, RequireRegionNo = requireRegionNo };
        return new EmulatedService(clock, await SearchEngineEmulator.StartAsync(options, TestContext.Current.CancellationToken));
    }

    /// <summary>A client of the emulator. It and its keys go with the emulator.</summary>
    public SearchEngineClient Client(
        int retries = 0,
        string? site = null,
        string? region = null,
        string? regionNo = null,
        string secretKey = EmulatorOptions.FakeSecretKey,
        Action<SearchEngineClientOptions>? configure = null)
    {
        SearchEngineClientOptions options = new() { TimeProvider = Clock, RequestTimeout = PromptClock.RequestTimeout, MaxRetryCount = retries };
        configure?.Invoke(options);
        NcpCredential credential = new(Emulator.AccessKey, secretKey);
        SearchEngineClient client = new(SearchEngineEndpoint.Resolve(site, region, Emulator.Endpoint.ToString(), regionNo), credential, options);
        _owned.AddRange([client, credential]);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        _owned.ForEach(static owned => owned.Dispose());
        await Emulator.DisposeAsync();
    }
}
