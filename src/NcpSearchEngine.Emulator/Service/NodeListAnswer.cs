using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary><c>getClusterNodeList</c>.</summary>
internal static class NodeListAnswer
{
    public static EmulatedAnswer Of(EmulatedRequestContext request, EmulatedCluster cluster) => ServiceEnvelope.Success(request.RequestId, json =>
    {
        var state = cluster.ReadState();
        var region = Region.OfPath(request.Path);
        json.WriteStartObject();
        json.WriteNumber("regionNo", region.No);
        json.WriteString("serviceGroupName", cluster.Name);
        json.WriteNumber("serviceGroupInstanceNo", long.Parse(cluster.No, CultureInfo.InvariantCulture));
        json.WriteString("statusCode", state.Status);
        json.WriteStartArray("computeList");
        for (var i = 0; i < state.Nodes.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("hostName", state.Nodes[i].Hostname);
            json.WriteString("nodeRoleCode", state.Nodes[i].RoleCode);
            json.WriteString("computeInstanceStatus", ClusterFacts.ServerStatus);
            json.WriteNumber("computeInstanceNo", ClusterFacts.InstanceNo(i));
            json.WriteString("privateIp", ClusterFacts.PrivateIp(i));
            json.WriteString("regionCode", region.Code);
            json.WriteString("zoneName", region.Code + "-1");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
