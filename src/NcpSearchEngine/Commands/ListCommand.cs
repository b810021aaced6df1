using System.Diagnostics.CodeAnalysis;
using System.Management.Automation;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Commands;

/// <summary>A cmdlet that lists what a session sees.</summary>
public abstract class ListCommand : ServiceCommand
{
    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        NcpSearchEngineSession session;
        try
        {
            session = Acquire();
        }
        catch (NcpSearchEngineException exception)
        {
            Throw(exception);
            return;
        }

        Ask(session);
    }

    /// <summary>Takes one input, which concerns this session.</summary>
    private protected abstract void Ask(NcpSearchEngineSession session);

    /// <summary>Waits for what a session answers; what goes wrong becomes an error with the session's name as its target.</summary>
    private protected bool TryWait<T>(Func<T> wait, NcpSearchEngineSession session, [MaybeNullWhen(false)] out T answer)
    {
        try
        {
            answer = wait();
            WarnOfClock(session);
            return true;
        }
        catch (NcpSearchEngineException exception)
        {
            WarnOfClock(session);
            if (ErrorRecords.IsTerminating(exception))
            {
                Throw(exception, session.Name);
            }

            WriteError(ErrorRecords.Of(exception, session.Name));
            answer = default;
            return false;
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }
}
