using System.Globalization;
using NcpSearchEngine.Client;

namespace NcpSearchEngine;

/// <summary>
/// Everything that the cmdlets say to people beyond what the client says, in the texts of ModuleMessages.resx and ModuleMessages.ko.resx. None ever holds a key.
/// </summary>
internal static class ModuleMessages
{
    internal static string NotConnected => Text(nameof(ModuleTexts.NotConnected));

    internal static string DeserializedSession => Text(nameof(ModuleTexts.DeserializedSession));

    internal static string NotASession => Text(nameof(ModuleTexts.NotASession));

    internal static string InvalidProxy => Text(nameof(ModuleTexts.InvalidProxy));

    internal static string InvalidUtcOffset => Text(nameof(ModuleTexts.InvalidUtcOffset));

    internal static string FileTooLarge => Text(nameof(ModuleTexts.FileTooLarge));

    internal static string NoDefault(IEnumerable<string> names) => Format(nameof(ModuleTexts.NoDefault), List(names));

    internal static string UnknownSession(string name, IReadOnlyList<string> names) => names.Count == 0
        ? Format(nameof(ModuleTexts.UnknownSessionAndNoneOpen), ServiceText.Clean(name))
        : Format(nameof(ModuleTexts.UnknownSession), ServiceText.Clean(name), List(names));

    internal static string SessionClosed(string name) => Format(nameof(ModuleTexts.SessionClosed), name);

    internal static string CredentialNotFound(IEnumerable<string> passedOver) => Format(nameof(ModuleTexts.CredentialNotFound), string.Join("; ", passedOver));

    internal static string NoKeysInEnvironment(string? found, string access, string secret) => found is null
        ? Format(nameof(ModuleTexts.NoKeysInEnvironment), access, secret)
        : Format(nameof(ModuleTexts.OneKeyInEnvironment), found, found.Contains("SECRET") ? access : secret);

    internal static string NoConfigureFile(string path) => Format(nameof(ModuleTexts.NoConfigureFile), path);

    internal static string NoDefaultProfile(string path) => Format(nameof(ModuleTexts.NoDefaultProfile), path, Sessions.ConfigureFile.DefaultProfile);

    internal static string PassedOver(string reason) => Format(nameof(ModuleTexts.PassedOver), reason);

    internal static string ConfigureFileMissing(string path) => Format(nameof(ModuleTexts.ConfigureFileMissing), path);

    internal static string ConfigureFileUnreadable(string path, string reason) => Format(nameof(ModuleTexts.ConfigureFileUnreadable), path, reason.TrimEnd('.'));

    internal static string ConfigureFileIsOpen(string path) => Format(nameof(ModuleTexts.ConfigureFileIsOpen), path);

    internal static string ConfigPathNotAFile(string path) => Format(nameof(ModuleTexts.ConfigPathNotAFile), ServiceText.Clean(path));

    internal static string InvalidMetadataAddress(string variable, string address) =>
        Format(nameof(ModuleTexts.InvalidMetadataAddress), variable, ServiceText.Clean(address));

    internal static string SectionDamaged(string path, int line) => Format(nameof(ModuleTexts.SectionDamaged), path, line);

    internal static string ProfileDamaged(string name, string path, int line) => Format(nameof(ModuleTexts.ProfileDamaged), name, path, line);

    internal static string ProfileNotFound(string name, string path, IEnumerable<string> names) =>
        Format(nameof(ModuleTexts.ProfileNotFound), ServiceText.Clean(name), path, List(names));

    internal static string ProfileTwice(string name, string path, int one, int other) =>
        Format(nameof(ModuleTexts.ProfileTwice), ServiceText.Clean(name), path, one, other);

    internal static string ProfileLacksKey(string name, string path, int line, string key) => Format(nameof(ModuleTexts.ProfileLacksKey), name, path, line, key);

    internal static string ProfileKeyTwice(string name, string path, string key, int one, int other) =>
        Format(nameof(ModuleTexts.ProfileKeyTwice), name, path, key, one, other);

    internal static string ProfileKeyUnusable(string name, string path, int line, string reason) =>
        Format(nameof(ModuleTexts.ProfileKeyUnusable), name, path, line, reason);

    internal static string SitesContradict(string oneName, NcpSite one, string otherName, NcpSite other) =>
        Format(nameof(ModuleTexts.SitesContradict), oneName, one, otherName, other);

    internal static string KeysOfAnotherSite(string source, NcpSite keys, NcpSite site) => Format(nameof(ModuleTexts.KeysOfAnotherSite), source, keys, site);

    internal static string ClockCorrected(TimeSpan offset) => Format(
        offset > TimeSpan.Zero ? nameof(ModuleTexts.ClockBehind) : nameof(ModuleTexts.ClockAhead),
        Math.Abs(offset.TotalSeconds));

    internal static string Connected(NcpSearchEngineSession session, Sessions.SessionPlace place) => Format(
        nameof(ModuleTexts.Connected),
        session.Name,
        session.Source,
        session.Site,
        place.SiteFrom ?? Text(nameof(ModuleTexts.TheDefault)),
        session.Region,
        place.RegionFrom ?? Text(nameof(ModuleTexts.TheDefault)),
        session.Endpoint);

    internal static string Retried(string serviceGroupInstanceNo, int attempts) => Format(nameof(ModuleTexts.Retried), serviceGroupInstanceNo, attempts);

    internal static string ClusterNotFound(string given, string session) => Format(nameof(ModuleTexts.ClusterNotFound), ServiceText.Clean(given), session);

    internal static string InvalidRequestedAfter(string? given) => Format(nameof(ModuleTexts.InvalidRequestedAfter), ServiceText.Clean(given));

    internal static string SeveralDidNotMakeIt(int count, IEnumerable<string> errors) => Format(nameof(ModuleTexts.SeveralDidNotMakeIt), count, string.Join(" ", errors));

    private static string Text(string name) => ModuleTexts.ResourceManager.GetString(name, MessageLanguage.Current)!;

    private static string Format(string name, params object?[] values) => string.Format(CultureInfo.InvariantCulture, Text(name), values);

    private static string List(IEnumerable<string> names) => string.Join(", ", names);
}
