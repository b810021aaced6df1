using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>What the administration pages show. The secret is not among it.</summary>
internal static class AdministrationView
{
    private const int DefaultLast = 100;

    public static object Overview(SearchEngineEmulator emulator) => new
    {
        About = "A stand-in for the NAVER Cloud Search Engine Service API.",
        emulator.Endpoint,
        emulator.AccessKey,
        ClockOffset = FaultText.Write(emulator.ClockOffset),
        Requests = new { emulator.Requests.Count, emulator.Requests.InFlight, emulator.Requests.PeakInFlight },
        Faults = emulator.Faults.Rules.Select(rule => new { Rule = rule.ToString(), rule.Hits, rule.IsOver }),
        Clusters = emulator.Clusters.Select(Cluster),
        Pages = AdministrationPages.Paths,
        FaultSyntax = FaultSyntax.Description,
    };

    public static object Requests(SearchEngineEmulator emulator, string? last, string? clusterNo)
    {
        var count = last is null ? DefaultLast
            : int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw new FormatException($"'{last}' is no number of requests.");
        var records = emulator.Requests.Snapshot().Where(record => clusterNo is null || record.ClusterNo == clusterNo).TakeLast(count);
        return new { emulator.Requests.Count, emulator.Requests.InFlight, emulator.Requests.PeakInFlight, Requests = records };
    }

    private static object Cluster(EmulatedCluster cluster)
    {
        var state = cluster.ReadState();
        return new
        {
            cluster.No,
            cluster.Name,
            cluster.Kind,
            cluster.IsAllowed,
            state.VersionCode,
            state.Status,
            NodeCount = state.Nodes.Count,
            Nodes = string.Join(", ", state.Nodes.GroupBy(node => node.Status, StringComparer.Ordinal).Select(group => $"{group.Count()} {group.Key}")),
        };
    }
}
