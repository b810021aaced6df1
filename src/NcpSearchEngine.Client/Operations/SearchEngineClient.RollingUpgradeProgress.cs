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
    public Task<ServiceResponse<RollingUpgrade>> GetRollingUpgradeProgressAsync(string serviceGroupInstanceNo, CancellationToken cancellationToken = default) =>
        ReadProgressAsync(serviceGroupInstanceNo, retry: true, prove: true, cancellationToken);

    /// <summary>The progress as it is told; with nothing read besides, unless it is to be proven too.</summary>
    internal async Task<ServiceResponse<RollingUpgrade>> ReadProgressAsync(string serviceGroupInstanceNo, bool retry, bool prove, CancellationToken cancellationToken)
    {
        string no = InstanceNo.Parse(serviceGroupInstanceNo);
        ServiceRequest request = new("getRollingUpgradeProgress", HttpMethod.Post, _progressAddress, ProgressBody(no), IsRepeatable: retry);
        ServiceAnswer<ProgressRecord> answer = await _pipeline
            .CallAsync(request, ProgressEnvelope.Read, cancellationToken).ConfigureAwait(false);
        RollingUpgrade upgrade = new(no, answer.Result, UtcOffset);
        return answer.With(prove && upgrade.NeedsProof
            ? await VersionProof.DecideAsync(this, upgrade, assumedNodeCount: null, retry, cancellationToken).ConfigureAwait(false)
            : upgrade);
    }

    private byte[] ProgressBody(string no)
    {
        using MemoryStream body = new();
        using (Utf8JsonWriter writer = new(body))
        {
            writer.WriteStartObject();
            writer.WriteString("serviceGroupInstanceNo"u8, no);

            // Required on the public site since July 2026; unknown to the others.
            if (Endpoint.RegionNo is { } regionNo)
            {
                writer.WriteString("regionNo"u8, regionNo);
            }

            writer.WriteEndObject();
        }

        return body.ToArray();
    }
}
