using System.Globalization;
using System.Text;

namespace NcpSearchEngine.Benchmarks.Service;

/// <summary>Answers as the service writes them, made once.</summary>
internal static class AnswerBytes
{
    /// <summary>The body: an upgrade under way in a cluster of so many nodes, the first half of them done.</summary>
    internal static byte[] Body(int nodes)
    {
        StringBuilder json = new();
        json.Append(CultureInfo.InvariantCulture, $$$"""
            {"code":0,"message":"SUCCESS","result":{"name":"cluster000","nodeCount":{{{nodes}}},"versionVo":{"currentVersionCode":"2140","targetVersionCode":"2150","actionDate":"2025-03-24 17:09:41"},"nodeStatusVoList":[
            """);
        for (int i = 0; i < nodes; i++)
        {
            (string status, string updated) = i < nodes / 2 ? ("complete", "2025-03-24 17:11:28")
                : i == nodes / 2 ? ("Upgrade_OpenSearch", "2025-03-24 17:11:28")
                : ("running", "2025-03-24 16:35:53");
            json.Append(i == 0 ? string.Empty : ",");
            json.Append(CultureInfo.InvariantCulture, $$"""{"hostname":"cluster000-do-{{i:x4}}","status":"{{status}}","nodeRoleCode":"DO","updatedDate":"{{updated}}"}""");
        }

        json.Append("""]},"requestId":"b250b9b1-96df-4a04-a755-bf7f4bb1b532"}""");
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    /// <summary>The whole HTTP answer.</summary>
    internal static byte[] Http(byte[] body, DateTimeOffset date)
    {
        string head = string.Create(
            CultureInfo.InvariantCulture,
            $"HTTP/1.1 200 OK\r\nContent-Type: application/json;charset=UTF-8\r\nContent-Length: {body.Length}\r\nDate: {date:R}\r\nx-ncp-trace-id: 5f1c9f3a2b7d4e60\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }
}
