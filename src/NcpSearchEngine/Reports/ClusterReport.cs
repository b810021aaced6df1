namespace NcpSearchEngine.Reports;

/// <summary>One cluster of a wait. Times are the service's, in its zone; texts are as untrusted as they came, but cleaned and short.</summary>
internal sealed record ClusterReport
{
    /// <summary>The instance number; where it is none, what was given in its place.</summary>
    internal required string ServiceGroupInstanceNo { get; init; }

    /// <summary>The cluster's name; null if not known.</summary>
    internal string? ClusterName { get; init; }

    /// <summary>The name of the session that was asked; null where none was.</summary>
    internal string? Session { get; init; }

    /// <summary>How the wait for this cluster ended, or that it still goes on.</summary>
    internal required ClusterOutcome Outcome { get; init; }

    /// <summary>NotStarted, InProgress, Completed or Failed; null before the upgrade that is waited for has been seen.</summary>
    internal string? State { get; init; }

    /// <summary>The version before, as digits without dots; null if not known.</summary>
    internal string? CurrentVersionCode { get; init; }

    /// <summary>The version after, likewise.</summary>
    internal string? TargetVersionCode { get; init; }

    /// <summary>When the upgrade was asked for; null if not known.</summary>
    internal DateTimeOffset? RequestedAt { get; init; }

    /// <summary>When its last node was done; null where it is not completed.</summary>
    internal DateTimeOffset? CompletedAt { get; init; }

    /// <summary>When it will be done if the nodes to come take as long as those done; null where nothing can be told.</summary>
    internal DateTimeOffset? EstimatedCompletionAt { get; init; }

    /// <summary>When the last good reading was taken, by the service's clock: up to then all of this is known.</summary>
    internal DateTimeOffset? ReadAt { get; init; }

    /// <summary>How many nodes there are to upgrade; 0 if not known.</summary>
    internal int ExpectedNodeCount { get; init; }

    /// <summary>Completed nodes in percent, rounded down; 100 only for a completed cluster.</summary>
    internal int PercentComplete { get; init; }

    /// <summary>The name of the error that it ended with; null without one.</summary>
    internal string? ErrorId { get; init; }

    /// <summary>What that error says, or what is wrong with the readings just now; null where there is nothing to say.</summary>
    internal string? Message { get; init; }

    /// <summary>Of the last answer: what NAVER Cloud support asks for.</summary>
    internal string? RequestId { get; init; }

    /// <summary>The nodes in the order in which they were upgraded, those to come last.</summary>
    internal IReadOnlyList<NodeReport> Nodes { get; init; } = [];

    /// <summary>How many nodes are completed.</summary>
    internal int CompletedCount => Nodes.Count(static node => node.State == NodeReport.Completed);

    /// <summary>How many nodes have failed.</summary>
    internal int FailedCount => Nodes.Count(static node => node.State == NodeReport.Failed);

    /// <summary>How long the upgrade took, or has taken up to the last reading; null if not known.</summary>
    internal TimeSpan? Duration => Span.Between(RequestedAt, CompletedAt ?? (State is null or "Completed" ? null : ReadAt));
}

/// <summary>How the wait for a cluster ended.</summary>
internal enum ClusterOutcome
{
    /// <summary>It goes on.</summary>
    Waiting,

    /// <summary>The upgrade is proven to be done.</summary>
    Completed,

    /// <summary>It ended with an error.</summary>
    NotCompleted,

    /// <summary>Another cluster was completed first, and that was enough.</summary>
    Dropped,

    /// <summary>The whole wait ended before this cluster did. Its upgrade may go on.</summary>
    Interrupted,
}
