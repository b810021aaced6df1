using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary><c>getClusterInfo</c>: among other things the cluster's own version and status, which prove that an upgrade is over.</summary>
internal static class ClusterInfoAnswer
{
    public static EmulatedAnswer Of(EmulatedRequestContext request, EmulatedCluster cluster) => ServiceEnvelope.Success(request.RequestId, json =>
    {
        var state = cluster.ReadState();
        json.WriteStartObject();
        json.WriteString("clusterName", cluster.Name);
        json.WriteString("clusterStatus", state.Status);
        json.WriteString("createDate", ClusterFacts.CreateDate);
        json.WriteString("serviceGroupInstanceNo", cluster.No);
        json.WriteNumber("vpcNo", ClusterFacts.VpcNo);
        json.WriteString("searchEngineVersionCode", state.VersionCode);
        json.WriteNumber("managerNodeCount", state.Count("M"));
        json.WriteNumber("dataNodeCount", state.Count("D"));
        json.WriteNumber("masterNodeCount", state.Count("MO"));
        json.WriteBoolean("isDualManager", state.Count("M") > 1);
        json.WriteBoolean("isMasterOnlyNodeActivated", state.Count("MO") > 0);
        json.WriteStartArray("clusterNodeList");
        for (var i = 0; i < state.Nodes.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("computeInstanceName", state.Nodes[i].Hostname);
            json.WriteString("computeInstanceNo", ClusterFacts.InstanceNo(i).ToString(CultureInfo.InvariantCulture));
            json.WriteString("privateIp", ClusterFacts.PrivateIp(i));
            json.WriteString("serverStatus", ClusterFacts.ServerStatus);
            json.WriteString("nodeType", state.Nodes[i].RoleCode);
            json.WriteString("subnet", ClusterFacts.Subnet);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
