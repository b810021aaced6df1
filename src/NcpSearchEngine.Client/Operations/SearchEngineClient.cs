using System.Globalization;
using System.Text.Json;

namespace NcpSearchEngine.Client;

/// <summary>A client of the Search Engine Service of one region. Safe for use from several threads; make one and keep it.</summary>
public sealed class SearchEngineClient : IDisposable
{
    private const int ListPageSize = 100;

    private readonly SearchEngineClientOptions _options;
    private readonly ServiceClock _clock;
    private readonly HttpTransport _transport;
    private readonly ServicePipeline _pipeline;

    /// <summary>Makes a client; nothing is sent.</summary>
    /// <param name="endpoint">Where requests go.</param>
    /// <param name="credential">Signs them. It is not disposed with the client.</param>
    /// <param name="options">How the client works.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public SearchEngineClient(SearchEngineEndpoint endpoint, NcpCredential credential, SearchEngineClientOptions? options = null)
    {
        Endpoint = endpoint ?? throw new ArgumentNullException(nameof(endpoint));
        _options = (options ?? new SearchEngineClientOptions()).Validated();
        _clock = new ServiceClock(_options.TimeProvider);
        RequestSigner signer = new(credential ?? throw new ArgumentNullException(nameof(credential)));
        _transport = new HttpTransport(endpoint, signer, _clock, _options);
        _pipeline = new ServicePipeline(_transport, _clock, new RetryPolicy(_options.MaxRetryCount));
    }

    /// <summary>Where requests go.</summary>
    public SearchEngineEndpoint Endpoint { get; }

    /// <summary>The zone of the dates that the service writes without one.</summary>
    public TimeSpan UtcOffset => _options.UtcOffset ?? Endpoint.UtcOffset;

    internal IReadOnlyList<TimeSpan> PossibleUtcOffsets => _options.UtcOffset is { } known ? [known] : Endpoint.PossibleUtcOffsets;

    internal TimeProvider TimeProvider => _options.TimeProvider;

    /// <summary>How far the service's clock has been found ahead of the local one; zero until a signature was refused for it.</summary>
    public TimeSpan ClockOffset => _clock.Offset;

    /// <summary>
    /// Reads how far the rolling upgrade of a cluster is: operation <c>getRollingUpgradeProgress</c>. Where all nodes look upgraded and only the
    /// cluster's own version can prove it, that is read too: <c>getClusterInfo</c>, or <c>getClusterInfoList</c> where that is missing.
    /// </summary>
    /// <param name="serviceGroupInstanceNo">The cluster's instance number: 1 to 20 digits.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The upgrade, node by node.</returns>
    /// <exception cref="NcpSearchEngineException">
    /// <see cref="NcpErrorId.InvalidServiceGroupInstanceNo"/> before anything is sent, or any of the errors of the service and the way to it.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ServiceResponse<RollingUpgrade>> GetRollingUpgradeProgressAsync(
        string serviceGroupInstanceNo,
        CancellationToken cancellationToken = default)
    {
        ServiceResponse<RollingUpgrade> response = await ReadProgressAsync(serviceGroupInstanceNo, retry: true, cancellationToken).ConfigureAwait(false);
        return response.Value.NeedsProof
            ? response.With(await VersionProof.DecideAsync(this, response.Value, assumedNodeCount: null, retry: true, cancellationToken).ConfigureAwait(false))
            : response;
    }

    /// <summary>The progress as it is told, with nothing read besides.</summary>
    internal async Task<ServiceResponse<RollingUpgrade>> ReadProgressAsync(string serviceGroupInstanceNo, bool retry, CancellationToken cancellationToken)
    {
        string no = InstanceNo.Parse(serviceGroupInstanceNo);
        ProgressRequest body = new() { ServiceGroupInstanceNo = no, RegionNo = Endpoint.RegionNo };
        ServiceRequest request = new(
            "getRollingUpgradeProgress",
            HttpMethod.Post,
            Endpoint.PathPrefix + "/cluster/getRollingUpgradeProgress",
            JsonSerializer.SerializeToUtf8Bytes(body, ServiceJsonContext.Default.ProgressRequest),
            IsRepeatable: retry);
        var (envelope, raw, attempts) = await _pipeline
            .CallAsync(request, ServiceJsonContext.Default.EnvelopeProgressRecord, cancellationToken).ConfigureAwait(false);
        RollingUpgrade upgrade = new(no, envelope.Result, UtcOffset);
        return new ServiceResponse<RollingUpgrade>(upgrade, ServiceText.Clean(envelope.RequestId), raw, attempts);
    }

    /// <summary>The cluster's own version and status; null where the account does not see the cluster.</summary>
    internal async Task<ClusterRecord?> ReadClusterAsync(string no, bool retry, CancellationToken cancellationToken)
    {
        try
        {
            var (envelope, _, _) = await _pipeline
                .CallAsync(Read("getClusterInfo", "/" + no, retry), ServiceJsonContext.Default.EnvelopeClusterRecord, cancellationToken).ConfigureAwait(false);
            return envelope.Result;
        }
        catch (NcpSearchEngineException missing) when (missing.ErrorId == NcpErrorId.RouteNotFound)
        {
            // Only the public site has it.
            return await FindInListAsync(no, retry, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ClusterRecord?> FindInListAsync(string no, bool retry, CancellationToken cancellationToken)
    {
        for (int page = 1; ; page++)
        {
            string query = string.Format(CultureInfo.InvariantCulture, "?pageNo={0}&pageSize={1}", page, ListPageSize);
            var (envelope, _, _) = await _pipeline
                .CallAsync(Read("getClusterInfoList", query, retry), ServiceJsonContext.Default.EnvelopeClusterPageRecord, cancellationToken).ConfigureAwait(false);
            IReadOnlyList<ClusterRecord?> clusters = envelope.Result?.AllowedClusters ?? [];
            if (clusters.FirstOrDefault(cluster => cluster?.ServiceGroupInstanceNo?.Trim() == no) is { } found)
            {
                return found;
            }

            // Where the service does not tell how many pages there are, one that is not full is the last.
            if (clusters.Count == 0 || (envelope.Result!.TotalPage is { } last ? page >= last : clusters.Count < ListPageSize))
            {
                return null;
            }
        }
    }

    private ServiceRequest Read(string operation, string more, bool retry) =>
        new(operation, HttpMethod.Get, $"{Endpoint.PathPrefix}/cluster/{operation}{more}", Body: null, IsRepeatable: retry);

    /// <summary>Closes the connections; requests under way fail.</summary>
    public void Dispose() => _transport.Dispose();
}
