namespace NcpSearchEngine.Reports;

/// <summary>One node of an upgrade, and from when to when it was upgraded as far as that is known.</summary>
internal sealed record NodeReport
{
    internal const string Pending = "Pending";
    internal const string InProgress = "InProgress";
    internal const string Completed = "Completed";
    internal const string Failed = "Failed";

    /// <summary>The server's name; null if missing.</summary>
    internal string? Hostname { get; init; }

    /// <summary>Manager, Data, Master or Unknown.</summary>
    internal required string Role { get; init; }

    /// <summary>Pending, InProgress, Completed or Failed.</summary>
    internal required string State { get; init; }

    /// <summary>The service's own word; null if missing.</summary>
    internal string? Status { get; init; }

    /// <summary>When its upgrade began; null if not known.</summary>
    internal DateTimeOffset? StartedAt { get; init; }

    /// <summary>Whether <see cref="StartedAt"/> is only the end of the node before, or the moment the upgrade was asked for.</summary>
    internal bool IsStartEstimated { get; init; }

    /// <summary>When it was done or failed; null where it is neither, or if not known.</summary>
    internal DateTimeOffset? EndedAt { get; init; }

    /// <summary>When its status last changed; null if not known.</summary>
    internal DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>How far its upgrade is known: its end, or the last reading while it goes on; null where it has not begun.</summary>
    internal DateTimeOffset? KnownUntil { get; init; }

    /// <summary>How long its upgrade took, or has taken up to the last reading; null if not known.</summary>
    internal TimeSpan? Duration => Span.Between(StartedAt, KnownUntil);
}
