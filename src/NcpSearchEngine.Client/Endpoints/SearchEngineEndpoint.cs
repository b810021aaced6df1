namespace NcpSearchEngine.Client;

/// <summary>Where requests go: a host, the path prefix of a region, and what a request must say about the region.</summary>
public sealed class SearchEngineEndpoint
{
    private SearchEngineEndpoint(NcpSite site, RegionTable.RegionRow region, Uri baseAddress, string? regionNo)
    {
        Site = site;
        Region = region.Name;
        PathPrefix = region.PathPrefix;
        BaseAddress = baseAddress;
        RegionNo = regionNo;
        UtcOffset = region.UtcOffset;
        PossibleUtcOffsets = region.OtherUtcOffset is { } other ? [region.UtcOffset, other] : [region.UtcOffset];
    }

    /// <summary>The sites that there are.</summary>
    public static IReadOnlyList<NcpSite> Sites { get; } = [.. RegionTable.Sites.Select(static row => row.Site)];

    /// <summary>The site whose keys this endpoint takes.</summary>
    public NcpSite Site { get; }

    /// <summary>The region's code, such as <c>KR</c>.</summary>
    public string Region { get; }

    /// <summary>Scheme, host and port.</summary>
    public Uri BaseAddress { get; }

    /// <summary>The start of every path, such as <c>/api/v2</c>.</summary>
    public string PathPrefix { get; }

    /// <summary>The <c>regionNo</c> of requests that take one; null where none is sent.</summary>
    public string? RegionNo { get; }

    /// <summary>The zone of the dates that the service writes without one.</summary>
    public TimeSpan UtcOffset { get; }

    /// <summary>Every zone that those dates may be in: more than one where it is not documented.</summary>
    public IReadOnlyList<TimeSpan> PossibleUtcOffsets { get; }

    /// <summary>Whether the host is this machine.</summary>
    public bool IsLoopback => BaseAddress.IsLoopback;

    /// <summary>Finds the endpoint of a region.</summary>
    /// <param name="site">The site; null or empty is Public. Case does not matter.</param>
    /// <param name="region">The region; null or empty is the site's first: KR, or FKR in Fin. Case does not matter.</param>
    /// <param name="address">Another host: https, or http to a loopback address, without a path. Null: the service's own.</param>
    /// <param name="regionNo">The <c>regionNo</c> to send; null: the service's own, empty: none.</param>
    /// <returns>The endpoint.</returns>
    /// <exception cref="NcpSearchEngineException">
    /// <see cref="NcpErrorId.UnknownRegion"/>: no such site, or the site has no such region; the message lists what is valid.
    /// <see cref="NcpErrorId.InvalidEndpoint"/>: keys must not be sent to that address.
    /// </exception>
    public static SearchEngineEndpoint Resolve(string? site = null, string? region = null, string? address = null, string? regionNo = null)
    {
        RegionTable.SiteRow siteRow = RegionTable.Of(ParseSite(site));
        RegionTable.RegionRow regionRow = FindRegion(siteRow, region);
        Uri baseAddress = string.IsNullOrWhiteSpace(address) ? new Uri("https://" + siteRow.Host) : ParseAddress(address!, siteRow);
        string? sentRegionNo = regionNo is null ? regionRow.RegionNo : regionNo.Trim() is { Length: > 0 } given ? given : null;
        return new SearchEngineEndpoint(siteRow.Site, regionRow, baseAddress, sentRegionNo);
    }

    /// <summary>Reads a site's name.</summary>
    /// <param name="site">Public, Gov or Fin in any case; null or empty is Public.</param>
    /// <returns>The site.</returns>
    /// <exception cref="NcpSearchEngineException"><see cref="NcpErrorId.UnknownRegion"/>: there is no such site.</exception>
    public static NcpSite ParseSite(string? site)
    {
        if (string.IsNullOrWhiteSpace(site))
        {
            return NcpSite.Public;
        }

        foreach (RegionTable.SiteRow row in RegionTable.Sites)
        {
            if (string.Equals(row.Site.ToString(), site!.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return row.Site;
            }
        }

        throw new NcpSearchEngineException(NcpErrorId.UnknownRegion, Messages.UnknownSite(site!));
    }

    /// <summary>The site that a gateway address belongs to, by which NAVER Cloud's own tools name a site.</summary>
    /// <param name="gateway">Such as <c>https://ncloud.apigw.gov-ntruss.com</c>.</param>
    /// <returns>The site.</returns>
    /// <exception cref="NcpSearchEngineException"><see cref="NcpErrorId.InvalidEndpoint"/>: it is none of the three gateways that are known.</exception>
    public static NcpSite SiteOfGateway(string gateway)
    {
        if (Uri.TryCreate(gateway?.Trim(), UriKind.Absolute, out Uri? address) && IsBareHttps(address))
        {
            foreach (RegionTable.SiteRow row in RegionTable.Sites)
            {
                if (string.Equals(row.Gateway, address.Host, StringComparison.OrdinalIgnoreCase))
                {
                    return row.Site;
                }
            }
        }

        throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, Messages.UnknownGateway(gateway ?? string.Empty));
    }

    /// <summary>The regions that a site has.</summary>
    /// <param name="site">The site.</param>
    /// <returns>Their codes, the default first.</returns>
    public static IReadOnlyList<string> RegionsOf(NcpSite site) => [.. RegionTable.Of(site).Regions.Select(static row => row.Name)];

    /// <inheritdoc/>
    public override string ToString() => $"{Site}/{Region} {BaseAddress.GetLeftPart(UriPartial.Authority)}";

    private static RegionTable.RegionRow FindRegion(RegionTable.SiteRow site, string? region)
    {
        if (string.IsNullOrWhiteSpace(region))
        {
            return site.Regions[0];
        }

        foreach (RegionTable.RegionRow row in site.Regions)
        {
            if (string.Equals(row.Name, region!.Trim(), StringComparison.OrdinalIgnoreCase))
            {
                return row;
            }
        }

        throw new NcpSearchEngineException(NcpErrorId.UnknownRegion, Messages.UnknownRegion(region!, site.Site));
    }

    private static Uri ParseAddress(string text, RegionTable.SiteRow site)
    {
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? address) || !IsBare(address) || !IsAsWritten(address, text.Trim()))
        {
            throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, Messages.EndpointNotAnAddress(text));
        }

        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        {
            throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, Messages.EndpointNotEncrypted(text));
        }

        // Keys of one site must not reach the host of another, not even by a slip of the pen.
        string host = address.IdnHost.TrimEnd('.');
        foreach (RegionTable.SiteRow other in RegionTable.Sites)
        {
            bool isOthers = string.Equals(other.Host, host, StringComparison.OrdinalIgnoreCase)
                || string.Equals(other.Gateway, host, StringComparison.OrdinalIgnoreCase);
            if (isOthers && other.Site != site.Site)
            {
                throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, Messages.EndpointOfAnotherSite(host, other.Site, site.Site));
            }
        }

        return new Uri(address.GetLeftPart(UriPartial.Authority));
    }

    // What one reads is where it goes: Uri makes localhost of "loopback" and 127.0.0.1 of 0x7f.1, and keeps the @ of an empty user.
    private static bool IsAsWritten(Uri address, string text) =>
        text.StartsWith($"{address.Scheme}://{address.Host}", StringComparison.OrdinalIgnoreCase);

    private static bool IsBareHttps(Uri address) => address.Scheme == Uri.UriSchemeHttps && IsBare(address);

    private static bool IsBare(Uri address) =>
        address.Host.Length > 0 && address.UserInfo.Length == 0 && address.PathAndQuery is "/" or "" && address.Fragment.Length == 0;
}
