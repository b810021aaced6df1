using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NcpSearchEngine.Client.Tests;

/// <summary>Decides on its own, by a plain JSON document, whether an answer says that every node of an upgrade is completed.</summary>
internal static class CompletedAnswer
{
    public static bool IsSaidBy(byte[] body)
    {
        try
        {
            // A name in another charset does not make an answer unreadable.
            using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(body).TrimStart('\uFEFF'));
            JsonElement answer = document.RootElement, result = answer.GetProperty("result");
            JsonElement[] nodes = [.. result.GetProperty("nodeStatusVoList").EnumerateArray().Where(static node => node.ValueKind != JsonValueKind.Null)];
            JsonElement record = result.GetProperty("versionVo");
            return TextOf(answer, "code") == "0"
                && TextOf(record, "targetVersionCode").Length > 0
                && TextOf(result, "nodeCount") == nodes.Length.ToString(CultureInfo.InvariantCulture)
                && nodes.Select(static node => TextOf(node, "hostname")).Distinct().Count() == nodes.Length
                && nodes.All(node => IsCompleted(node, TextOf(record, "actionDate")));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    private static bool IsCompleted(JsonElement node, string asked) =>
        TextOf(node, "status").Trim().ToUpperInvariant() is "COMPLETE" or "COMPLETED"
        && DateTime.TryParse(TextOf(node, "updatedDate"), CultureInfo.InvariantCulture, out DateTime changed)
        && DateTime.TryParse(asked, CultureInfo.InvariantCulture, out DateTime begun)
        && changed >= begun;

    private static string TextOf(JsonElement value, string name) => value.GetProperty(name).ToString();
}
