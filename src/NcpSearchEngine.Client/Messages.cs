using System.Globalization;
using System.Net.Sockets;

namespace NcpSearchEngine.Client;

/// <summary>
/// Everything that this library says to people, in the texts of Messages.resx and Messages.ko.resx. Each message says what to do next; none ever holds a key.
/// </summary>
internal static class Messages
{
    internal static string InvalidAccessKey => Text(nameof(MessageTexts.InvalidAccessKey));

    internal static string EmptySecretKey => Text(nameof(MessageTexts.EmptySecretKey));

    internal static string SessionClosed => Text(nameof(MessageTexts.SessionClosed));

    internal static string EmptyBody => Text(nameof(MessageTexts.EmptyBody));

    internal static string Redirected => Text(nameof(MessageTexts.Redirected));

    internal static string ServerHasNoRole => Text(nameof(MessageTexts.ServerHasNoRole));

    internal static string RoleKeysNotUnderstood => Text(nameof(MessageTexts.RoleKeysNotUnderstood));

    private static string UnknownTime => Text(nameof(MessageTexts.UnknownTime));

    internal static string MetadataUnreachable(string host) => Format(nameof(MessageTexts.MetadataUnreachable), host);

    internal static string MetadataAddressRefused(string address) => Format(nameof(MessageTexts.MetadataAddressRefused), ServiceText.Clean(address));

    internal static string InvalidInstanceNo(string? given) => Format(nameof(MessageTexts.InvalidInstanceNo), ServiceText.Clean(given));

    internal static string UnknownSite(string site) =>
        Format(nameof(MessageTexts.UnknownSite), ServiceText.Clean(site), string.Join(", ", RegionTable.Sites.Select(static row => row.Site)));

    internal static string UnknownRegion(string region, NcpSite site) => Format(
        nameof(MessageTexts.UnknownRegion),
        site,
        ServiceText.Clean(region),
        string.Join(", ", SearchEngineEndpoint.RegionsOf(site)),
        string.Join("; ", RegionTable.Sites.Select(static row => $"{row.Site}: {string.Join(", ", SearchEngineEndpoint.RegionsOf(row.Site))}")));

    internal static string UnknownGateway(string gateway) =>
        Format(nameof(MessageTexts.UnknownGateway), ServiceText.Clean(gateway), string.Join(", ", RegionTable.Sites.Select(static row => "https://" + row.Gateway)));

    internal static string EndpointNotAnAddress(string endpoint) => Format(nameof(MessageTexts.EndpointNotAnAddress), ServiceText.Clean(endpoint));

    internal static string EndpointNotEncrypted(string endpoint) => Format(nameof(MessageTexts.EndpointNotEncrypted), ServiceText.Clean(endpoint));

    internal static string EndpointOfAnotherSite(string host, NcpSite itsSite, NcpSite site) => Format(nameof(MessageTexts.EndpointOfAnotherSite), host, itsSite, site);

    internal static string RequestTimeout(string operation, string host, TimeSpan limit) =>
        Format(nameof(MessageTexts.RequestTimeout), operation, host, limit.TotalSeconds);

    internal static string ConnectionFailed(string operation, string host, Exception cause) =>
        Format(nameof(MessageTexts.ConnectionFailed), operation, host, Cause(cause));

    internal static string TooLarge(int limit, string excerpt) => Format(nameof(MessageTexts.TooLarge), limit, excerpt);

    internal static string Damaged(Exception cause) => Format(nameof(MessageTexts.Damaged), Cause(cause));

    internal static string NotUnderstood(string excerpt) => Format(nameof(MessageTexts.NotUnderstood), excerpt);

    internal static string Answer(string operation, string host, int status, string? code, string? message, string? details)
    {
        string answer = Format(nameof(MessageTexts.Answer), operation, host, status);
        answer += string.IsNullOrEmpty(code) ? string.Empty : Format(nameof(MessageTexts.AnswerCode), code);
        answer += string.IsNullOrEmpty(message) ? string.Empty : $", {message!.TrimEnd('.')}";
        return answer + (string.IsNullOrEmpty(details) ? "." : $": {details!.TrimEnd('.')}.");
    }

    internal static string WithAdvice(string answer, NcpErrorId id, string? requestId, string? traceId)
    {
        string ids = string.Join(", ", new[]
        {
            string.IsNullOrEmpty(requestId) ? null : Format(nameof(MessageTexts.RequestId), requestId),
            string.IsNullOrEmpty(traceId) ? null : Format(nameof(MessageTexts.TraceId), traceId),
        }.Where(static id => id is not null));
        return $"{answer} {Advice(id)}{(ids.Length == 0 ? string.Empty : $" ({ids})")}";
    }

    internal static string WithRequestId(string message, string? requestId) =>
        requestId is null ? message : $"{message} ({Format(nameof(MessageTexts.RequestId), requestId)})";

    internal static string RefusedAfterClockCorrection(string message, TimeSpan offset) =>
        Format(nameof(MessageTexts.RefusedAfterClockCorrection), message, offset.TotalSeconds);

    internal static string ClockUnknown(string message, DateTimeOffset? date, DateTimeOffset now) => Format(
        nameof(MessageTexts.ClockUnknown),
        message,
        date is { } known ? Format(nameof(MessageTexts.ClocksApart), known, now) : Text(nameof(MessageTexts.AnswerWithoutDate)));

    internal static string VersionProvesNothing(RollingUpgrade upgrade, string? version, string? status) => Unproven(upgrade, version is null
        ? Text(nameof(MessageTexts.VersionNotTold))
        : Format(nameof(MessageTexts.VersionTold), ServiceText.Clean(version), ServiceText.Clean(status) ?? Text(nameof(MessageTexts.StatusUnknown))));

    internal static string VersionNotReadable(RollingUpgrade upgrade, string reason) => Unproven(upgrade, Format(nameof(MessageTexts.VersionNotReadable), reason));

    internal static string NewerUpgrade(RollingUpgrade upgrade) => Format(nameof(MessageTexts.NewerUpgrade), Cluster(upgrade), Record(upgrade));

    internal static string Unchanged(RollingUpgrade upgrade, TimeSpan unchanged) =>
        Format(nameof(MessageTexts.Unchanged), Cluster(upgrade), Duration(unchanged), Position(upgrade));

    internal static string NotThereYet(WatchedUpgrade watched, TimeSpan grace) => Format(nameof(MessageTexts.NotThereYet), Cluster(watched), Seen(watched), Duration(grace));

    internal static string UpgradeFailed(RollingUpgrade upgrade)
    {
        RollingUpgradeNode? node = upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.Failed);
        return Format(nameof(MessageTexts.UpgradeFailed), Cluster(upgrade), NodeAt(node), Done(upgrade));
    }

    internal static string UpgradeStalled(RollingUpgrade upgrade, TimeSpan unchanged) =>
        Format(nameof(MessageTexts.UpgradeStalled), Cluster(upgrade), Duration(unchanged), Position(upgrade));

    internal static string UpgradeTimeout(WatchedUpgrade watched, TimeSpan limit, DateTimeOffset now)
    {
        string position = watched.Upgrade is not { } upgrade ? Text(nameof(MessageTexts.NeverRead))
            : watched.IsThere ? Position(upgrade)
            : Seen(watched);
        return Format(nameof(MessageTexts.UpgradeTimeout), Cluster(watched), Duration(limit), position + Trouble(watched, now));
    }

    internal static string UpgradeNotStarted(WatchedUpgrade watched, TimeSpan grace) =>
        Format(nameof(MessageTexts.UpgradeNotStarted), Cluster(watched), Duration(grace), Seen(watched), HowToAccept(watched));

    internal static string PaceSlower(TimeSpan interval) => Format(nameof(MessageTexts.PaceSlower), Duration(interval));

    internal static string PaceRestored(TimeSpan interval) => Format(nameof(MessageTexts.PaceRestored), Duration(interval));

    internal static string PaceLate(TimeSpan interval, int throttleLimit) => Format(nameof(MessageTexts.PaceLate), throttleLimit, Duration(interval));

    /// <summary>Where the last reading failed: how long ago the last good one was and why.</summary>
    internal static string LastReading(WatchedUpgrade watched, DateTimeOffset now)
    {
        string reason = watched.LastFailure is NcpApiException answer
            ? FormattableString.Invariant($"{answer.HttpStatus} {answer.ServiceMessage ?? answer.ErrorId.ToString()}")
            : watched.LastFailure?.ErrorId.ToString() ?? string.Empty;
        return watched.LastReadAt is { } last
            ? Format(nameof(MessageTexts.LastReading), Duration(now - last), reason)
            : Format(nameof(MessageTexts.NoReadingYet), reason);
    }

    /// <summary>A duration as people say it: 45 s, 12 min, 3 h 20 min.</summary>
    internal static string Duration(TimeSpan time) =>
        time < TimeSpan.FromMinutes(2) ? Format(nameof(MessageTexts.Seconds), Math.Max(0, time.TotalSeconds))
        : time < TimeSpan.FromHours(2) ? Format(nameof(MessageTexts.Minutes), Math.Floor(time.TotalMinutes))
        : Format(nameof(MessageTexts.HoursAndMinutes), Math.Floor(time.TotalHours), time.Minutes);

    private static string Text(string name) => MessageTexts.ResourceManager.GetString(name, MessageLanguage.Current)!;

    private static string Format(string name, params object?[] values) => string.Format(CultureInfo.InvariantCulture, Text(name), values);

    private static string Trouble(WatchedUpgrade watched, DateTimeOffset now) => watched.LastFailure is null
        ? string.Empty
        : $" ({LastReading(watched, now)})";

    private static string Cluster(WatchedUpgrade watched) => watched.Upgrade is { } upgrade ? Cluster(upgrade) : watched.Target.ServiceGroupInstanceNo;

    private static string Done(RollingUpgrade upgrade) => Format(nameof(MessageTexts.NodesDone), upgrade.CompletedCount, upgrade.ExpectedNodeCount);

    private static string NodeAt(RollingUpgradeNode? node)
    {
        if (node is null)
        {
            return Text(nameof(MessageTexts.UnknownNode));
        }

        string name = node.Hostname ?? Text(nameof(MessageTexts.NamelessNode));
        return node.UpdatedAt is { } since ? Format(nameof(MessageTexts.NodeSince), name, node.Status, Time(since)) : $"{name} ({node.Status})";
    }

    /// <summary>The node it hangs on, and since when.</summary>
    private static string Position(RollingUpgrade upgrade)
    {
        RollingUpgradeNode? current = upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.Failed)
            ?? upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.InProgress && !node.IsUnproven)
            ?? upgrade.Nodes.FirstOrDefault(static node => node.State == NodeState.InProgress);
        return current is null
            ? Format(nameof(MessageTexts.NoNodeInProgress), Time(upgrade.LastUpdatedAt), Done(upgrade))
            : Format(nameof(MessageTexts.HangsOn), NodeAt(current), Done(upgrade));
    }

    private static string Seen(WatchedUpgrade watched) => watched.Upgrade switch
    {
        null when watched.LastFailure is { } failure => failure.Message,
        null => Text(nameof(MessageTexts.NothingRead)),
        { HasRecord: false } => Text(nameof(MessageTexts.NoRecord)),
        { } upgrade => Format(nameof(MessageTexts.RecordSeen), Record(upgrade), upgrade.State, Time(upgrade.LastUpdatedAt)),
    };

    private static string Record(RollingUpgrade upgrade) =>
        Format(nameof(MessageTexts.Record), upgrade.CurrentVersionCode, upgrade.TargetVersionCode, Time(upgrade.RequestedAt));

    private static string HowToAccept(WatchedUpgrade watched) => watched switch
    {
        { Upgrade: not { HasRecord: true } } => Text(nameof(MessageTexts.AcceptByStarting)),
        { Target.IsParticular: true } => Text(nameof(MessageTexts.AcceptByAskingOtherwise)),
        { Upgrade: { } upgrade } => Format(nameof(MessageTexts.AcceptByTarget), upgrade.TargetVersionCode),
        _ => string.Empty,
    };

    private static string Time(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture) ?? UnknownTime;

    private static string Unproven(RollingUpgrade upgrade, string version)
    {
        RollingUpgradeNode[] nodes = [.. upgrade.Nodes.Where(static node => node.IsUnproven)];
        return Format(
            nameof(MessageTexts.Unproven),
            Cluster(upgrade),
            upgrade.TargetVersionCode,
            nodes.Length,
            upgrade.Nodes.Count,
            nodes[0].Hostname,
            nodes[0].Status,
            Text(nodes[0].UpdatedAt is null ? nameof(MessageTexts.NodeWithoutDate) : nameof(MessageTexts.NodeChangedSince)),
            version);
    }

    private static string Cluster(RollingUpgrade upgrade) => upgrade.ClusterName is null
        ? upgrade.ServiceGroupInstanceNo
        : $"{upgrade.ClusterName} ({upgrade.ServiceGroupInstanceNo})";

    private static string Advice(NcpErrorId id) => Text(id switch
    {
        NcpErrorId.AuthenticationFailed => nameof(MessageTexts.AdviceAuthenticationFailed),
        NcpErrorId.PermissionDenied => nameof(MessageTexts.AdvicePermissionDenied),
        NcpErrorId.RouteNotFound => nameof(MessageTexts.AdviceRouteNotFound),
        NcpErrorId.Throttled => nameof(MessageTexts.AdviceThrottled),
        NcpErrorId.ServiceUnavailable => nameof(MessageTexts.AdviceServiceUnavailable),
        NcpErrorId.ServiceError => nameof(MessageTexts.AdviceServiceError),
        _ => nameof(MessageTexts.AdviceInvalidResponse),
    });

    private static string Cause(Exception exception)
    {
        Exception innermost = exception.GetBaseException();
        return innermost is SocketException socket ? socket.SocketErrorCode.ToString() : ServiceText.Clean(innermost.Message)!.TrimEnd('.');
    }
}
