using System.Management.Automation;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;

namespace NcpSearchEngine.Commands;

/// <summary>A cmdlet that asks the service by a session.</summary>
public abstract class ServiceCommand : StoppableCommand
{
    private readonly HashSet<NcpSearchEngineSession> _acquired = [];

    /// <summary>The session to ask: an object or a name. Default: the default session of the runspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(SessionNameCompleter))]
    public object? Session { get; set; }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // What is in flight is cancelled before its key may be wiped.
        base.Dispose(disposing);
        if (!disposing)
        {
            return;
        }

        foreach (NcpSearchEngineSession session in _acquired)
        {
            session.Release();
        }

        _acquired.Clear();
    }

    /// <summary>Finds the session of the current input and keeps it alive until the command ends.</summary>
    private protected NcpSearchEngineSession Acquire()
    {
        NcpSearchEngineSession session = Resolve(Session);
        if (!_acquired.Contains(session))
        {
            if (!session.TryAcquire())
            {
                throw new NcpSearchEngineException(NcpErrorId.SessionClosed, ModuleMessages.SessionClosed(session.Name));
            }

            _acquired.Add(session);
        }

        return session;
    }

    /// <summary>Tells a person something that may hold text of the service.</summary>
    internal virtual void Warn(string message) => WriteWarning(LogText.Harmless(message));

    private protected void WarnOfClock(NcpSearchEngineSession session)
    {
        if (session.TakeClockWarning())
        {
            Warn(ModuleMessages.ClockCorrected(session.Client.ClockOffset));
        }
    }
}
