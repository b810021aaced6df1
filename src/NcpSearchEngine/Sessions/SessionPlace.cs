using NcpSearchEngine.Client;

namespace NcpSearchEngine.Sessions;

/// <summary>The site and the region of a session, and what named each.</summary>
/// <param name="Site">The site.</param>
/// <param name="SiteFrom">What named it; null: nothing did.</param>
/// <param name="Region">The region; null: the site's first.</param>
/// <param name="RegionFrom">What named it; null: nothing did.</param>
internal sealed record SessionPlace(NcpSite Site, string? SiteFrom, string? Region, string? RegionFrom)
{
    /// <param name="site">The parameter; blank: not given.</param>
    /// <param name="region">The parameter; blank: not given.</param>
    /// <param name="keys">They may belong to a site.</param>
    /// <exception cref="NcpSearchEngineException">UnknownRegion: there is no such site. InvalidEndpoint: the keys belong to another, or a gateway is not known.</exception>
    internal static SessionPlace Choose(string? site, string? region, FoundKeys keys)
    {
        (NcpSite chosen, string? siteFrom) = ChooseSite(site, keys);
        (string? inRegion, string? regionFrom) =
            !string.IsNullOrWhiteSpace(region) ? (region, "-Region")
            : EnvironmentKeys.Get(EnvironmentKeys.Region) is { } named ? (named, EnvironmentKeys.Region)
            : (null, null);
        return keys.Site is { } keysSite && keysSite != chosen
            ? throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, ModuleMessages.KeysOfAnotherSite(keys.Source, keysSite, chosen))
            : new SessionPlace(chosen, siteFrom, inRegion, regionFrom);
    }

    private static (NcpSite Site, string? From) ChooseSite(string? site, FoundKeys keys) =>
        !string.IsNullOrWhiteSpace(site) ? (SearchEngineEndpoint.ParseSite(site), "-Site")
        : keys.Site is { } named ? (named, keys.Source)
        : EnvironmentKeys.FindSite() is { } set ? (set, EnvironmentKeys.Get(EnvironmentKeys.Site) is null ? EnvironmentKeys.Gateway : EnvironmentKeys.Site)
        : (NcpSite.Public, null);
}
