namespace NcpSearchEngine.Client;

/// <summary>What happened in a wait.</summary>
public enum RollingUpgradeEventKind
{
    /// <summary>A cluster was read; <see cref="RollingUpgradeEvent.Changes"/> says what is new.</summary>
    Reading,

    /// <summary>A cluster could not be read this time; the wait goes on.</summary>
    ReadingFailed,

    /// <summary>Something a person should know; the wait goes on.</summary>
    Warning,

    /// <summary>Something for those who want to know more; the wait goes on.</summary>
    Note,

    /// <summary>A cluster ended; <see cref="WatchedUpgrade.Outcome"/> says how.</summary>
    Ended,

    /// <summary>Time has passed.</summary>
    Tick,
}

/// <summary>One thing that happened in a wait.</summary>
public sealed class RollingUpgradeEvent
{
    internal RollingUpgradeEvent(RollingUpgradeEventKind kind, WatchedUpgrade? cluster = null, string? message = null, IReadOnlyList<NodeChange>? changes = null)
    {
        Kind = kind;
        Cluster = cluster;
        Message = message;
        Changes = changes ?? [];
    }

    /// <summary>What happened.</summary>
    public RollingUpgradeEventKind Kind { get; }

    /// <summary>The cluster it happened to; null where it concerns all.</summary>
    public WatchedUpgrade? Cluster { get; }

    /// <summary>The words of a warning, a note or a failed reading; else null.</summary>
    public string? Message { get; }

    /// <summary>The nodes whose status or state differs from the reading before; none at the first reading.</summary>
    public IReadOnlyList<NodeChange> Changes { get; }
}

/// <summary>A node that changed between two readings.</summary>
/// <param name="Node">The node now.</param>
/// <param name="Previous">The node before; null where it was not listed.</param>
public sealed record NodeChange(RollingUpgradeNode Node, RollingUpgradeNode? Previous);
