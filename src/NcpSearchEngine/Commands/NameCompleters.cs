using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using NcpSearchEngine.Client;
using NcpSearchEngine.Sessions;

namespace NcpSearchEngine.Commands;

/// <summary>Completes an argument from a list of names. It never throws and never asks the service.</summary>
public abstract class NameCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        string begun = (wordToComplete ?? string.Empty).Trim('\'', '"');
        try
        {
            return [.. Names(fakeBoundParameters)
                .Where(name => name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
                .Select(static name => new CompletionResult(Quoted(name), name, CompletionResultType.ParameterValue, name))];
        }
        catch (NcpSearchEngineException)
        {
            return [];
        }
    }

    private protected abstract IEnumerable<string> Names(IDictionary bound);

    private static string Quoted(string name) =>
        name.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.') ? name : "'" + name.Replace("'", "''") + "'";
}

/// <summary>The names of the open sessions.</summary>
public sealed class SessionNameCompleter : NameCompleter
{
    private protected override IEnumerable<string> Names(IDictionary bound) => SessionStore.Current?.All().Select(static session => session.Name) ?? [];
}

/// <summary>The sites.</summary>
public sealed class SiteCompleter : NameCompleter
{
    private protected override IEnumerable<string> Names(IDictionary bound) => SearchEngineEndpoint.Sites.Select(static site => site.ToString());
}

/// <summary>The regions of the site that is typed beside it, or of all.</summary>
public sealed class RegionCompleter : NameCompleter
{
    private protected override IEnumerable<string> Names(IDictionary bound) => bound["Site"] is { } site
        ? SearchEngineEndpoint.RegionsOf(SearchEngineEndpoint.ParseSite(site.ToString()))
        : SearchEngineEndpoint.Sites.SelectMany(SearchEngineEndpoint.RegionsOf).Distinct();
}

/// <summary>The profiles of the configure file.</summary>
public sealed class ProfileNameCompleter : NameCompleter
{
    private protected override IEnumerable<string> Names(IDictionary bound)
    {
        // Relative paths are the runspace's, which is not known here; a full one is.
        string path = bound["ConfigPath"] is string { Length: > 0 } given && Path.IsPathRooted(given) ? given : ConfigureFile.DefaultPath;
        using ConfigureFile? file = ConfigureFile.Open(path);
        return file is null ? [] : [.. file.ProfileNames.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
