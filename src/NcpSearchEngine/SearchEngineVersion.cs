namespace NcpSearchEngine;

/// <summary>A version that the service offers: flat scalars in the order of a CSV.</summary>
public sealed class SearchEngineVersion
{
    private readonly Client.SearchEngineVersion _version;

    internal SearchEngineVersion(Client.SearchEngineVersion version, string session)
    {
        _version = version;
        Session = session;
    }

    /// <summary>The version as digits without dots: 2150 is 2.15.0. It is what <c>-TargetVersionCode</c> takes.</summary>
    public string? VersionCode => _version.VersionCode;

    /// <summary>The version, such as 2.15.0; null if the service did not tell.</summary>
    public string? Version => _version.Version;

    /// <summary>OpenSearch or Elasticsearch; null if the service did not tell.</summary>
    public string? Type => _version.Type;

    /// <summary>The dashboard that comes with it, in the service's own words; null if it did not tell.</summary>
    public string? DashboardVersion => _version.DashboardVersion;

    /// <summary>The name of the session that was asked.</summary>
    public string Session { get; }
}
