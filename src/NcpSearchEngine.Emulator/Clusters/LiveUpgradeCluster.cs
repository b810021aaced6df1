namespace NcpSearchEngine.Emulator;

/// <summary>A cluster whose upgrade really proceeds: node by node, from the time provider alone.</summary>
public sealed class LiveUpgradeCluster : EmulatedCluster
{
    private static readonly TimeSpan PreviousUpgradeAge = TimeSpan.FromDays(30);

    private readonly Lock _lock = new();
    private readonly IReadOnlyList<EmulatedNode> _order;
    private readonly IReadOnlyList<EmulatedNode> _listed;
    private Func<DateTimeOffset>? _now;
    private double _speed = 1;
    private ClusterState? _before;
    private UpgradeRun? _run;

    /// <summary>A cluster that is upgraded by this plan; without one, it starts at once.</summary>
    public LiveUpgradeCluster(string no, string name, LiveUpgradePlan? plan = null)
        : base(no, name)
    {
        Plan = plan ?? new LiveUpgradePlan();
        _order = Plan.Nodes ?? GeneratedNodes.Make(name, Plan.NodeCount);
        _listed = Plan.Nodes ?? GeneratedNodes.Shuffle(_order);
        Plan.Check(_order);
    }

    /// <summary>How the upgrade goes.</summary>
    public LiveUpgradePlan Plan { get; }

    /// <inheritdoc/>
    public override string Kind => "live";

    /// <summary>Plays the plan again from its beginning, as if the cluster had just entered the catalog.</summary>
    public void Restart()
    {
        lock (_lock)
        {
            var entered = Now();
            _before = Before(entered, entered + (Plan.StartsAfter ?? TimeSpan.Zero));
            _run = Plan.StartsAfter is { } delay ? Run(_before, Plan.TargetVersionCode, entered + delay) : null;
        }
    }

    /// <inheritdoc/>
    public override ClusterState ReadState()
    {
        lock (_lock)
        {
            var now = Now();
            return _run?.At(now) ?? _before!;
        }
    }

    /// <summary>Why an upgrade to this version could not start now; null where it could.</summary>
    public string? WhyNotUpgradable(string targetVersionCode)
    {
        var state = ReadState();
        return state.Status != ClusterStatus.Running ? "The cluster is being changed."
            : !VersionCatalog.IsOpenSearch(targetVersionCode) ? $"Target version code {targetVersionCode} is not supported."
            : !VersionCatalog.IsNewer(targetVersionCode, state.VersionCode) ? $"The cluster can't be upgraded from {state.VersionCode} to {targetVersionCode}."
            : null;
    }

    /// <summary>Starts an upgrade to this version now; false where <see cref="WhyNotUpgradable"/> has a reason.</summary>
    public bool TryStart(string targetVersionCode)
    {
        lock (_lock)
        {
            if (WhyNotUpgradable(targetVersionCode) is not null)
            {
                return false;
            }

            _run = Run(ReadState(), targetVersionCode, Now());
            return true;
        }
    }

    internal override void Enter(EmulatorClock clock, double speed)
    {
        lock (_lock)
        {
            // The clock may be set wrong later; the dates of an upgrade under way must not jump with it.
            var offset = clock.Offset;
            _now = () => clock.TimeProvider.GetUtcNow() + offset;
            _speed = Plan.Speed ?? speed;
            Restart();
        }
    }

    private DateTimeOffset Now() => (_now ?? throw new InvalidOperationException("The cluster has not entered a catalog yet."))();

    private UpgradeRun Run(ClusterState before, string target, DateTimeOffset start) =>
        new(Plan, before, _order, new UpgradeRecord(before.VersionCode, target, start), TimeSpan.FromSeconds(Plan.SecondsPerNode) / _speed);

    /// <summary>The cluster as it stood before its upgrade: created a little earlier, or upgraded long ago.</summary>
    private ClusterState Before(DateTimeOffset entered, DateTimeOffset start)
    {
        var calm = (start < entered ? start : entered) - TimeSpan.FromMinutes(34);
        if (Plan.PreviousVersionCode is not { } previous)
        {
            return new ClusterState(Plan.CurrentVersionCode, ClusterStatus.Running, null, Untouched(calm));
        }

        var asked = calm - PreviousUpgradeAge;
        var first = new ClusterState(previous, ClusterStatus.Running, null, Untouched(asked - TimeSpan.FromMinutes(34)));
        var record = new UpgradeRecord(previous, Plan.CurrentVersionCode, asked);
        var smooth = Plan with { FailsAtNode = null, StallsAtNode = null };
        return new UpgradeRun(smooth, first, _order, record, TimeSpan.FromSeconds(Math.Min(Plan.SecondsPerNode, 90))).At(calm);
    }

    private NodeState[] Untouched(DateTimeOffset created) =>
        [.. _listed.Select((node, index) => new NodeState(node.Hostname, node.RoleCode, NodeStatus.Running, created.AddSeconds(6 * index)))];
}
