using System.Globalization;
using System.Net.Sockets;
using static System.FormattableString;

namespace NcpSearchEngine.Client;

/// <summary>Everything that this library says to people. Each message says what to do next; none ever holds a key.</summary>
internal static class Messages
{
    internal const string InvalidAccessKey = "The access key id must be 1 to 256 visible ASCII characters, as shown in the console under My Account > Manage Auth Keys.";

    internal const string EmptySecretKey = "The secret key is empty. Give the secret key that belongs to the access key id.";

    internal const string SessionClosed = "The session is closed and its key is wiped. Open a new one with Connect-NcpSearchEngine.";

    internal const string EmptyBody = "the body is empty";

    internal const string Redirected = "a redirect, which is never followed";

    internal const string ServerHasNoRole = "This server has no role. Give it one in the console under Sub Account > Roles, or give keys another way.";

    internal const string RoleKeysNotUnderstood = "The metadata service gave no keys that can be understood. Check the server's role, or give keys another way.";

    internal static string MetadataUnreachable(string host) =>
        $"The metadata service at {host} did not answer within a second. -ServerRole works only on a NAVER Cloud server that has a role.";

    internal static string MetadataAddressRefused(string address) =>
        $"'{ServiceText.Clean(address)}' is no metadata service. Only http://169.254.169.254 and loopback addresses are asked for the keys of a role.";

    internal static string InvalidInstanceNo(string? given) =>
        $"'{ServiceText.Clean(given)}' is not an instance number. Give the serviceGroupInstanceNo of a cluster, which is all digits, such as 3427188.";

    internal static string UnknownSite(string site) =>
        $"There is no site '{ServiceText.Clean(site)}'. Give one of: {string.Join(", ", RegionTable.Sites.Select(static row => row.Site))}.";

    internal static string UnknownRegion(string region, NcpSite site) =>
        $"The site {site} has no region '{ServiceText.Clean(region)}'. Give one of: {string.Join(", ", SearchEngineEndpoint.RegionsOf(site))}. "
        + $"Regions by site: {string.Join("; ", RegionTable.Sites.Select(static row => $"{row.Site}: {string.Join(", ", SearchEngineEndpoint.RegionsOf(row.Site))}"))}.";

    internal static string UnknownGateway(string gateway) =>
        $"'{ServiceText.Clean(gateway)}' is not a gateway that is known, so no key is sent to it. Known are: "
        + $"{string.Join(", ", RegionTable.Sites.Select(static row => "https://" + row.Gateway))}. To use another host, name it with -Endpoint.";

    internal static string EndpointNotAnAddress(string endpoint) =>
        $"'{ServiceText.Clean(endpoint)}' is not an endpoint. Give scheme and host without a path, such as https://vpcsearchengine.apigw.ntruss.com.";

    internal static string EndpointNotEncrypted(string endpoint) =>
        $"The endpoint '{ServiceText.Clean(endpoint)}' is not https. Only a loopback address, such as http://127.0.0.1:8399, may be asked without encryption.";

    internal static string EndpointOfAnotherSite(string host, NcpSite itsSite, NcpSite site) =>
        $"The endpoint '{host}' belongs to the site {itsSite}, but the session is for {site}. Keys of one site are not sent to another: give -Site {itsSite}, or leave -Endpoint out.";

    internal static string RequestTimeout(string operation, string host, TimeSpan limit) => Invariant(
        $"{operation} at {host}: no complete answer within {limit.TotalSeconds:0.###} s. Check the network, or allow more time with -TimeoutSec of Connect-NcpSearchEngine.");

    internal static string ConnectionFailed(string operation, string host, Exception cause) =>
        $"{operation} at {host}: no connection ({Cause(cause)}). Check network, proxy and DNS; the site Fin is reachable only inside its zone or by its VPN.";

    internal static string TooLarge(int limit, string excerpt) => Invariant($"the body is larger than {limit:N0} bytes and begins with: {excerpt}");

    internal static string Damaged(Exception cause) => $"the body can't be decompressed ({Cause(cause)})";

    internal static string NotUnderstood(string excerpt) => $"the body is not an answer of this service and begins with: {excerpt}";

    internal static string Answer(string operation, string host, int status, string? code, string? message, string? details)
    {
        string answer = Invariant($"{operation} at {host}: HTTP {status}");
        answer += string.IsNullOrEmpty(code) ? string.Empty : $", code {code}";
        answer += string.IsNullOrEmpty(message) ? string.Empty : $", {message!.TrimEnd('.')}";
        return answer + (string.IsNullOrEmpty(details) ? "." : $": {details!.TrimEnd('.')}.");
    }

    internal static string WithAdvice(string answer, NcpErrorId id, string? requestId, string? traceId)
    {
        string ids = string.Join(", ", new[]
        {
            string.IsNullOrEmpty(requestId) ? null : "request id " + requestId,
            string.IsNullOrEmpty(traceId) ? null : "trace id " + traceId,
        }.Where(static id => id is not null));
        return $"{answer} {Advice(id)}{(ids.Length == 0 ? string.Empty : $" ({ids})")}";
    }

    internal static string RefusedAfterClockCorrection(string message, TimeSpan offset) => Invariant(
        $"{message} The local clock is {offset.TotalSeconds:+0;-0} s off; it was corrected and the request repeated, so it is not the clock.");

    internal static string ClockUnknown(string message, DateTimeOffset? date, DateTimeOffset now) => Invariant(
        $"{message} The clocks could not be compared: {(date is { } known ? $"the answer is dated {known:u}, the local clock says {now:u}" : "the answer has no date")}. ")
        + "Set the clock of this machine; the gateway refuses requests that are 5 minutes off.";

    internal static string VersionProvesNothing(RollingUpgrade upgrade, string? version, string? status) => version is null
        ? $"{Unproven(upgrade)} and the service does not tell the cluster's own version."
        : $"{Unproven(upgrade)} and the cluster itself is at version {ServiceText.Clean(version)}, status {ServiceText.Clean(status) ?? "unknown"}.";

    internal static string VersionNotReadable(RollingUpgrade upgrade, string reason) =>
        $"{Unproven(upgrade)} and the cluster's own version could not be read: {reason}";

    internal static string NewerUpgrade(RollingUpgrade upgrade) =>
        $"{Cluster(upgrade)}: a newer upgrade has begun, {Record(upgrade)}; the wait now follows that one.";

    internal static string Unchanged(RollingUpgrade upgrade, TimeSpan unchanged) =>
        $"{Cluster(upgrade)}: nothing has changed for {Duration(unchanged)}. {Position(upgrade)} See the cluster in the console.";

    internal static string NotThereYet(WatchedUpgrade watched, TimeSpan grace) =>
        $"{Cluster(watched)}: {Seen(watched)} The upgrade may still begin within {Duration(grace)}.";

    internal static string UpgradeFailed(RollingUpgrade upgrade)
    {
        RollingUpgradeNode? node = upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.Failed);
        return $"{Cluster(upgrade)}: the rolling upgrade failed at {NodeAt(node)}. {Done(upgrade)} It can't be rolled back: ask NAVER Cloud support, with the request id.";
    }

    internal static string UpgradeStalled(RollingUpgrade upgrade, TimeSpan unchanged) =>
        $"{Cluster(upgrade)}: the rolling upgrade has not changed for {Duration(unchanged)}. {Position(upgrade)} See the cluster in the console, or allow more with -StallTimeoutSec.";

    internal static string UpgradeTimeout(WatchedUpgrade watched, TimeSpan limit, DateTimeOffset now)
    {
        string position = watched.Upgrade is not { } upgrade ? "It was never read."
            : watched.IsThere ? Position(upgrade)
            : Seen(watched);
        return $"{Cluster(watched)}: the rolling upgrade was not done within {Duration(limit)}. {position}{Trouble(watched, now)} "
            + "The upgrade itself goes on: wait again, or allow more time with -TimeoutSec.";
    }

    internal static string UpgradeNotStarted(WatchedUpgrade watched, TimeSpan grace) =>
        $"{Cluster(watched)}: the upgrade was not there within {Duration(grace)}. {Seen(watched)} {HowToAccept(watched)}";

    internal static string PaceSlower(TimeSpan interval) => $"The service asks for patience: each cluster is now read every {Duration(interval)}.";

    internal static string PaceRestored(TimeSpan interval) => $"Each cluster is again read every {Duration(interval)}.";

    internal static string PaceLate(TimeSpan interval, int throttleLimit) =>
        Invariant($"With {throttleLimit} readings at a time each cluster is read about every {Duration(interval)}; a larger -ThrottleLimit reads more often.");

    /// <summary>Where the last reading failed: how long ago the last good one was and why.</summary>
    internal static string LastReading(WatchedUpgrade watched, DateTimeOffset now)
    {
        string reason = watched.LastFailure is NcpApiException answer
            ? Invariant($"{answer.HttpStatus} {answer.ServiceMessage ?? answer.ErrorId.ToString()}")
            : watched.LastFailure?.ErrorId.ToString() ?? string.Empty;
        return watched.LastReadAt is { } last ? $"last reading {Duration(now - last)} ago: {reason}" : $"no reading yet: {reason}";
    }

    /// <summary>A duration as people say it: 45 s, 12 min, 3 h 20 min.</summary>
    internal static string Duration(TimeSpan time) =>
        time < TimeSpan.FromMinutes(2) ? Invariant($"{Math.Max(0, time.TotalSeconds):0} s")
        : time < TimeSpan.FromHours(2) ? Invariant($"{Math.Floor(time.TotalMinutes):0} min")
        : Invariant($"{Math.Floor(time.TotalHours):0} h {time.Minutes} min");

    private static string Trouble(WatchedUpgrade watched, DateTimeOffset now) => watched.LastFailure is null
        ? string.Empty
        : $" ({LastReading(watched, now)})";

    private static string Cluster(WatchedUpgrade watched) => watched.Upgrade is { } upgrade ? Cluster(upgrade) : watched.Target.ServiceGroupInstanceNo;

    private static string Done(RollingUpgrade upgrade) => Invariant($"{upgrade.CompletedCount} of {upgrade.ExpectedNodeCount} nodes are done.");

    private static string NodeAt(RollingUpgradeNode? node) => node is null ? "an unknown node"
        : $"{node.Hostname ?? "a node without a name"} ({node.Status}{(node.UpdatedAt is { } since ? " since " + Time(since) : string.Empty)})";

    /// <summary>The node it hangs on, and since when.</summary>
    private static string Position(RollingUpgrade upgrade)
    {
        RollingUpgradeNode? current = upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.Failed)
            ?? upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.InProgress && !node.IsUnproven)
            ?? upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.InProgress);
        return current is null
            ? $"No node is being upgraded, the last change was {(upgrade.LastUpdatedAt is { } last ? "at " + Time(last) : "at an unknown time")}. {Done(upgrade)}"
            : $"It hangs on {NodeAt(current)}. {Done(upgrade)}";
    }

    private static string Seen(WatchedUpgrade watched) => watched.Upgrade switch
    {
        null when watched.LastFailure is { } failure => failure.Message,
        null => "Nothing was read.",
        { HasRecord: false } => "The service has no record of an upgrade.",
        { } upgrade => $"The record seen is {Record(upgrade)}, {upgrade.State}, last changed {(upgrade.LastUpdatedAt is { } last ? "at " + Time(last) : "at an unknown time")}.",
    };

    private static string Record(RollingUpgrade upgrade) =>
        $"{upgrade.CurrentVersionCode} to {upgrade.TargetVersionCode}, asked for at {(upgrade.RequestedAt is { } requested ? Time(requested) : "an unknown time")}";

    private static string HowToAccept(WatchedUpgrade watched) => watched switch
    {
        { Upgrade: not { HasRecord: true } } => "Start the upgrade first, or allow more time with -StartTimeoutSec.",
        { Target.IsParticular: true } => "It is not the one that -TargetVersionCode and -RequestedAfter ask for: start the upgrade, or change them.",
        { Upgrade: { } upgrade } => $"It was over well before the first reading. If it is the one you mean, say -TargetVersionCode {upgrade.TargetVersionCode}.",
        _ => string.Empty,
    };

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);

    private static string Unproven(RollingUpgrade upgrade)
    {
        RollingUpgradeNode[] nodes = [.. upgrade.Nodes.Where(static node => node.IsUnproven)];
        return Invariant($"{Cluster(upgrade)}: not proven to be at {upgrade.TargetVersionCode}, so it counts as InProgress. {nodes.Length} of {upgrade.Nodes.Count} nodes ")
            + $"({nodes[0].Hostname}: {nodes[0].Status}, {(nodes[0].UpdatedAt is null ? "no date" : "changed since the upgrade was asked for")}) are not called complete with a date,";
    }

    private static string Cluster(RollingUpgrade upgrade) => upgrade.ClusterName is null
        ? upgrade.ServiceGroupInstanceNo
        : $"{upgrade.ClusterName} ({upgrade.ServiceGroupInstanceNo})";

    private static string Advice(NcpErrorId id) => id switch
    {
        NcpErrorId.AuthenticationFailed => "Check access key id and secret key, and that they belong to this site.",
        NcpErrorId.PermissionDenied => "Ask the account's administrator for the Search Engine Service permission, and check that the API is subscribed to.",
        NcpErrorId.RouteNotFound => "Check site, region and endpoint: this host does not know the address.",
        NcpErrorId.Throttled => "Too many requests: try again later, or lower -ThrottleLimit.",
        NcpErrorId.ServiceUnavailable => "The service is away for the moment: try again later.",
        NcpErrorId.ServiceError => "Check the instance number and the account's rights to the cluster.",
        _ => "Check that the endpoint is the Search Engine Service.",
    };

    private static string Cause(Exception exception)
    {
        Exception innermost = exception.GetBaseException();
        return innermost is SocketException socket ? socket.SocketErrorCode.ToString() : ServiceText.Clean(innermost.Message)!.TrimEnd('.');
    }
}
