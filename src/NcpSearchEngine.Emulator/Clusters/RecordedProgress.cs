using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NcpSearchEngine.Emulator;

/// <summary>Reads as much of a cluster as a recorded answer tells, so that the other operations agree with it. What can't be read is not there.</summary>
internal static class RecordedProgress
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(9);

    public static string? NameIn(ReadOnlyMemory<byte> body) => Text(ResultIn(body)?["name"]);

    public static ClusterState StateIn(ReadOnlyMemory<byte> body)
    {
        var result = ResultIn(body);
        var version = result?["versionVo"] as JsonObject;
        var nodes = (result?["nodeStatusVoList"] as JsonArray ?? []).OfType<JsonObject>().Select(Node).ToList();
        var current = Text(version?["currentVersionCode"]) ?? "";
        var target = Text(version?["targetVersionCode"]) ?? current;
        var isOver = nodes.TrueForAll(node => node.Status == NodeStatus.Complete);
        return new ClusterState(
            isOver ? target : current,
            isOver ? ClusterStatus.Running : ClusterStatus.Changing,
            version is null ? null : new UpgradeRecord(current, target, Date(version["actionDate"])),
            nodes);
    }

    private static JsonObject? ResultIn(ReadOnlyMemory<byte> body)
    {
        try
        {
            return (JsonNode.Parse(body.Span) as JsonObject)?["result"] as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static NodeState Node(JsonObject node) =>
        new(Text(node["hostname"]) ?? "", Text(node["nodeRoleCode"]) ?? "", Text(node["status"]) ?? "", Date(node["updatedDate"]));

    private static string? Text(JsonNode? node) => node is JsonValue value ? value.ToString() : null;

    private static DateTimeOffset Date(JsonNode? node) =>
        DateTime.TryParseExact(Text(node), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? new DateTimeOffset(date, Zone)
            : default;
}
