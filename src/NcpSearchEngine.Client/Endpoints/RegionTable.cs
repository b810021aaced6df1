namespace NcpSearchEngine.Client;

/// <summary>Hosts, gateways and regions of the service. Source: NAVER Cloud API guide, "Search Engine Service", and its SDKs.</summary>
internal static class RegionTable
{
    private static readonly TimeSpan _korea = TimeSpan.FromHours(9);

    internal static IReadOnlyList<SiteRow> Sites { get; } =
    [
        new(NcpSite.Public, "vpcsearchengine.apigw.ntruss.com", "ncloud.apigw.ntruss.com",
        [
            new("KR", "/api/v2", "1", _korea),
            new("SGN", "/api/sgn-v2", "7", TimeSpan.FromHours(8)) { OtherUtcOffset = _korea },
            new("JPN", "/api/jpn-v2", "8", _korea),
        ]),
        new(NcpSite.Gov, "vpcsearchengine.apigw.gov-ntruss.com", "ncloud.apigw.gov-ntruss.com",
        [
            new("KR", "/api/v2", null, _korea),
            new("KRS", "/api/krs-v2", null, _korea),
        ]),
        new(NcpSite.Fin, "fin-vpcsearchengine.apigw.fin-ntruss.com", "fin-ncloud.apigw.fin-ntruss.com",
        [
            new("FKR", "/api/v2", null, _korea),
        ]),
    ];

    internal static SiteRow Of(NcpSite site) => Sites[(int)site];

    internal sealed record SiteRow(NcpSite Site, string Host, string Gateway, IReadOnlyList<RegionRow> Regions);

    /// <param name="Name">The region's code.</param>
    /// <param name="PathPrefix">The start of every path.</param>
    /// <param name="RegionNo">The <c>regionNo</c> of its requests; null where none is sent.</param>
    /// <param name="UtcOffset">The zone of the dates that the service writes there.</param>
    internal sealed record RegionRow(string Name, string PathPrefix, string? RegionNo, TimeSpan UtcOffset)
    {
        /// <summary>The other zone that its dates may be in, where it is not known.</summary>
        internal TimeSpan? OtherUtcOffset { get; init; }
    }
}
