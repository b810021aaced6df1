namespace NcpSearchEngine.Hosts;

/// <summary>The workflow commands of GitHub Actions, escaped as its toolkit does.</summary>
internal sealed class GitHubActionsCommands : LoggingCommands
{
    internal override string Completed(string text) => "::notice title=Completed::" + Data(text);

    internal override string Warning(string text) => "::warning::" + Data(text);

    internal override string Error(string id, string text) => $"::error title={Property(id)}::{Data(text)}";

    internal override string? Progress(int percent, string text) => null;

    internal override string BeginGroup(string title) => "::group::" + Data(title);

    internal override string EndGroup() => "::endgroup::";

    private static string Data(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string Property(string text) => Data(text).Replace(":", "%3A").Replace(",", "%2C");
}
