using NcpSearchEngine.Client;

namespace NcpSearchEngine.Sessions;

/// <summary>Keys and site in the environment variables of NAVER Cloud's own tools.</summary>
internal static class EnvironmentKeys
{
    internal const string Region = "NCLOUD_REGION";
    internal const string Site = "NCLOUD_SITE";
    internal const string Gateway = "NCLOUD_API_GW";

    internal static readonly string[] AccessKey = ["NCLOUD_ACCESS_KEY_ID", "NCLOUD_ACCESS_KEY"];
    internal static readonly string[] SecretKey = ["NCLOUD_SECRET_ACCESS_KEY", "NCLOUD_SECRET_KEY"];

    /// <summary>The value of a variable; null where it is not set or blank.</summary>
    internal static string? Get(string name) => Environment.GetEnvironmentVariable(name)?.Trim() is { Length: > 0 } value ? value : null;

    private static string? AccessKeyName => AccessKey.FirstOrDefault(static name => Get(name) is not null);

    private static string? SecretKeyName => SecretKey.FirstOrDefault(static name => Get(name) is not null);

    /// <summary>The key pair; null where there is none, of which <see cref="DescribeAbsence"/> tells.</summary>
    internal static FoundKeys? Find()
    {
        if (AccessKeyName is not { } access || SecretKeyName is not { } secret)
        {
            return null;
        }

        NcpSite? site = FindSite();
        return new FoundKeys(new NcpCredential(Get(access)!, Get(secret)!), $"environment ({access}, {secret})", site);
    }

    /// <summary>What is missing of a key pair.</summary>
    internal static string DescribeAbsence() => ModuleMessages.NoKeysInEnvironment(AccessKeyName ?? SecretKeyName, AccessKey[0], SecretKey[0]);

    /// <summary>The site that the environment names, by itself or by its gateway.</summary>
    /// <exception cref="NcpSearchEngineException">The two contradict each other, or one of them is not known.</exception>
    internal static NcpSite? FindSite()
    {
        NcpSite? named = Get(Site) is { } site ? SearchEngineEndpoint.ParseSite(site) : null;
        NcpSite? gateway = Get(Gateway) is { } address ? SearchEngineEndpoint.SiteOfGateway(address) : null;
        return named is { } one && gateway is { } other && one != other
            ? throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, ModuleMessages.SitesContradict(Site, one, Gateway, other))
            : named ?? gateway;
    }
}
