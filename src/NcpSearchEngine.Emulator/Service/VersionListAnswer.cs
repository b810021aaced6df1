namespace NcpSearchEngine.Emulator;

/// <summary><c>getSearchEngineVersionList</c>.</summary>
internal static class VersionListAnswer
{
    public static EmulatedAnswer Of(EmulatedRequestContext request) => ServiceEnvelope.Success(request.RequestId, static json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("searchEngineVersionList");
        foreach (var (code, type) in VersionCatalog.All)
        {
            var dashboard = type == "OpenSearch" ? "OpenSearch Dashboards" : "Kibana";
            json.WriteStartObject();
            json.WriteString("searchEngineVersionCode", code);
            json.WriteString("searchEngineVersionName", VersionCatalog.NameOf(code));
            json.WriteString("searchEngineDashboardVersionName", $"{dashboard} {VersionCatalog.NumberOf(code)}");
            json.WriteString("type", type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
