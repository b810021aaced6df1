using System.Globalization;
using System.Text.Json;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>An answer of <c>getRollingUpgradeProgress</c>, as far as tests look at it.</summary>
internal sealed record Progress(string? From, string? To, DateTime? RequestedAt, IReadOnlyList<Progress.Node> Nodes)
{
    public string Statuses => string.Join(' ', Nodes.Select(node => node.Status));

    public static Progress Of(Reply reply)
    {
        Assert.Equal(200, reply.Status);
        var version = reply.Result.GetProperty("versionVo");
        var nodes = reply.Result.GetProperty("nodeStatusVoList").EnumerateArray().Select(node => new Node(
            Text(node, "hostname"), Text(node, "nodeRoleCode"), Text(node, "status"), Date(Text(node, "updatedDate")))).ToList();
        Assert.Equal(nodes.Count, reply.Result.Number("nodeCount"));
        return version.ValueKind == JsonValueKind.Null
            ? new Progress(null, null, null, nodes)
            : new Progress(Text(version, "currentVersionCode"), Text(version, "targetVersionCode"), Date(Text(version, "actionDate")), nodes);
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;

    private static DateTime Date(string text) => DateTime.ParseExact(text, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public sealed record Node(string Hostname, string Role, string Status, DateTime UpdatedAt);
}
