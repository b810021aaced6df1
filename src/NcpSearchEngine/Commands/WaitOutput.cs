using System.Management.Automation;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;

namespace NcpSearchEngine.Commands;

/// <summary>What a wait writes to the pipeline: nodes, summaries, warnings and errors.</summary>
/// <param name="command">Whose pipeline it is.</param>
/// <param name="errorsStop">Whether an error ends the step, so that it has to wait for the other clusters.</param>
internal sealed class WaitOutput(WaitNcpRollingUpgradeCommand command, bool errorsStop) : IWaitObserver
{
    private readonly BadEnds _heldBack = new();
    private readonly HashSet<WatchedUpgrade> _watched = [];
    private BadEnds.BadEnd? _last;

    /// <summary>Whether no further request makes sense.</summary>
    internal bool IsOver => _last is not null;

    public void Refuse(string no, NcpSearchEngineException error) => TellBadEnd(no, error, cluster: null);

    public void Begin(IReadOnlyList<RollingUpgradeTarget> targets)
    {
        // The first thing to tell is a reading.
    }

    public void Observe(RollingUpgradeEvent happened)
    {
        if (happened.Cluster is { } cluster)
        {
            _watched.Add(cluster);
        }

        switch (happened.Kind)
        {
            case RollingUpgradeEventKind.Warning:
                command.Warn(happened.Message!);
                break;
            case RollingUpgradeEventKind.Note or RollingUpgradeEventKind.ReadingFailed:
                command.WriteVerbose(LogText.Harmless(happened.Message!));
                break;
            case RollingUpgradeEventKind.Reading:
                EmitChanges(happened);
                break;
            case RollingUpgradeEventKind.Ended:
                EmitEnd(happened.Cluster!);
                break;
        }
    }

    public void End(WaitEnding ending)
    {
        if (ending == WaitEnding.Stopped)
        {
            return;
        }

        if (_last is { } last)
        {
            command.ThrowTerminatingError(RecordOf(last.Error, last.No, [last]));
        }

        TellHeldBack();
    }

    private void EmitChanges(RollingUpgradeEvent happened)
    {
        if (!command.Change || happened.Changes.Count == 0)
        {
            return;
        }

        ServiceResponse<Client.RollingUpgrade> answer = happened.Cluster!.Response!;
        NcpSearchEngineSession session = NcpSearchEngineSession.Of(happened.Cluster.Target);
        if (command.Summary)
        {
            command.Emit(answer, session);
            return;
        }

        foreach (NodeChange change in happened.Changes)
        {
            PSObject node = PSObject.AsPSObject(new RollingUpgradeNode(answer.Value, change.Node, answer.RequestId, session.Name));
            node.TypeNames.Insert(0, "NcpSearchEngine.RollingUpgradeNodeChange");
            command.WriteObject(node);
        }
    }

    private void EmitEnd(WatchedUpgrade cluster)
    {
        string no = cluster.Target.ServiceGroupInstanceNo;
        if (cluster.Error is not { } error)
        {
            EmitLast(cluster);
        }
        else if (ErrorRecords.IsTerminating(error))
        {
            // What was received goes out, then the error.
            foreach (WatchedUpgrade waiting in _watched.Where(other => other.Outcome == WatchOutcome.Waiting || other == cluster))
            {
                EmitLast(waiting);
            }

            _last = new BadEnds.BadEnd(no, error, cluster);
        }
        else
        {
            TellBadEnd(no, error, cluster);
        }
    }

    private void EmitLast(WatchedUpgrade? cluster)
    {
        if (!command.Change && cluster?.Response is { } answer)
        {
            command.Emit(answer, NcpSearchEngineSession.Of(cluster.Target));
        }
    }

    /// <summary>At once by an error, or by a warning where an error has to wait for the others.</summary>
    private void TellBadEnd(string no, NcpSearchEngineException error, WatchedUpgrade? cluster)
    {
        if (!command.Any)
        {
            EmitLast(cluster);
        }

        if (errorsStop || command.Any)
        {
            _heldBack.Add(no, error, cluster);
            if (!command.HasHostLog)
            {
                command.Warn(error.Message);
            }
        }
        else
        {
            command.WriteError(RecordOf(error, no, [new BadEnds.BadEnd(no, error, cluster)]));
        }
    }

    private void TellHeldBack()
    {
        if (_heldBack.All.Count == 0 || (command.Any && _watched.Any(static cluster => cluster.Outcome == WatchOutcome.Completed)))
        {
            return;
        }

        foreach (BadEnds.BadEnd end in command.Any ? _heldBack.All : [])
        {
            EmitLast(end.Cluster);
        }

        if (errorsStop)
        {
            var (error, target) = _heldBack.ToOne();
            command.WriteError(RecordOf(error, target, _heldBack.All));
            return;
        }

        foreach (BadEnds.BadEnd end in _heldBack.All)
        {
            command.WriteError(RecordOf(end.Error, end.No, [end]));
        }
    }

    /// <summary>What the host's log has told in full is not told there once more: the record shows only whose upgrade it was, and its exception has the rest.</summary>
    internal ErrorRecord RecordOf(NcpSearchEngineException error, object target, IReadOnlyList<BadEnds.BadEnd> ends)
    {
        ErrorRecord record = ErrorRecords.Of(error, target);
        if (command.HasHostLog)
        {
            int refused = _heldBack.All.Count(static end => end.Cluster is null);
            record.ErrorDetails = new ErrorDetails(LogText.Harmless(CIMessages.DidNotMakeIt(ends, _watched.Count + refused)));
        }

        return record;
    }
}
