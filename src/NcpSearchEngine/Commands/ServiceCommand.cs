using System.Management.Automation;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Commands;

/// <summary>A cmdlet that sends requests: Ctrl+C and the end of the pipeline cancel what is in flight.</summary>
public abstract class ServiceCommand : SessionCommand, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly HashSet<NcpSearchEngineSession> _acquired = [];

    /// <summary>The session to ask: an object or a name. Default: the default session of the runspace.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public object? Session { get; set; }

    private protected CancellationToken Stop => _stop.Token;

    /// <summary>Cancels what is in flight. <c>| Select-Object -First 1</c> calls nothing else.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the command holds.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }

        _stop.Cancel();
        foreach (NcpSearchEngineSession session in _acquired)
        {
            session.Release();
        }

        _acquired.Clear();
        _stop.Dispose();
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline ended while it was being stopped.
        }
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

    private protected void WarnOfClock(NcpSearchEngineSession session)
    {
        if (session.TakeClockWarning())
        {
            WriteWarning(ModuleMessages.ClockCorrected(session.Client.ClockOffset));
        }
    }
}
