namespace NcpSearchEngine.Emulator;

/// <summary>
/// The service's own failures. Only 10107 and 10154 are known from life; the others are this emulator's choice, because no list is published.
/// All come with HTTP 400.
/// </summary>
internal static class ServiceFailure
{
    public static EmulatedAnswer NoSuchCluster(EmulatedRequestContext request) =>
        Of(request, 10107, "The cluster does not exist or you have no permission for it.");

    public static EmulatedAnswer NumberMissing(EmulatedRequestContext request) => Of(request, 10101, "Service group instance no is not allowed to be empty");

    public static EmulatedAnswer RegionMissing(EmulatedRequestContext request) => Of(request, 10102, "Region no is not allowed to be empty");

    public static EmulatedAnswer TargetMissing(EmulatedRequestContext request) => Of(request, 10103, "Target version code is not allowed to be empty");

    public static EmulatedAnswer NotUpgradable(EmulatedRequestContext request, string reason) => Of(request, 10150, reason);

    public static EmulatedAnswer NoRecentSnapshot(EmulatedRequestContext request) => Of(request, 10154, "There is no snapshot of the last 6 hours.");

    private static EmulatedAnswer Of(EmulatedRequestContext request, int code, string message) =>
        ServiceEnvelope.Failure(400, code, message, request.RequestId);
}
