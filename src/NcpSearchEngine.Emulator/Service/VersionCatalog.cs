namespace NcpSearchEngine.Emulator;

/// <summary>The versions that the service offers. A code is the version's digits without its dots, so codes can't be ordered as numbers.</summary>
internal static class VersionCatalog
{
    public static IReadOnlyList<(string Code, string Type)> All { get; } =
    [
        ("790", "Elasticsearch"),
        ("133", "OpenSearch"),
        ("270", "OpenSearch"),
        ("290", "OpenSearch"),
        ("2110", "OpenSearch"),
        ("2140", "OpenSearch"),
        ("2150", "OpenSearch"),
        ("2170", "OpenSearch"),
    ];

    public static bool IsOpenSearch(string code) => All.Any(version => version.Code == code && version.Type == "OpenSearch");

    public static bool IsNewer(string code, string than) => VersionOf(code) > VersionOf(than);

    /// <summary><c>2150</c> is <c>2.15.0</c>: one digit, what is between, one digit.</summary>
    public static string NumberOf(string code) => code.Length >= 3 ? $"{code[0]}.{code[1..^1]}.{code[^1]}" : code;

    public static string NameOf(string code) => $"{All.FirstOrDefault(version => version.Code == code).Type ?? "OpenSearch"} {NumberOf(code)}";

    private static Version VersionOf(string code) => Version.TryParse(NumberOf(code), out var version) ? version : new Version(0, 0);
}
