namespace NcpSearchEngine.Client;

/// <summary>What went wrong, as a name that stays: scripts match it, so a member is never renamed.</summary>
public enum NcpErrorId
{
    /// <summary>No session is open.</summary>
    NotConnected,

    /// <summary>The session has been closed and its key wiped.</summary>
    SessionClosed,

    /// <summary>No session has that name.</summary>
    UnknownSession,

    /// <summary>What was given as a session is none, such as one that was deserialized.</summary>
    InvalidSession,

    /// <summary>An instance number is not made of digits, or no cluster that the account sees is the one named.</summary>
    InvalidServiceGroupInstanceNo,

    /// <summary>An endpoint or gateway to which keys must not be sent.</summary>
    InvalidEndpoint,

    /// <summary>A region or site that does not exist, or a region that its site does not have.</summary>
    UnknownRegion,

    /// <summary>A time that can't be read.</summary>
    InvalidRequestedAfter,

    /// <summary>No keys were found in any of the places looked at.</summary>
    CredentialNotFound,

    /// <summary>No profile has that name.</summary>
    ProfileNotFound,

    /// <summary>A profile that is damaged or incomplete.</summary>
    InvalidProfile,

    /// <summary>The server has no role, or the metadata service does not answer.</summary>
    ServerRoleUnavailable,

    /// <summary>The gateway refused key and signature (HTTP 401, code 200).</summary>
    AuthenticationFailed,

    /// <summary>The gateway refused the signature, and the clocks could not be compared.</summary>
    ClockSkew,

    /// <summary>The account may not do this (HTTP 401, code 210, or HTTP 403).</summary>
    PermissionDenied,

    /// <summary>The gateway knows no such address (HTTP 404, code 300).</summary>
    RouteNotFound,

    /// <summary>Too many requests (HTTP 429), also after the retries.</summary>
    Throttled,

    /// <summary>The service is away (HTTP 5xx without an envelope), also after the retries.</summary>
    ServiceUnavailable,

    /// <summary>The service answered with a code that is not 0.</summary>
    ServiceError,

    /// <summary>An answer that can't be understood, a redirect, or one that is too large.</summary>
    InvalidResponse,

    /// <summary>No connection, also after the retries.</summary>
    ConnectionFailed,

    /// <summary>No complete answer within the time limit of one request.</summary>
    RequestTimeout,

    /// <summary>The upgrade that was waited for is not there.</summary>
    RollingUpgradeNotStarted,

    /// <summary>A node of the upgrade failed.</summary>
    RollingUpgradeFailed,

    /// <summary>The upgrade did not change for too long.</summary>
    RollingUpgradeStalled,

    /// <summary>The upgrade was not done within the time limit.</summary>
    RollingUpgradeTimeout,

    /// <summary>The report can't be written.</summary>
    ReportPathInvalid,
}
