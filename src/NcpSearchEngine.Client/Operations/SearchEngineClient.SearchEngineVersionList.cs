using System.Text.Json;

namespace NcpSearchEngine.Client;

/// <content><c>getSearchEngineVersionList</c>.</content>
public sealed partial class SearchEngineClient
{
    /// <summary>Lists the versions that the service offers: operation <c>getSearchEngineVersionList</c>.</summary>
    /// <remarks>Which of them a certain cluster can be upgraded to is told nowhere; only OpenSearch clusters can.</remarks>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>The versions, in the order of the service.</returns>
    /// <exception cref="NcpSearchEngineException">Any of the errors of the service and the way to it.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<ServiceResponse<IReadOnlyList<SearchEngineVersion>>> GetVersionsAsync(CancellationToken cancellationToken = default)
    {
        ServiceAnswer<VersionListRecord> answer = await _pipeline
            .CallAsync(Read("getSearchEngineVersionList", string.Empty, retry: true), static json => JsonSerializer.Deserialize(json, ServiceJsonContext.Default.EnvelopeVersionListRecord), cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<SearchEngineVersionRecord?> records = answer.Result?.SearchEngineVersionList ?? [];
        SearchEngineVersion[] versions = [.. records.OfType<SearchEngineVersionRecord>().Select(static record => new SearchEngineVersion(record))];
        return answer.With<IReadOnlyList<SearchEngineVersion>>(versions);
    }
}
