namespace NcpSearchEngine.Client;

/// <summary>A version that the service offers.</summary>
public sealed class SearchEngineVersion
{
    internal SearchEngineVersion(SearchEngineVersionRecord record)
    {
        string? name = record.SearchEngineVersionName;
        VersionCode = ServiceText.Clean(record.SearchEngineVersionCode?.Trim() is { Length: > 0 } code ? code : VersionText.CodeIn(name));
        Version = ServiceText.Clean(VersionText.NumberIn(name) ?? VersionText.NumberOf(VersionCode));
        Type = ServiceText.Clean(record.Type?.Trim());
        DashboardVersion = ServiceText.Clean(record.SearchEngineDashboardVersionName?.Trim());
    }

    /// <summary>The version as digits without dots (<c>2150</c> is 2.15.0), so not to be ordered as a number; null if missing.</summary>
    public string? VersionCode { get; }

    /// <summary>The version as people write it, such as <c>2.15.0</c>; null if missing.</summary>
    public string? Version { get; }

    /// <summary><c>OpenSearch</c> or <c>Elasticsearch</c>; null if missing.</summary>
    public string? Type { get; }

    /// <summary>The dashboard that comes with it, in the service's own words; null if missing.</summary>
    public string? DashboardVersion { get; }
}
