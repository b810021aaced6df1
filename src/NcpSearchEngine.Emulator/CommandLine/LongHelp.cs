using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NcpSearchEngine.Emulator;

/// <summary><c>--help</c>: the options, then everything else that one has to know.</summary>
internal sealed class LongHelp(HelpAction options) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var result = options.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        Section(output, "Clusters", StandardClusters.Descriptions.Select(cluster => $"{cluster.No}  {cluster.About}"));
        Section(output, "Operations, for rules", OperationNames.All);
        Section(output, "Faults", FaultSyntax.Description);
        Section(output, "Fault examples",
        [
            "--fault \"503/500 x3 on getRollingUpgradeProgress 3427188\"     three times 503, then well again",
            "--fault \"throttle 5s x2 then reset x1 on getClusterInfo\"      two 429 with Retry-After: 5, one reset",
            "--fault \"delay 2s + 504/510 10% seed 7\"                       a tenth of all requests, after 2 s",
            "--fault \"pass x5 then code 10107 'No such cluster' at 400\"    five good answers, then none any more",
        ]);
        Section(output, "Administration, while it runs, from this machine only", AdministrationPages.Paths);
        Section(output, "A server role's keys", 
        [
            "GET /latest/meta-data/iam/security-credentials/ as on a NAVER Cloud server; the keys are accepted like the others",
        ]);
        return result;
    }

    private static void Section(TextWriter output, string title, IEnumerable<string> lines)
    {
        output.WriteLine($"{title}:");
        foreach (var line in lines)
        {
            output.WriteLine($"  {line}");
        }

        output.WriteLine();
    }
}
