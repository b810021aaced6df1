using System.Globalization;
using NcpSearchEngine.Client;

namespace NcpSearchEngine;

/// <summary>Everything that the cmdlets say to people beyond what the client says. None ever holds a key.</summary>
internal static class ModuleMessages
{
    internal const string NotConnected = "No session is open in this runspace. Open one with Connect-NcpSearchEngine.";

    internal const string DeserializedSession =
        "This session was deserialized and holds no key: sessions don't travel to other processes or files. Call Connect-NcpSearchEngine there.";

    internal const string NotASession = "-Session takes a session of Connect-NcpSearchEngine or the name of one.";

    internal static string NoDefault(IEnumerable<string> names) =>
        $"No session is the default. Give -Session, or connect again. Open sessions: {string.Join(", ", names)}.";

    internal static string UnknownSession(string name, IReadOnlyList<string> names) =>
        $"There is no session '{ServiceText.Clean(name)}' in this runspace. "
        + (names.Count == 0 ? "None is open: call Connect-NcpSearchEngine." : $"Open sessions: {string.Join(", ", names)}.");

    internal static string SessionClosed(string name) =>
        $"The session '{name}' is closed and its key is wiped. Open a new one with Connect-NcpSearchEngine.";

    internal static string CredentialNotFound(IEnumerable<string> passedOver) =>
        $"No keys were found: {string.Join("; ", passedOver)}. "
        + "Give -AccessKey and -SecretKey, or -Credential, or set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY.";

    internal static string SitesContradict(string oneName, NcpSite one, string otherName, NcpSite other) =>
        $"{oneName} says {one}, but {otherName} says {other}. Keys of one site are not sent to another: make the two agree.";

    internal static string KeysOfAnotherSite(string source, NcpSite keys, NcpSite site) =>
        $"The keys from {source} belong to the site {keys}, but the session is for {site}. Keys of one site are not sent to another: give -Site {keys}, or other keys.";

    internal static string ClockCorrected(TimeSpan offset) => string.Format(
        CultureInfo.InvariantCulture,
        "The clock of this machine is {0:0} s {1} the service's. Requests are now stamped with the service's time; set the clock.",
        Math.Abs(offset.TotalSeconds),
        offset > TimeSpan.Zero ? "behind" : "ahead of");

    internal static string Connected(NcpSearchEngineSession session, string siteFrom, string regionFrom) =>
        $"Session '{session.Name}': keys from {session.Source}; site {session.Site} from {siteFrom}; region {session.Region} from {regionFrom}; {session.Endpoint}.";

    internal static string Retried(string serviceGroupInstanceNo, int attempts) =>
        string.Format(CultureInfo.InvariantCulture, "{0}: answered at attempt {1}.", serviceGroupInstanceNo, attempts);

    internal static string InvalidRequestedAfter(string? given) =>
        $"'{ServiceText.Clean(given)}' is not a time. Give ISO 8601, such as 2026-11-22T17:09:41+09:00, a DateTimeOffset, or a date as the current culture writes it.";

    internal static string SeveralDidNotMakeIt(int count, IEnumerable<string> errors) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} clusters did not make it. {string.Join(" ", errors)}";
}
