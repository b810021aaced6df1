using System.Text.Json;

namespace NcpSearchEngine.Client;

/// <content><c>getClusterInfo</c>.</content>
public sealed partial class SearchEngineClient
{
    /// <summary>The cluster's own version and status; null where the account does not see the cluster.</summary>
    internal async Task<ClusterRecord?> ReadClusterAsync(string no, bool retry, CancellationToken cancellationToken)
    {
        try
        {
            ServiceAnswer<ClusterRecord> answer = await _pipeline
                .CallAsync(Read("getClusterInfo", "/" + no, retry), static json => JsonSerializer.Deserialize(json, ServiceJsonContext.Default.EnvelopeClusterRecord), cancellationToken).ConfigureAwait(false);
            return answer.Result;
        }
        catch (NcpSearchEngineException missing) when (missing.ErrorId == NcpErrorId.RouteNotFound)
        {
            // Only the public site has it.
            return await FindInListAsync(no, retry, cancellationToken).ConfigureAwait(false);
        }
    }
}
