namespace NcpSearchEngine.Client;

/// <summary>The <c>result</c> of <c>getSearchEngineVersionList</c>.</summary>
internal sealed class VersionListRecord
{
    public IReadOnlyList<SearchEngineVersionRecord?>? SearchEngineVersionList { get; init; }
}

/// <summary>One version, as it is written. Everything may be missing.</summary>
internal sealed class SearchEngineVersionRecord
{
    public string? SearchEngineVersionCode { get; init; }

    public string? SearchEngineVersionName { get; init; }

    public string? SearchEngineDashboardVersionName { get; init; }

    public string? Type { get; init; }
}
