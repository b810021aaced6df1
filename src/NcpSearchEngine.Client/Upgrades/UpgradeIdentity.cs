namespace NcpSearchEngine.Client;

/// <summary>Which upgrade of the cluster is the one that is waited for: never last month's, and a newer one as soon as there is one.</summary>
internal sealed class UpgradeIdentity(RollingUpgradeTarget target, TimeSpan startTimeout)
{
    /// <summary>A date further ahead of the service's own clock than this is damaged and says nothing.</summary>
    private static readonly TimeSpan _plausible = TimeSpan.FromHours(2);

    private UpgradeRecordId? _followed;
    private UpgradeRecordId? _overBefore;

    /// <summary>The first reading: when by the service's clock, and how long the wait had lasted by then, since trouble may have delayed it.</summary>
    private (DateTimeOffset At, TimeSpan After)? _firstRead;

    /// <summary>Whether this reading shows the upgrade that is waited for; says so where it is not the one of the reading before.</summary>
    internal (bool IsThere, bool IsNewer) Identify(RollingUpgrade upgrade, DateTimeOffset serviceNow, TimeSpan now)
    {
        _firstRead ??= (serviceNow, now);
        if (!target.Matches(upgrade) || upgrade.State == UpgradeState.NotStarted)
        {
            return (false, false);
        }

        UpgradeRecordId id = UpgradeRecordId.Of(upgrade);
        if (_followed is null)
        {
            // Also where the first reading did not show it: its dates tell that it was over by then.
            if (!target.IsParticular && (id == _overBefore || (LooksOver(upgrade) && !IsRecent(upgrade, serviceNow))))
            {
                // One answer may be wrong about a failure; an upgrade that goes on after it is followed.
                _overBefore = upgrade.State == UpgradeState.Failed ? _overBefore : id;
                return (false, false);
            }

            // A reading without a record does not say which upgrade it shows.
            _followed = upgrade.HasRecord ? id : null;
            return (true, false);
        }

        // A reading without a record can't claim to be another upgrade, nor to be done.
        if (id == _followed || !upgrade.HasRecord)
        {
            return (true, false);
        }

        if (id.IsOlderThan(_followed))
        {
            return (false, false);
        }

        _followed = id;
        return (true, true);
    }

    /// <summary>Whether nothing is left to do by the nodes' own words, proven or not.</summary>
    private static bool LooksOver(RollingUpgrade upgrade) => upgrade.State is UpgradeState.Completed or UpgradeState.Failed
        || (upgrade.HasRecord && upgrade.Nodes.Count > 0 && upgrade.Nodes.All(static node => node.State == NodeState.Completed || node.IsUnproven));

    /// <summary>Whether it changed in the wait or at most so long before it began.</summary>
    private bool IsRecent(RollingUpgrade upgrade, DateTimeOffset serviceNow) => target.Client.PossibleUtcOffsets.All(offset =>
        upgrade.Nodes.Select(static node => node.UpdatedAt)
            .Concat([upgrade.RequestedAt])
            .OfType<DateTimeOffset>()
            .Select(date => new DateTimeOffset(date.DateTime, offset))
            .Any(date => date - serviceNow <= _plausible && _firstRead!.Value.At - date - _firstRead.Value.After <= startTimeout));
}
