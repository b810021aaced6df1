namespace NcpSearchEngine.Emulator;

/// <summary><c>rollingUpgradePreCheck</c> and <c>rollingUpgradeCluster</c>: <c>true</c>, or <c>null</c> with the reason in the message.</summary>
internal static class UpgradeStartAnswer
{
    public static EmulatedAnswer PreCheck(EmulatedRequestContext request, EmulatedCluster cluster) =>
        Refuse(request, cluster) ?? True(request);

    public static EmulatedAnswer Start(EmulatedRequestContext request, EmulatedCluster cluster) =>
        Refuse(request, cluster)
        ?? (((LiveUpgradeCluster)cluster).TryStart(request.Parameters!.TargetVersionCode!)
            ? True(request)
            : ServiceFailure.NotUpgradable(request, "The cluster is being changed."));

    private static EmulatedAnswer? Refuse(EmulatedRequestContext request, EmulatedCluster cluster) => (request.Parameters?.TargetVersionCode, cluster) switch
    {
        (null or "", _) => ServiceFailure.TargetMissing(request),
        (_, not LiveUpgradeCluster) => ServiceFailure.NotUpgradable(request, "A recorded cluster can't be upgraded."),
        ({ } target, LiveUpgradeCluster live) when live.WhyNotUpgradable(target) is { } reason => ServiceFailure.NotUpgradable(request, reason),
        (_, LiveUpgradeCluster { Plan.HasRecentSnapshot: false }) => ServiceFailure.NoRecentSnapshot(request),
        _ => null,
    };

    private static EmulatedAnswer True(EmulatedRequestContext request) =>
        ServiceEnvelope.Success(request.RequestId, static json => json.WriteBooleanValue(true));
}
