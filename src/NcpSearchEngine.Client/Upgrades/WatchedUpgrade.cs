namespace NcpSearchEngine.Client;

/// <summary>How the wait for a cluster ended.</summary>
public enum WatchOutcome
{
    /// <summary>It goes on.</summary>
    Waiting,

    /// <summary>The upgrade is proven to be done.</summary>
    Completed,

    /// <summary>It ended otherwise; <see cref="WatchedUpgrade.Error"/> says how.</summary>
    NotCompleted,

    /// <summary>Another cluster was completed first, and that was enough.</summary>
    Dropped,
}

/// <summary>One cluster of a wait, as it stands now.</summary>
public sealed class WatchedUpgrade
{
    internal WatchedUpgrade(RollingUpgradeTarget target) => Target = target;

    /// <summary>The cluster and which of its upgrades is meant.</summary>
    public RollingUpgradeTarget Target { get; }

    /// <summary>The last answer that was understood; null before there is one.</summary>
    public ServiceResponse<RollingUpgrade>? Response { get; internal set; }

    /// <summary>The upgrade in the last answer that was understood; null before there is one.</summary>
    public RollingUpgrade? Upgrade => Response?.Value;

    /// <summary>Whether <see cref="Upgrade"/> is the one that is waited for.</summary>
    public bool IsThere { get; internal set; }

    /// <summary>When the last answer that was understood came, by the client's clock; null before there is one.</summary>
    public DateTimeOffset? LastReadAt { get; internal set; }

    /// <summary>Why the last reading failed; null where it succeeded.</summary>
    public NcpSearchEngineException? LastFailure { get; internal set; }

    /// <summary>How the wait for this cluster ended.</summary>
    public WatchOutcome Outcome { get; internal set; }

    /// <summary>Why it ended where it was not completed; else null.</summary>
    public NcpSearchEngineException? Error { get; internal set; }

    /// <summary>What is wrong with the readings just now, as a person would say it.</summary>
    /// <param name="now">The time, by the client's clock.</param>
    /// <returns>Such as <c>last reading 40 s ago: 503 Endpoint Error</c>; null where the last reading succeeded.</returns>
    public string? DescribeTrouble(DateTimeOffset now) => LastFailure is null ? null : Messages.LastReading(this, now);
}
