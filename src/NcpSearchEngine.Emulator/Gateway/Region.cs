namespace NcpSearchEngine.Emulator;

/// <summary>The regions by the path prefix that leads to them. The financial site's only region has the first prefix too.</summary>
/// <param name="Prefix">The prefix, up to the name of the operation.</param>
/// <param name="Code">The region's code.</param>
/// <param name="No">Its number; that of KRS is made up, no page names one.</param>
internal sealed record Region(string Prefix, string Code, int No)
{
    public static IReadOnlyList<Region> All { get; } =
    [
        new("/api/v2/cluster/", "KR", 1),
        new("/api/sgn-v2/cluster/", "SGN", 7),
        new("/api/jpn-v2/cluster/", "JPN", 8),
        new("/api/krs-v2/cluster/", "KRS", 2),
    ];

    /// <summary>The region that a path leads to, or null.</summary>
    public static Region? Find(string path)
    {
        foreach (var region in All)
        {
            if (path.StartsWith(region.Prefix, StringComparison.Ordinal))
            {
                return region;
            }
        }

        return null;
    }

    public static Region OfPath(string path) => Find(path) ?? All[0];
}
