using System.Globalization;
using System.Text.Json;

namespace NcpSearchEngine.Emulator;

/// <summary>
/// <c>getClusterInfoList</c>. The clusters that the key may see are what the pages count; the disallowed ones stand on every page. The version is a name here,
/// not a code.
/// </summary>
internal static class ClusterListAnswer
{
    private const int DefaultPageSize = 10;

    public static EmulatedAnswer Of(EmulatedRequestContext request, ClusterCatalog clusters)
    {
        var matching = clusters.Where(cluster => Matches(cluster, request)).ToList();
        var allowed = matching.FindAll(cluster => cluster.IsAllowed);
        var pageNo = Number(request.Query("pageNo"), 1);
        var pageSize = Number(request.Query("pageSize"), DefaultPageSize);
        var totalPage = (int)(((long)allowed.Count + pageSize - 1) / pageSize);
        return ServiceEnvelope.Success(request.RequestId, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("currentPage", pageNo);
            json.WriteBoolean("isFirst", pageNo == 1);
            json.WriteBoolean("isLast", pageNo >= totalPage);
            json.WriteNumber("pageSize", pageSize);
            json.WriteNumber("totalCount", allowed.Count);
            json.WriteNumber("totalPage", totalPage);
            json.WriteStartArray("allowedClusters");
            foreach (var cluster in allowed.Skip((int)Math.Min((long)(pageNo - 1) * pageSize, int.MaxValue)).Take(pageSize))
            {
                WriteAllowed(json, cluster);
            }

            json.WriteEndArray();
            json.WriteStartArray("disallowedClusters");
            foreach (var cluster in matching.Where(cluster => !cluster.IsAllowed))
            {
                json.WriteStartObject();
                WriteCommon(json, cluster, cluster.ReadState());
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static bool Matches(EmulatedCluster cluster, EmulatedRequestContext request) =>
        (request.Query("inputText") is not { Length: > 0 } text || cluster.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
        && (request.Query("vpcName") is not { Length: > 0 } vpc || string.Equals(vpc, ClusterFacts.VpcName, StringComparison.Ordinal));

    private static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;

    private static void WriteAllowed(Utf8JsonWriter json, EmulatedCluster cluster)
    {
        var state = cluster.ReadState();
        json.WriteStartObject();
        WriteCommon(json, cluster, state);
        json.WriteString("createDate", ClusterFacts.CreateDate);
        json.WriteString("searchEngineVersion", VersionCatalog.NameOf(state.VersionCode));
        json.WriteString("vpcName", ClusterFacts.VpcName);
        json.WriteNumber("vpcNo", ClusterFacts.VpcNo);
        json.WriteNumber("dataNodeCount", state.Count("D"));
        json.WriteNumber("managerNodeCount", state.Count("M"));
        json.WriteNumber("masterNodeCount", state.Count("MO"));
        json.WriteBoolean("isDualManager", state.Count("M") > 1);
        json.WriteBoolean("isMasterOnlyNodeActivated", state.Count("MO") > 0);
        json.WriteEndObject();
    }

    private static void WriteCommon(Utf8JsonWriter json, EmulatedCluster cluster, ClusterState state)
    {
        json.WriteString("clusterName", cluster.Name);
        json.WriteString("clusterStatus", state.Status);
        json.WriteString("searchEngineStatus", "green");
        json.WriteString("serviceGroupInstanceNo", cluster.No);
    }
}
