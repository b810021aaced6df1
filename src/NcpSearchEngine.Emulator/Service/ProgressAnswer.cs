namespace NcpSearchEngine.Emulator;

/// <summary><c>getRollingUpgradeProgress</c>.</summary>
internal static class ProgressAnswer
{
    public static EmulatedAnswer Of(EmulatedRequestContext request, EmulatedCluster cluster) => ServiceEnvelope.Success(request.RequestId, json =>
    {
        var state = cluster.ReadState();
        json.WriteStartObject();
        json.WriteString("name", cluster.Name);
        json.WriteNumber("nodeCount", state.Nodes.Count);
        if (state.Upgrade is { } upgrade)
        {
            json.WriteStartObject("versionVo");
            json.WriteString("currentVersionCode", upgrade.CurrentVersionCode);
            json.WriteString("targetVersionCode", upgrade.TargetVersionCode);
            json.WriteString("actionDate", request.Clock.Write(upgrade.RequestedAt));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("versionVo");
        }

        json.WriteStartArray("nodeStatusVoList");
        foreach (var node in state.Nodes)
        {
            json.WriteStartObject();
            json.WriteString("hostname", node.Hostname);
            json.WriteString("status", node.Status);
            json.WriteString("nodeRoleCode", node.RoleCode);
            json.WriteString("updatedDate", request.Clock.Write(node.UpdatedAt));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
