namespace NcpSearchEngine.Hosts;

/// <summary>The values of <c>-CIFormat</c>.</summary>
internal static class CIFormats
{
    internal const string Auto = nameof(Auto);
    internal const string None = nameof(None);
    internal const string GitHubActions = nameof(GitHubActions);
    internal const string AzureDevOps = nameof(AzureDevOps);

    /// <summary>The host that is meant; null for <see cref="None"/>.</summary>
    /// <param name="format">One of the values, in any case; <see cref="Auto"/>: the host that this process runs on.</param>
    internal static CIHost? HostOf(string format) =>
        Is(format, Auto) ? IsTrue("GITHUB_ACTIONS") ? new GitHubActionsHost() : IsTrue("TF_BUILD") ? new AzureDevOpsHost() : null
        : Is(format, GitHubActions) ? new GitHubActionsHost()
        : Is(format, AzureDevOps) ? new AzureDevOpsHost()
        : null;

    private static bool Is(string format, string value) => string.Equals(format, value, StringComparison.OrdinalIgnoreCase);

    private static bool IsTrue(string variable) => Environment.GetEnvironmentVariable(variable) is { } value && Is(value, "true");
}
