using System.Text.Json;

namespace NcpSearchEngine.Client;

/// <content><c>getRollingUpgradeProgress</c>.</content>
public sealed partial class SearchEngineClient
{
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
}
