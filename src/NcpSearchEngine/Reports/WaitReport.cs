namespace NcpSearchEngine.Reports;

/// <summary>What there is to tell of a wait at one moment: the same facts for every format.</summary>
/// <param name="Verdict">How it went, or that it still goes on.</param>
/// <param name="BeganAt">When it began.</param>
/// <param name="At">The moment that this report is about: its end, or now.</param>
/// <param name="Clusters">The clusters in the order of the input; those that no request was sent for come last.</param>
internal sealed record WaitReport(WaitVerdict Verdict, DateTimeOffset BeganAt, DateTimeOffset At, IReadOnlyList<ClusterReport> Clusters)
{
    /// <summary>Whether nothing will be added.</summary>
    internal bool IsFinal => Verdict != WaitVerdict.Waiting;

    /// <summary>First what needs a person's eye, then what still goes on, then what is done; within these in the order of the input.</summary>
    internal IEnumerable<ClusterReport> ByUrgency => Clusters.OrderBy(static cluster => cluster.Outcome switch
    {
        ClusterOutcome.NotCompleted => 0,
        ClusterOutcome.Interrupted => 1,
        ClusterOutcome.Waiting => cluster.FailedCount > 0 ? 0 : 2,
        ClusterOutcome.Completed => 3,
        _ => 4,
    });

    internal int Count(ClusterOutcome outcome) => Clusters.Count(cluster => cluster.Outcome == outcome);
}

/// <summary>How a wait went.</summary>
internal enum WaitVerdict
{
    /// <summary>It still goes on.</summary>
    Waiting,

    /// <summary>Every upgrade is completed, or the first where that is enough.</summary>
    Completed,

    /// <summary>At least one upgrade did not complete, or none where one would have been enough.</summary>
    NotCompleted,

    /// <summary>The wait was stopped. The upgrades may go on.</summary>
    Interrupted,

    /// <summary>There was no cluster to wait for.</summary>
    Nothing,
}
