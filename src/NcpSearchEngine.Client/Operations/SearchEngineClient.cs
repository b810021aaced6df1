namespace NcpSearchEngine.Client;

/// <summary>A client of the Search Engine Service of one region. Safe for use from several threads; make one and keep it.</summary>
/// <remarks>Each operation is in a file of its own, named after it.</remarks>
public sealed partial class SearchEngineClient : IDisposable
{
    private readonly SearchEngineClientOptions _options;
    private readonly ServiceClock _clock;
    private readonly HttpTransport _transport;
    private readonly ServicePipeline _pipeline;

    /// <summary>Asked for thousands of times, so made once.</summary>
    private readonly Uri _progressAddress;

    /// <summary>Makes a client; nothing is sent.</summary>
    /// <param name="endpoint">Where requests go.</param>
    /// <param name="credential">Signs them. It is not disposed with the client.</param>
    /// <param name="options">How the client works.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public SearchEngineClient(SearchEngineEndpoint endpoint, NcpCredentialSource credential, SearchEngineClientOptions? options = null)
    {
        Endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
        _options = (options ?? new SearchEngineClientOptions()).Validated();
        _clock = new ServiceClock(_options.TimeProvider);
        RequestSigner signer = new(credential ?? throw new ArgumentNullException(nameof(credential)));
        _progressAddress = AddressOf("getRollingUpgradeProgress");
        _transport = new HttpTransport(endpoint, signer, _clock, _options);
        _pipeline = new ServicePipeline(_transport, _clock, new RetryPolicy(_options.MaxRetryCount, _options.RequestTimeout));
    }

    /// <summary>Where requests go.</summary>
    public SearchEngineEndpoint Endpoint { get; }

    /// <summary>The zone of the dates that the service writes without one.</summary>
    public TimeSpan UtcOffset => _options.UtcOffset ?? Endpoint.UtcOffset;

    internal IReadOnlyList<TimeSpan> PossibleUtcOffsets => _options.UtcOffset is { } known ? [known] : Endpoint.PossibleUtcOffsets;

    internal TimeProvider TimeProvider => _options.TimeProvider;

    internal TimeSpan RequestTimeout => _options.RequestTimeout;

    /// <summary>How far the service's clock has been found ahead of the local one; zero until a signature was refused for it.</summary>
    public TimeSpan ClockOffset => _clock.Offset;

    private ServiceRequest Read(string operation, string more, bool retry) =>
        new(operation, HttpMethod.Get, AddressOf(operation + more), Body: null, IsRepeatable: retry);

    private Uri AddressOf(string operation) => new(Endpoint.BaseAddress, $"{Endpoint.PathPrefix}/cluster/{operation}");

    internal NcpSearchEngineException TooLong(string operation, Exception cause) =>
        new(NcpErrorId.RequestTimeout, Messages.RequestTimeout(operation, Endpoint.BaseAddress.Authority, RequestTimeout), cause);

    /// <summary>Closes the connections; requests under way fail.</summary>
    public void Dispose() => _transport.Dispose();
}
