namespace NcpSearchEngine.Client;

/// <summary>The wait for one cluster: takes one reading after the other and decides when it ends, and how.</summary>
/// <remarks>All times are counted from the beginning of the wait.</remarks>
internal sealed class ClusterWatch(RollingUpgradeTarget target, RollingUpgradeWatchOptions options)
{
    private readonly UpgradeIdentity _identity = new(target, options.StartTimeout);
    private readonly RefusalCount _refusals = new();
    private StallClock _stall = new();
    private HashSet<string> _hostnames = [];
    private int _mostNodes;
    private TimeSpan? _missingSince = TimeSpan.Zero;
    private bool _failedBefore;
    private bool _proofWarned;
    private bool _absenceNoted;

    internal WatchedUpgrade View { get; } = new(target);

    internal bool IsOver => View.Outcome != WatchOutcome.Waiting;

    /// <summary>When the last reading began.</summary>
    internal TimeSpan LastStartAt { get; set; }

    /// <summary>Reads the cluster once. Without retries: the next reading is one, and a cluster in trouble must not hold a place that others need.</summary>
    internal async Task<ServiceResponse<RollingUpgrade>> ReadAsync(CancellationToken cancellationToken)
    {
        SearchEngineClient client = target.Client;
        ServiceResponse<RollingUpgrade> response = await client
            .ReadProgressAsync(target.ServiceGroupInstanceNo, retry: false, prove: false, cancellationToken).ConfigureAwait(false);
        int? assumed = AssumeNodeCount(response.Value);
        RollingUpgrade upgrade = assumed is null ? response.Value : response.Value.With(proven: false, assumed);
        return upgrade.NeedsProof
            ? response.With(await VersionProof.DecideAsync(client, upgrade, assumed, retry: false, cancellationToken).ConfigureAwait(false))
            : response.With(upgrade);
    }

    /// <summary>Takes a reading that succeeded.</summary>
    internal void Observe(ServiceResponse<RollingUpgrade> response, TimeSpan now, DateTimeOffset wallClock, List<RollingUpgradeEvent> events)
    {
        RollingUpgrade upgrade = response.Value;
        var (changes, anyDifference) = UpgradeComparison.Of(View.Upgrade, upgrade);
        View.Response = response;
        View.LastReadAt = wallClock;
        View.LastFailure = null;
        _refusals.Reset();
        _hostnames = HostnamesOf(upgrade);
        _mostNodes = Math.Max(_mostNodes, Math.Max(_hostnames.Count, upgrade.NodeCount ?? 0));

        (View.IsThere, bool isNewer) = _identity.Identify(upgrade, response.Date ?? wallClock, now);
        events.Add(new RollingUpgradeEvent(RollingUpgradeEventKind.Reading, View, changes: changes));
        if (isNewer)
        {
            (_stall, _failedBefore) = (new StallClock(), false);
            Say(RollingUpgradeEventKind.Warning, Messages.NewerUpgrade(upgrade), events);
        }

        if (View.IsThere)
        {
            _missingSince = null;
            Judge(upgrade, now, anyDifference, events);
        }
        else
        {
            (_stall, _failedBefore) = (new StallClock(), false);
            Miss(now, events);
        }
    }

    /// <summary>Takes a reading that failed.</summary>
    internal void ObserveFailure(NcpSearchEngineException failure, TimeSpan now, List<RollingUpgradeEvent> events)
    {
        View.LastFailure = failure;
        _stall.Interrupt();
        Say(RollingUpgradeEventKind.ReadingFailed, failure.Message, events);
        if (failure.ErrorId == NcpErrorId.SessionClosed)
        {
            End(failure, events);
        }
        else if (!RefusalCount.IsRefusal(failure))
        {
            _refusals.Reset();
        }
        else if (View.Upgrade is not null)
        {
            if (_refusals.Add(now))
            {
                End(failure, events);
            }
        }
        else if (failure.ErrorId == NcpErrorId.ServiceError && target.IsParticular)
        {
            Miss(now, events);
        }
        else
        {
            End(failure, events);
        }
    }

    /// <summary>The time for all clusters is up.</summary>
    internal void TimeOut(DateTimeOffset wallClock, List<RollingUpgradeEvent> events) =>
        End(UpgradeErrors.Timeout(View, options.Timeout, wallClock), events);

    /// <summary>Another cluster was completed, and that is enough.</summary>
    internal void Drop() => View.Outcome = WatchOutcome.Dropped;

    private static HashSet<string> HostnamesOf(RollingUpgrade upgrade) =>
        new(upgrade.Nodes.Select(static node => node.Hostname).OfType<string>(), StringComparer.Ordinal);

    /// <summary>
    /// The number of nodes where the service does not tell it: that of the listed names, once two readings list the same and none knew of more.
    /// </summary>
    private int? AssumeNodeCount(RollingUpgrade upgrade)
    {
        HashSet<string> hostnames = HostnamesOf(upgrade);
        return upgrade.NodeCount is null && hostnames.Count > 0 && hostnames.Count >= _mostNodes && hostnames.SetEquals(_hostnames)
            ? hostnames.Count
            : null;
    }

    private void Judge(RollingUpgrade upgrade, TimeSpan now, bool anyDifference, List<RollingUpgradeEvent> events)
    {
        if (upgrade.State == UpgradeState.Completed)
        {
            View.Outcome = WatchOutcome.Completed;
            events.Add(new RollingUpgradeEvent(RollingUpgradeEventKind.Ended, View));
            return;
        }

        if (upgrade.MissingProof is { } missing && !_proofWarned)
        {
            _proofWarned = true;
            Say(RollingUpgradeEventKind.Warning, missing, events);
        }

        // One answer may be wrong; two running are not.
        if (upgrade.State == UpgradeState.Failed && _failedBefore)
        {
            End(UpgradeErrors.Failed(View), events);
            return;
        }

        _failedBefore = upgrade.State == UpgradeState.Failed;
        bool warn = _stall.Read(now, anyDifference);
        if (options.StallTimeout > TimeSpan.Zero && _stall.Unchanged >= options.StallTimeout)
        {
            End(UpgradeErrors.Stalled(View, _stall.Unchanged), events);
        }
        else if (warn)
        {
            Say(RollingUpgradeEventKind.Warning, Messages.Unchanged(upgrade, _stall.Unchanged), events);
        }
    }

    /// <summary>The upgrade is not there yet, or not there any more.</summary>
    private void Miss(TimeSpan now, List<RollingUpgradeEvent> events)
    {
        _missingSince ??= now;
        if (now - _missingSince >= options.StartTimeout)
        {
            End(UpgradeErrors.NotStarted(View, options.StartTimeout), events);
        }
        else if (!_absenceNoted)
        {
            _absenceNoted = true;
            Say(RollingUpgradeEventKind.Note, Messages.NotThereYet(View, options.StartTimeout), events);
        }
    }

    private void End(NcpSearchEngineException error, List<RollingUpgradeEvent> events)
    {
        View.Outcome = WatchOutcome.NotCompleted;
        View.Error = error;
        events.Add(new RollingUpgradeEvent(RollingUpgradeEventKind.Ended, View));
    }

    private void Say(RollingUpgradeEventKind kind, string message, List<RollingUpgradeEvent> events) =>
        events.Add(new RollingUpgradeEvent(kind, View, message));
}
