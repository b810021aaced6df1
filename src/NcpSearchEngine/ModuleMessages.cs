using System.Globalization;
using NcpSearchEngine.Client;
using static System.FormattableString;

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

    internal const string InvalidProxy = "-Proxy takes an address such as http://proxy.example:3128, without user and password; give those with -ProxyCredential.";

    internal const string InvalidUtcOffset = "-UtcOffset takes whole minutes, at most 14 hours, such as '08:00:00'.";

    internal const string FileTooLarge = "it is larger than 1 MiB";

    internal static string CredentialNotFound(IEnumerable<string> passedOver) =>
        $"No keys were found: {string.Join("; ", passedOver)}. Give -AccessKey and -SecretKey, -Credential, -ProfileName or -ServerRole, "
        + "or set NCLOUD_ACCESS_KEY_ID and NCLOUD_SECRET_ACCESS_KEY.";

    internal static string NoKeysInEnvironment(string? found, string access, string secret) => found is null
        ? $"the environment has neither {access} nor {secret}"
        : $"the environment has {found} but no {(found.Contains("SECRET") ? access : secret)}";

    internal static string NoConfigureFile(string path) => $"there is no file {path}";

    internal static string NoDefaultProfile(string path) => $"{path} has no profile {Sessions.ConfigureFile.DefaultProfile}";

    internal static string PassedOver(string reason) => $"Passed over: {reason}.";

    internal static string ConfigureFileMissing(string path) => $"There is no file {path}. Give -ConfigPath, or keys another way.";

    internal static string ConfigureFileUnreadable(string path, string reason) => $"{path} can't be read: {reason.TrimEnd('.')}. Correct that, or give keys another way.";

    internal static string ConfigureFileIsOpen(string path) => $"{path} holds secret keys and can be read by other users of this machine. Take that away: chmod 600 '{path}'.";

    internal static string ConfigPathNotAFile(string path) => $"-ConfigPath '{ServiceText.Clean(path)}' is not a path of the file system. Give the path of a file.";

    internal static string InvalidMetadataAddress(string variable, string address) =>
        $"{variable} is '{ServiceText.Clean(address)}', which is no address. Give one such as http://127.0.0.1:8399, or unset it.";

    internal static string SectionDamaged(string path, int line) => Invariant($"{path}, line {line}: the head of a section is damaged. It has to be [name].");

    internal static string ProfileDamaged(string name, string path, int line) =>
        Invariant($"{path}, line {line}, in profile '{name}': it is neither 'key = value' nor a comment. Correct or remove the line.");

    internal static string ProfileNotFound(string name, string path, IEnumerable<string> names) =>
        $"{path} has no profile '{ServiceText.Clean(name)}'. Its profiles: {string.Join(", ", names)}.";

    internal static string ProfileTwice(string name, string path, int one, int other) =>
        Invariant($"{path} has the profile '{ServiceText.Clean(name)}' twice, in lines {one} and {other}. Profiles are not merged: remove one.");

    internal static string ProfileLacksKey(string name, string path, int line, string key) =>
        Invariant($"{path}, line {line}: profile '{name}' has no {key}. Add it.");

    internal static string ProfileKeyTwice(string name, string path, string key, int one, int other) =>
        Invariant($"{path}: profile '{name}' has {key} twice, in lines {one} and {other}. Remove one.");

    internal static string ProfileKeyUnusable(string name, string path, int line, string reason) =>
        Invariant($"{path}, line {line}, profile '{name}': {reason}");

    internal static string ProfileSource(string name, string path) => $"profile '{name}' of {path}";

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

    internal static string ClusterNotFound(string given, string session) =>
        $"No cluster that session '{session}' sees is named or numbered '{ServiceText.Clean(given)}'. Get-NcpSearchEngineCluster without a parameter lists them all.";

    internal static string InvalidRequestedAfter(string? given) =>
        $"'{ServiceText.Clean(given)}' is not a time. Give ISO 8601, such as 2026-11-22T17:09:41+09:00, a DateTimeOffset, or a date as the current culture writes it.";

    internal static string SeveralDidNotMakeIt(int count, IEnumerable<string> errors) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} clusters did not make it. {string.Join(" ", errors)}";
}
