using System.Management.Automation;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;
using NcpSearchEngine.Sessions;

namespace NcpSearchEngine.Commands;

/// <summary>A cmdlet that works with a session of its runspace.</summary>
public abstract class SessionCommand : PSCmdlet
{
    private protected static SessionStore Store =>
        SessionStore.Current ?? throw new NcpSearchEngineException(NcpErrorId.NotConnected, ModuleMessages.NotConnected);

    /// <inheritdoc/>
    protected sealed override void BeginProcessing()
    {
        MessageLanguage.UICulture = HostCulture.UICultureOf(Host);
        Begin();
    }

    /// <summary>What a cmdlet does before its first input.</summary>
    private protected virtual void Begin()
    {
    }

    /// <summary>Writes a line of <c>-Verbose</c> that is made only where it is read: the first text of a process takes some milliseconds.</summary>
    private protected void WriteVerbose(Func<string> makeLine)
    {
        bool isRead = MyInvocation.BoundParameters.TryGetValue("Verbose", out object? given)
            ? given is SwitchParameter { IsPresent: true }
            : SessionState.PSVariable.GetValue("VerbosePreference") is not ActionPreference.SilentlyContinue;
        if (isRead)
        {
            WriteVerbose(makeLine());
        }
    }

    /// <summary>Finds the session that <c>-Session</c> means: an object, a name, or nothing for the default.</summary>
    /// <exception cref="NcpSearchEngineException">NotConnected, UnknownSession, SessionClosed or InvalidSession.</exception>
    private protected static NcpSearchEngineSession Resolve(object? session)
    {
        object? value = session is PSObject wrapped ? wrapped.BaseObject : session;
        return value switch
        {
            null => FindDefault(),
            NcpSearchEngineSession { IsClosed: true } closed =>
                throw new NcpSearchEngineException(NcpErrorId.SessionClosed, ModuleMessages.SessionClosed(closed.Name)),
            NcpSearchEngineSession open => open,
            string name when !string.IsNullOrWhiteSpace(name) => Find(name),
            _ => throw new NcpSearchEngineException(NcpErrorId.InvalidSession, IsDeserialized(session) ? ModuleMessages.DeserializedSession : ModuleMessages.NotASession),
        };
    }

    private protected static NcpSearchEngineSession Find(string name) =>
        Store.Find(name.Trim())
        ?? throw new NcpSearchEngineException(NcpErrorId.UnknownSession, ModuleMessages.UnknownSession(name, [.. Store.All().Select(static open => open.Name)]));

    /// <summary>The sessions that names and wildcards mean, or <paramref name="otherwise"/> where none is given.</summary>
    private protected IReadOnlyList<NcpSearchEngineSession> Matching(string[]? names, Func<IReadOnlyList<NcpSearchEngineSession>> otherwise)
    {
        try
        {
            return names is null ? otherwise() : [.. names.SelectMany(Matching).Distinct()];
        }
        catch (NcpSearchEngineException exception)
        {
            Throw(exception, names);
            return [];
        }
    }

    /// <summary>Ends the command with an error of this product.</summary>
    private protected void Throw(NcpSearchEngineException exception, object? target = null) =>
        ThrowTerminatingError(ErrorRecords.Of(exception, target));

    private static IEnumerable<NcpSearchEngineSession> Matching(string name)
    {
        if (!WildcardPattern.ContainsWildcardCharacters(name))
        {
            return [Find(name)];
        }

        WildcardPattern pattern = new(name, WildcardOptions.IgnoreCase);
        return Store.All().Where(session => pattern.IsMatch(session.Name));
    }

    private static NcpSearchEngineSession FindDefault()
    {
        SessionStore store = Store;
        return store.Default ?? throw new NcpSearchEngineException(
            NcpErrorId.NotConnected,
            store.All() is { Count: > 0 } open ? ModuleMessages.NoDefault(open.Select(static session => session.Name)) : ModuleMessages.NotConnected);
    }

    private static bool IsDeserialized(object? session) =>
        PSObject.AsPSObject(session).TypeNames.Any(static name => name.StartsWith("Deserialized.", StringComparison.Ordinal));
}
