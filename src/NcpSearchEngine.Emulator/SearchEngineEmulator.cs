using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace NcpSearchEngine.Emulator;

/// <summary>A stand-in for the Search Engine Service API, listening on a loopback port of this process.</summary>
public sealed class SearchEngineEmulator : IAsyncDisposable
{
    private const int LargestBody = 64 * 1024;

    private readonly EmulatorOptions _options;
    private readonly EmulatorClock _clock;
    private readonly WebApplication _application;

    private SearchEngineEmulator(EmulatorOptions options)
    {
        _options = options;
        _clock = new EmulatorClock(options.TimeProvider, options.ClockOffset, options.ServiceUtcOffset);
        Clusters = new ClusterCatalog(_clock, options.Speed);
        Requests = new RequestLog(options.TimeProvider, options.RequestLogCapacity);
        Faults = new FaultPlan();
        var roleKeys = new RoleKeys(_clock, options.RoleName, options.RoleKeyLifetime);
        var signatures = new SignatureCheck(_clock, new KeyRing(options.AccessKey, options.SecretKey, roleKeys));
        var pipeline = new RequestPipeline(
            _clock, Requests, Faults, signatures, roleKeys, new SearchEngineService(Clusters, options.RequireRegionNo));
        var administration = new AdministrationPages(this, _clock);
        _application = Build(options);
        _application.Run(http => AdministrationPages.Owns(http) ? administration.HandleAsync(http) : pipeline.HandleAsync(http));
    }

    /// <summary>Where it listens, for example <c>http://127.0.0.1:8399</c>.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>The access key id that it accepts.</summary>
    public string AccessKey => _options.AccessKey;

    /// <summary>The secret that belongs to it.</summary>
    public string SecretKey => _options.SecretKey;

    /// <summary>The clusters that there are.</summary>
    public ClusterCatalog Clusters { get; }

    /// <summary>The requests that arrived.</summary>
    public RequestLog Requests { get; }

    /// <summary>What goes wrong.</summary>
    public FaultPlan Faults { get; }

    /// <summary>The service's clock against the time provider. Upgrades under way keep their dates when it changes.</summary>
    public TimeSpan ClockOffset
    {
        get => _clock.Offset;
        set => _clock.Offset = value;
    }

    /// <summary>Starts an emulator. An <see cref="IOException"/> says that it could not listen.</summary>
    public static async Task<SearchEngineEmulator> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new EmulatorOptions();
        if (!(options.Speed > 0))
        {
            throw new ArgumentException("The speed must be above 0.", nameof(options));
        }

        var emulator = new SearchEngineEmulator(options);
        try
        {
            if (options.Examples)
            {
                StandardClusters.AddTo(emulator.Clusters);
            }

            await emulator._application.StartAsync(cancellationToken);
            emulator.Endpoint = emulator.ListeningAt();
            return emulator;
        }
        catch
        {
            await emulator.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops listening and breaks off what is still being answered.</summary>
    public Task StopAsync() => _application.StopAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>A bare server: no settings files, no environment, no logging, no hand on the process's signals.</summary>
    private static WebApplication Build(EmulatorOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddSingleton<IHostLifetime, EmbeddedLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        builder.Services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Listen(options.Address, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        });
        return builder.Build();
    }

    private Uri ListeningAt()
    {
        var addresses = _application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        var port = new Uri(addresses.First()).Port;
        var host = _options.Address.Equals(IPAddress.Any) ? IPAddress.Loopback
            : _options.Address.Equals(IPAddress.IPv6Any) ? IPAddress.IPv6Loopback
            : _options.Address;
        return new Uri(string.Create(CultureInfo.InvariantCulture, $"http://{new IPEndPoint(host, port)}"));
    }

    /// <summary>The emulator lives as long as whoever started it wants; Ctrl+C is theirs.</summary>
    private sealed class EmbeddedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
