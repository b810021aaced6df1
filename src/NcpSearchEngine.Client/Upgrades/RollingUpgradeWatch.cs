namespace NcpSearchEngine.Client;

/// <summary>Waits for the rolling upgrades of one cluster or of thousands: one loop for all of them, no thread for any.</summary>
public static class RollingUpgradeWatch
{
    /// <summary>Watches until every cluster has ended, or the first is completed where <see cref="RollingUpgradeWatchOptions.Any"/> says so.</summary>
    /// <param name="targets">The clusters.</param>
    /// <param name="options">How to wait. Default: as the options say.</param>
    /// <param name="cancellationToken">Ends the wait and cancels what is in flight.</param>
    /// <returns>
    /// What happens, as it happens. Nothing goes on while the consumer does not ask for the next event. Errors of a cluster are told by
    /// <see cref="WatchedUpgrade.Error"/>; none is thrown.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IAsyncEnumerable<RollingUpgradeEvent> WatchAsync(
        IEnumerable<RollingUpgradeTarget> targets,
        RollingUpgradeWatchOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        RollingUpgradeWatchOptions valid = (options ?? new RollingUpgradeWatchOptions()).Validated();
        return new WatchLoop([.. targets.Select(target => new ClusterWatch(target, valid))], valid).RunAsync(cancellationToken);
    }
}
