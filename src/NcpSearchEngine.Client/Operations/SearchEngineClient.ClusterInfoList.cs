using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace NcpSearchEngine.Client;

/// <content><c>getClusterInfoList</c>.</content>
public sealed partial class SearchEngineClient
{
    private const int ListPageSize = 100;

    /// <summary>Lists the clusters that the account sees, those it may not touch among them: operation <c>getClusterInfoList</c>.</summary>
    /// <param name="cancellationToken">Cancels the request under way.</param>
    /// <returns>Each cluster once. A page is asked for only when the clusters of the page before have been taken.</returns>
    /// <exception cref="NcpSearchEngineException">Any of the errors of the service and the way to it; thrown when the page is asked for.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async IAsyncEnumerable<SearchEngineCluster> GetClustersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (ClusterPage page in ReadClusterPagesAsync(retry: true, cancellationToken).ConfigureAwait(false))
        {
            foreach (ClusterRecord cluster in page.Allowed)
            {
                yield return new SearchEngineCluster(cluster, isAllowed: true, page.RequestId, UtcOffset);
            }

            foreach (ClusterRecord cluster in page.Disallowed)
            {
                yield return new SearchEngineCluster(cluster, isAllowed: false, page.RequestId, UtcOffset);
            }
        }
    }

    private async Task<ClusterRecord?> FindInListAsync(string no, bool retry, CancellationToken cancellationToken)
    {
        await foreach (ClusterPage page in ReadClusterPagesAsync(retry, cancellationToken).ConfigureAwait(false))
        {
            if (page.Allowed.FirstOrDefault(cluster => cluster.ServiceGroupInstanceNo?.Trim() == no) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Page after page, of each only what no page before had: the service may repeat the disallowed clusters, or a whole page.</summary>
    private async IAsyncEnumerable<ClusterPage> ReadClusterPagesAsync(bool retry, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<(string?, string?)> seen = [];
        for (int pageNo = 1; ; pageNo++)
        {
            string query = string.Format(CultureInfo.InvariantCulture, "?pageNo={0}&pageSize={1}", pageNo, ListPageSize);
            ServiceAnswer<ClusterPageRecord> answer = await _pipeline
                .CallAsync(Read("getClusterInfoList", query, retry), static json => JsonSerializer.Deserialize(json, ServiceJsonContext.Default.EnvelopeClusterPageRecord), cancellationToken)
                .ConfigureAwait(false);
            IReadOnlyList<ClusterRecord?> allowed = answer.Result?.AllowedClusters ?? [], disallowed = answer.Result?.DisallowedClusters ?? [];
            ClusterPage page = new(New(allowed), New(disallowed), answer.RequestId);
            yield return page;

            // A page that brings nothing new is the last, whatever the service says. So is one that is not full, where it does not tell how many there are.
            bool bringsNothing = page.Allowed.Count + page.Disallowed.Count == 0;
            if (bringsNothing || (ServiceCount.Parse(answer.Result?.TotalPage) is { } last ? pageNo >= last : allowed.Count + disallowed.Count < ListPageSize))
            {
                yield break;
            }
        }

        List<ClusterRecord> New(IReadOnlyList<ClusterRecord?> clusters) =>
            [.. clusters.OfType<ClusterRecord>().Where(cluster => seen.Add((cluster.ServiceGroupInstanceNo?.Trim(), cluster.ClusterName)))];
    }

    private sealed record ClusterPage(IReadOnlyList<ClusterRecord> Allowed, IReadOnlyList<ClusterRecord> Disallowed, string? RequestId);
}
