namespace NcpSearchEngine.Client;

/// <summary>The one more read that decides where the nodes of an upgrade alone prove nothing: the cluster's own version and status.</summary>
/// <remarks>Repeated readings of the progress prove nothing, however often they say the same.</remarks>
internal static class VersionProof
{
    /// <summary>Completes an upgrade whose cluster runs at its target version; else says what is missing.</summary>
    internal static async Task<RollingUpgrade> DecideAsync(
        SearchEngineClient client,
        RollingUpgrade upgrade,
        int? assumedNodeCount,
        bool retry,
        CancellationToken cancellationToken)
    {
        string missing;
        try
        {
            ClusterRecord? cluster = await client.ReadClusterAsync(upgrade.ServiceGroupInstanceNo, retry, cancellationToken).ConfigureAwait(false);
            if (IsAtTarget(cluster, upgrade.TargetVersionCode!) && IsRunning(cluster!))
            {
                return upgrade.With(proven: true, assumedNodeCount);
            }

            missing = Messages.VersionProvesNothing(upgrade, VersionOf(cluster), cluster?.ClusterStatus);
        }
        catch (NcpSearchEngineException refused) when (refused.ErrorId != NcpErrorId.SessionClosed)
        {
            missing = Messages.VersionNotReadable(upgrade, refused.Message);
        }

        return upgrade.With(proven: false, assumedNodeCount, missing);
    }

    private static bool IsAtTarget(ClusterRecord? cluster, string target) => string.Equals(VersionOf(cluster), target, StringComparison.Ordinal);

    private static bool IsRunning(ClusterRecord cluster) => string.Equals(cluster.ClusterStatus?.Trim(), "running", StringComparison.OrdinalIgnoreCase);

    /// <summary>The version as digits without dots, also where the service gives a name.</summary>
    private static string? VersionOf(ClusterRecord? cluster) => cluster?.SearchEngineVersionCode?.Trim() is { Length: > 0 } code
        ? code
        : cluster?.SearchEngineVersion is { } name ? new string([.. name.Where(static c => c is >= '0' and <= '9')]) : null;
}
