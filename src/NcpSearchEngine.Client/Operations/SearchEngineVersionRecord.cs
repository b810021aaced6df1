namespace NcpSearchEngine.Client;

/// <summary>The <c>result</c> of <c>getSearchEngineVersionList</c>.</summary>
internal sealed class VersionListRecord
{
    public IReadOnlyList<SearchEngineVersionRecord?>? SearchEngineVersionList { get; set; }
}

/// <summary>One version, as it is written. Everything may be missing.</summary>
internal sealed class SearchEngineVersionRecord
{
    public string? SearchEngineVersionCode { get; set; }

    public string? SearchEngineVersionName { get; set; }

    public string? SearchEngineDashboardVersionName { get; set; }

    public string? Type { get; set; }
}
