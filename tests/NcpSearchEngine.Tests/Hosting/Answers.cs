using System.Globalization;
using System.Text;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>Answers of the service in a short hand: <c>a:complete:+60 b:running</c>, with seconds after the upgrade was asked for.</summary>
internal static class Answers
{
    private static readonly TimeSpan _serviceZone = TimeSpan.FromHours(9);

    /// <summary>A progress answer. A node without seconds has a date from before the upgrade.</summary>
    internal static string Progress(string nodes, DateTimeOffset requested, string target = "2150", int? nodeCount = -1, string name = "cluster")
    {
        string[] parts = nodes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string count = nodeCount switch { null => "null", < 0 => parts.Length.ToString(CultureInfo.InvariantCulture), { } given => given.ToString(CultureInfo.InvariantCulture) };
        StringBuilder json = new();
        json.Append(CultureInfo.InvariantCulture, $$"""
            {"code":0,"message":"SUCCESS","requestId":"r-1","result":{"name":"{{name}}","nodeCount":{{count}},
            "versionVo":{"currentVersionCode":"2140","targetVersionCode":"{{target}}","actionDate":"{{Date(requested)}}"},"nodeStatusVoList":[
            """);
        json.AppendJoin(',', parts.Select(part =>
        {
            string[] fields = part.Split(':');
            double seconds = fields.Length > 2 ? double.Parse(fields[2], CultureInfo.InvariantCulture) : -3600;
            return $$"""{"hostname":"{{fields[0]}}","status":"{{fields[1]}}","nodeRoleCode":"D","updatedDate":"{{Date(requested.AddSeconds(seconds))}}"}""";
        }));
        return json.Append("]}}").ToString();
    }

    private static string Date(DateTimeOffset time) => time.ToOffset(_serviceZone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
