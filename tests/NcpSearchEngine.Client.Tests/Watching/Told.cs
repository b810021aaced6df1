namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>Answers of the service in few words. Every wait begins at 17:30:00 by the service's clock; the upgrade was asked for at 17:20:00.</summary>
internal static class Told
{
    public const string Day = "2025-03-24";

    /// <summary>Completed at 17:29:00, a minute before the wait begins.</summary>
    public static WireProgress Done => Nodes("a complete 17:25:00, b complete 17:29:00");

    /// <summary>The first of two nodes is being upgraded.</summary>
    public static WireProgress Begun => Nodes("a Upgrade_OpenSearch 17:20:05, b running 16:00:00");

    /// <summary>The second of two nodes is being upgraded.</summary>
    public static WireProgress Half => Nodes("a complete 17:25:00, b Upgrade_OpenSearch 17:25:00");

    /// <summary>No upgrade is known.</summary>
    public static WireProgress Nothing => Nodes("a running 16:00:00, b running 16:00:00") with { VersionVo = null };

    public static Answer Unavailable => Answer.Gateway(503, "500", "Endpoint Error");

    public static Answer Throttled => Answer.Gateway(429, "410", "Throttle Limited");

    public static Answer WrongKey => Answer.Gateway(401, "200", "Authentication Failed");

    public static Answer NotSubscribed => Answer.Gateway(401, "210", "Permission Denied");

    public static Answer Forbidden => Answer.Gateway(403, "210", "Permission Denied");

    public static Answer NoRoute => Answer.Gateway(404, "300", "Not Found Exception");

    public static Answer Refused => Answer.Service("10107", message: "no such cluster");

    /// <summary>The connection breaks.</summary>
    public static Answer NoConnection => new(0, []);

    /// <summary>Nothing comes until the request is given up.</summary>
    public static Answer Silence => new(-1, []);

    /// <summary>
    /// Nodes as <c>name status date, name status date</c>. A date is a time of the day, or day and time, or whatever else; <c>-</c> is none. The
    /// service tells their number rightly.
    /// </summary>
    public static WireProgress Nodes(string nodes, string action = "17:20:00", string target = "2150") =>
        WireProgress.Of([.. nodes.Split(',').Select(static node => node.Trim()).Where(static node => node.Length > 0).Select(Node)]) with
        {
            VersionVo = new WireVersion("2140", target, Date(action)),
        };

    public static WireProgress Uncounted(this WireProgress progress) => progress with { NodeCount = null };

    public static WireProgress Unrecorded(this WireProgress progress) => progress with { VersionVo = null };

    public static Answer AsAnswer(this WireProgress progress) => Answer.Success(progress.ToString());

    public static IEnumerable<Answer> Times(this Answer answer, int count) => Enumerable.Repeat(answer, count);

    /// <summary>What <c>getClusterInfo</c> says.</summary>
    public static Answer Cluster(string version = "2150", string status = "running") =>
        Answer.Success($$"""{"clusterName":"cluster000","clusterStatus":"{{status}}","searchEngineVersionCode":"{{version}}"}""");

    /// <summary>What <c>getClusterInfoList</c> says, where the version is a name.</summary>
    public static Answer List(string no, string version = "2.15.0", string status = "running") => Answer.Success(
        $$"""{"totalPage":1,"allowedClusters":[{"serviceGroupInstanceNo":"{{no}}","clusterStatus":"{{status}}","searchEngineVersion":"{{version}}"}]}""");

    public static string? Date(string text) => text == "-" ? null : text.Length == 8 && text[2] == ':' ? $"{Day} {text}" : text;

    private static WireNode Node(string text)
    {
        string[] words = text.Split(' ', 3);
        return new WireNode(words[0], words[1], Date(words[2]));
    }
}
