namespace NcpSearchEngine.Hosts;

/// <summary>The CI hosts whose language is spoken, and how one knows them.</summary>
internal static class CIHost
{
    internal const string Auto = nameof(Auto);
    internal const string None = nameof(None);
    internal const string GitHubActions = nameof(GitHubActions);
    internal const string AzureDevOps = nameof(AzureDevOps);

    /// <summary>The commands of the host that is meant; null for <see cref="None"/>.</summary>
    /// <param name="format">One of the constants, in any case; <see cref="Auto"/>: the host that this process runs on.</param>
    internal static LoggingCommands? CommandsOf(string format) => Resolve(format).ToUpperInvariant() switch
    {
        "GITHUBACTIONS" => new GitHubActionsCommands(),
        "AZUREDEVOPS" => new AzureDevOpsCommands(),
        _ => null,
    };

    private static string Resolve(string format) =>
        !string.Equals(format, Auto, StringComparison.OrdinalIgnoreCase) ? format
        : IsTrue("GITHUB_ACTIONS") ? GitHubActions
        : IsTrue("TF_BUILD") ? AzureDevOps
        : None;

    private static bool IsTrue(string variable) =>
        string.Equals(Environment.GetEnvironmentVariable(variable), "true", StringComparison.OrdinalIgnoreCase);
}
