namespace NcpSearchEngine.Client;

/// <summary>Makes the errors with which a wait for a cluster ends, each naming the node it hangs on and since when.</summary>
internal static class UpgradeErrors
{
    internal static NcpSearchEngineException Failed(WatchedUpgrade watched) =>
        Make(NcpErrorId.RollingUpgradeFailed, watched, Messages.UpgradeFailed(watched.Upgrade!));

    internal static NcpSearchEngineException Stalled(WatchedUpgrade watched, TimeSpan unchanged) =>
        Make(NcpErrorId.RollingUpgradeStalled, watched, Messages.UpgradeStalled(watched.Upgrade!, unchanged));

    internal static NcpSearchEngineException Timeout(WatchedUpgrade watched, TimeSpan limit, DateTimeOffset now) =>
        Make(NcpErrorId.RollingUpgradeTimeout, watched, Messages.UpgradeTimeout(watched, limit, now));

    internal static NcpSearchEngineException NotStarted(WatchedUpgrade watched, TimeSpan grace) =>
        Make(NcpErrorId.RollingUpgradeNotStarted, watched, Messages.UpgradeNotStarted(watched, grace));

    private static NcpSearchEngineException Make(NcpErrorId id, WatchedUpgrade watched, string message)
    {
        if (watched.Response is not { } response)
        {
            return new NcpSearchEngineException(id, message, watched.LastFailure);
        }

        return new NcpApiException(id, Messages.WithRequestId(message, response.RequestId), watched.LastFailure)
        {
            Operation = "getRollingUpgradeProgress",
            Host = watched.Target.Client.Endpoint.BaseAddress.Authority,
            HttpStatus = response.HttpStatus,
            RequestId = response.RequestId,
            TraceId = response.TraceId,
        };
    }
}
