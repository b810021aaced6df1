using System.Management.Automation;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;

namespace NcpSearchEngine.Commands;

/// <summary>Makes every error record: the id is the error's name, the category follows from it.</summary>
internal static class ErrorRecords
{
    /// <summary>What is shown is harmless in a CI log; the exception has the text as it is.</summary>
    internal static ErrorRecord Of(NcpSearchEngineException exception, object? target)
    {
        ErrorRecord record = new(exception, exception.ErrorId.ToString(), CategoryOf(exception.ErrorId), target);
        string shown = LogText.Harmless(exception.Message);
        record.ErrorDetails = shown == exception.Message ? null : new ErrorDetails(shown);
        return record;
    }

    /// <summary>Whether the error concerns every cluster, so that asking for another makes no sense.</summary>
    internal static bool IsTerminating(NcpSearchEngineException exception) => exception.ErrorId switch
    {
        NcpErrorId.NotConnected or NcpErrorId.UnknownSession or NcpErrorId.SessionClosed or NcpErrorId.InvalidSession => true,
        NcpErrorId.AuthenticationFailed or NcpErrorId.ClockSkew or NcpErrorId.RouteNotFound => true,

        // The account lacks the API as a whole; 403 is about one cluster.
        NcpErrorId.PermissionDenied => exception is NcpApiException { Code: "210" },
        _ => false,
    };

    private static ErrorCategory CategoryOf(NcpErrorId id) => id switch
    {
        NcpErrorId.NotConnected or NcpErrorId.SessionClosed or NcpErrorId.ConnectionFailed => ErrorCategory.ConnectionError,
        NcpErrorId.UnknownSession or NcpErrorId.CredentialNotFound or NcpErrorId.ProfileNotFound => ErrorCategory.ObjectNotFound,
        NcpErrorId.RouteNotFound or NcpErrorId.RollingUpgradeNotStarted => ErrorCategory.ObjectNotFound,
        NcpErrorId.InvalidSession or NcpErrorId.InvalidServiceGroupInstanceNo => ErrorCategory.InvalidArgument,
        NcpErrorId.InvalidEndpoint or NcpErrorId.UnknownRegion or NcpErrorId.InvalidRequestedAfter => ErrorCategory.InvalidArgument,
        NcpErrorId.InvalidProfile or NcpErrorId.InvalidResponse => ErrorCategory.InvalidData,
        NcpErrorId.ServerRoleUnavailable or NcpErrorId.ServiceUnavailable => ErrorCategory.ResourceUnavailable,
        NcpErrorId.AuthenticationFailed or NcpErrorId.ClockSkew => ErrorCategory.AuthenticationError,
        NcpErrorId.PermissionDenied => ErrorCategory.PermissionDenied,
        NcpErrorId.Throttled => ErrorCategory.LimitsExceeded,
        NcpErrorId.ServiceError or NcpErrorId.RollingUpgradeFailed => ErrorCategory.InvalidResult,
        NcpErrorId.RequestTimeout or NcpErrorId.RollingUpgradeStalled or NcpErrorId.RollingUpgradeTimeout => ErrorCategory.OperationTimeout,
        NcpErrorId.ReportPathInvalid => ErrorCategory.WriteError,
        _ => ErrorCategory.NotSpecified,
    };
}
