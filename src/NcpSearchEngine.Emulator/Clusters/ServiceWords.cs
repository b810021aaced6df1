namespace NcpSearchEngine.Emulator;

/// <summary>The statuses of nodes that were seen in life. <c>running</c> is a node in normal service, not one whose upgrade runs.</summary>
internal static class NodeStatus
{
    public const string Running = "running";
    public const string Upgrading = "Upgrade_OpenSearch";
    public const string Complete = "complete";
}

/// <summary>The statuses of clusters that the emulator uses.</summary>
internal static class ClusterStatus
{
    public const string Running = "running";
    public const string Changing = "changing";
}
