namespace NcpSearchEngine.Emulator;

/// <summary>
/// One upgrade, from its start to its end, as a pure function of time: nothing runs, the state is worked out when somebody asks.
/// Until a node's turn comes it keeps what it was before.
/// </summary>
internal sealed class UpgradeRun(LiveUpgradePlan plan, ClusterState before, IReadOnlyList<EmulatedNode> order, UpgradeRecord record, TimeSpan perNode)
{
    private readonly Dictionary<string, int> _turns = order.Select((node, turn) => (node.Hostname, turn))
        .ToDictionary(pair => pair.Hostname, pair => pair.turn, StringComparer.Ordinal);

    public bool HasStarted(DateTimeOffset now) => now >= record.RequestedAt;

    public bool IsOver(DateTimeOffset now) => HasStarted(now) && CompletedAt(now) == order.Count;

    public ClusterState At(DateTimeOffset now)
    {
        if (!HasStarted(now))
        {
            return before;
        }

        var completed = CompletedAt(now);
        var isOver = completed == order.Count;
        var isBack = isOver && plan.Afterwards == AfterUpgrade.BackToRunning && now >= BackAt;
        var nodes = new NodeState[before.Nodes.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = NodeAt(before.Nodes[i], now, completed, isBack);
        }

        return new ClusterState(
            isOver ? record.TargetVersionCode : before.VersionCode,
            isOver ? ClusterStatus.Running : ClusterStatus.Changing,
            record,
            nodes);
    }

    /// <summary>
    /// Nodes go back to running in a later second than that of the start: dates have whole seconds, and at high speed the date would otherwise not
    /// be newer than the record's.
    /// </summary>
    private DateTimeOffset BackAt
    {
        get
        {
            var end = TurnEnds(order.Count - 1);
            var nextSecond = record.RequestedAt.AddTicks(TimeSpan.TicksPerSecond - (record.RequestedAt.Ticks % TimeSpan.TicksPerSecond));
            return end > nextSecond ? end : nextSecond;
        }
    }

    private NodeState NodeAt(NodeState node, DateTimeOffset now, int completed, bool isBack)
    {
        var turn = _turns[node.Hostname];
        if (isBack)
        {
            return node with { Status = NodeStatus.Running, UpdatedAt = BackAt };
        }

        if (turn < completed)
        {
            return node with { Status = NodeStatus.Complete, UpdatedAt = TurnEnds(turn) };
        }

        if (turn > completed)
        {
            return node;
        }

        var failsAt = TurnBegins(turn) + (perNode / 2);
        return turn == plan.FailsAtNode - 1 && now >= failsAt
            ? node with { Status = plan.FailureStatus, UpdatedAt = failsAt }
            : node with { Status = NodeStatus.Upgrading, UpdatedAt = TurnBegins(turn) };
    }

    private int CompletedAt(DateTimeOffset now)
    {
        var last = Math.Min(plan.FailsAtNode ?? int.MaxValue, plan.StallsAtNode ?? int.MaxValue) - 1;
        var passed = perNode > TimeSpan.Zero ? (now - record.RequestedAt).Ticks / perNode.Ticks : long.MaxValue;
        return (int)Math.Min(passed, Math.Min(last, order.Count));
    }

    private DateTimeOffset TurnBegins(int turn) => record.RequestedAt + (perNode * turn);

    private DateTimeOffset TurnEnds(int turn) => TurnBegins(turn + 1);
}
