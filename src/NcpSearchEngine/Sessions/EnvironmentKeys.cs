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

    /// <summary>The key pair; null with the reason where there is none.</summary>
    internal static FoundKeys? Find(out string passedOver)
    {
        string? accessName = AccessKey.FirstOrDefault(static name => Get(name) is not null);
        string? secretName = SecretKey.FirstOrDefault(static name => Get(name) is not null);
        if (accessName is null || secretName is null)
        {
            passedOver = ModuleMessages.NoKeysInEnvironment(accessName ?? secretName, AccessKey[0], SecretKey[0]);
            return null;
        }

        passedOver = string.Empty;
        NcpSite? site = FindSite();
        return new FoundKeys(new NcpCredential(Get(accessName)!, Get(secretName)!), $"environment ({accessName}, {secretName})", site);
    }

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
