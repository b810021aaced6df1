using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace NcpSearchEngine.Sessions;

/// <summary>The sessions of one runspace, so that parallel runspaces can't disturb each other.</summary>
internal sealed class SessionStore
{
    private static readonly ConditionalWeakTable<Runspace, SessionStore> _stores = new();

    private readonly object _gate = new();
    private readonly Dictionary<string, NcpSearchEngineSession> _sessions = new(StringComparer.OrdinalIgnoreCase);
    private NcpSearchEngineSession? _default;

    private SessionStore(Runspace runspace) => runspace.StateChanged += OnRunspaceStateChanged;

    /// <summary>The store of the runspace that this thread works for; null on a thread that works for none.</summary>
    internal static SessionStore? Current =>
        Runspace.DefaultRunspace is { } runspace ? _stores.GetValue(runspace, static key => new SessionStore(key)) : null;

    /// <summary>The clock of the sessions that are opened here.</summary>
    internal TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The session that a command without <c>-Session</c> uses; null once it is closed, until another is chosen.</summary>
    internal NcpSearchEngineSession? Default
    {
        get
        {
            lock (_gate)
            {
                return _default;
            }
        }
    }

    /// <summary>All open sessions, by name.</summary>
    internal IReadOnlyList<NcpSearchEngineSession> All()
    {
        lock (_gate)
        {
            return [.. _sessions.Values.OrderBy(static session => session.Name, StringComparer.OrdinalIgnoreCase)];
        }
    }

    internal NcpSearchEngineSession? Find(string name)
    {
        lock (_gate)
        {
            return _sessions.TryGetValue(name, out NcpSearchEngineSession? session) ? session : null;
        }
    }

    /// <summary>Adds a session as the default. One of the same name leaves at once and is closed when no cmdlet uses it any more.</summary>
    internal void Add(NcpSearchEngineSession session)
    {
        NcpSearchEngineSession? replaced;
        lock (_gate)
        {
            _sessions.TryGetValue(session.Name, out replaced);
            _sessions[session.Name] = session;
            _default = session;
        }

        replaced?.Retire();
    }

    /// <summary>Makes a session of this store the default; false where it is none of it.</summary>
    internal bool TrySelect(NcpSearchEngineSession session)
    {
        lock (_gate)
        {
            bool isHere = _sessions.TryGetValue(session.Name, out NcpSearchEngineSession? stored) && stored == session;
            _default = isHere ? session : _default;
            return isHere;
        }
    }

    /// <summary>Takes a session out and wipes its key. No other session silently becomes the default: it may be another account's.</summary>
    internal void Close(NcpSearchEngineSession session)
    {
        lock (_gate)
        {
            if (_sessions.TryGetValue(session.Name, out NcpSearchEngineSession? stored) && stored == session)
            {
                _sessions.Remove(session.Name);
            }

            if (_default == session)
            {
                _default = null;
            }
        }

        session.Close();
    }

    internal void CloseAll()
    {
        foreach (NcpSearchEngineSession session in All())
        {
            Close(session);
        }
    }

    private void OnRunspaceStateChanged(object? sender, RunspaceStateEventArgs e)
    {
        if (e.RunspaceStateInfo.State is RunspaceState.Closed or RunspaceState.Broken)
        {
            CloseAll();
        }
    }
}
