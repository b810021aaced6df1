using System.Management.Automation;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;

namespace NcpSearchEngine.Commands;

/// <summary>Waits until rolling upgrades are done, stuck or broken: one cluster or thousands.</summary>
[Cmdlet(VerbsLifecycle.Wait, "NcpRollingUpgrade")]
[OutputType(typeof(RollingUpgradeNode), typeof(RollingUpgrade))]
public sealed class WaitNcpRollingUpgradeCommand : ProgressCommand
{
    private readonly WaitTargets _targets = new();
    private readonly BadEnds _heldBack = new();
    private readonly HashSet<WatchedUpgrade> _watched = [];
    private WaitProgress? _progress;

    /// <summary>How many clusters are read at the same time.</summary>
    [Parameter]
    [ValidateRange(1, 256)]
    public int ThrottleLimit { get; set; } = 16;

    /// <summary>The time limit in seconds, for all clusters together, from the end of the input; 0: none.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int TimeoutSec { get; set; } = 28800;

    /// <summary>The least time between two readings of a cluster, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int PollIntervalSec { get; set; } = 10;

    /// <summary>How long an upgrade may go without a change, in seconds; 0: for ever.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int StallTimeoutSec { get; set; }

    /// <summary>How long an upgrade that is not there yet is waited for, in seconds.</summary>
    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int StartTimeoutSec { get; set; } = 300;

    /// <summary>Only an upgrade to this version, as digits without dots.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? TargetVersionCode { get; set; }

    /// <summary>Only an upgrade that was asked for at this time or later, with 60 s of tolerance.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("RequestedAt")]
    [AllowNull]
    [AllowEmptyString]
    public object? RequestedAfter { get; set; }

    /// <summary>Emits each node as it changes, in place of the last nodes.</summary>
    [Parameter]
    public SwitchParameter Change { get; set; }

    /// <summary>Ends with the first cluster that is completed.</summary>
    [Parameter]
    public SwitchParameter Any { get; set; }

    private bool ErrorsStop => MyInvocation.BoundParameters.TryGetValue("ErrorAction", out object? given)
        ? given is ActionPreference.Stop
        : SessionState.PSVariable.GetValue("ErrorActionPreference") is { } preference
            && LanguagePrimitives.TryConvertTo(preference, out ActionPreference action) && action == ActionPreference.Stop;

    private bool ShowsProgress => MyInvocation.BoundParameters.TryGetValue("ProgressAction", out object? given)
        ? given is not (ActionPreference.SilentlyContinue or ActionPreference.Ignore)
        : SessionState.PSVariable.GetValue("ProgressPreference") is not { } preference
            || !LanguagePrimitives.TryConvertTo(preference, out ActionPreference action) || action != ActionPreference.SilentlyContinue;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string? no in ServiceGroupInstanceNo ?? [null])
        {
            try
            {
                _targets.Add(Acquire(), no ?? string.Empty, TargetVersionCode, RequestTimeText.Read(RequestedAfter, Host.CurrentCulture));
            }
            catch (NcpSearchEngineException exception) when (!ErrorRecords.IsTerminating(exception))
            {
                Refuse(no ?? string.Empty, exception);
            }
            catch (NcpSearchEngineException exception)
            {
                Throw(exception, no);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_targets.All.Count > 0)
        {
            try
            {
                Watch();
            }
            catch (OperationCanceledException) when (Stop.IsCancellationRequested)
            {
                throw new PipelineStoppedException();
            }
        }

        TellHeldBack();
    }

    private void Watch()
    {
        bool showsProgress = ShowsProgress;
        RollingUpgradeWatchOptions options = new()
        {
            PollInterval = TimeSpan.FromSeconds(PollIntervalSec),
            ThrottleLimit = ThrottleLimit,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            StallTimeout = TimeSpan.FromSeconds(StallTimeoutSec),
            StartTimeout = TimeSpan.FromSeconds(StartTimeoutSec),
            Any = Any,
            TickInterval = showsProgress ? TimeSpan.FromSeconds(1) : TimeSpan.Zero,
        };
        _progress = showsProgress ? new WaitProgress(_targets.All.Count, SessionOf(_targets.All[0]).TimeProvider, WriteProgress) : null;

        // The pipeline thread waits on the token, never on a request.
        IAsyncEnumerator<RollingUpgradeEvent> events = RollingUpgradeWatch.WatchAsync(_targets.All, options, Stop).GetAsyncEnumerator(Stop);
        while (Next(events))
        {
            Tell(events.Current);
        }

        _progress?.Close();
    }

    private static NcpSearchEngineSession SessionOf(RollingUpgradeTarget target) => (NcpSearchEngineSession)target.Tag!;

    private void Tell(RollingUpgradeEvent happened)
    {
        WatchedUpgrade? cluster = happened.Cluster;
        if (cluster is not null)
        {
            _watched.Add(cluster);
            _progress?.Add(cluster);
            WarnOfClock(SessionOf(cluster.Target));
        }

        switch (happened.Kind)
        {
            case RollingUpgradeEventKind.Tick:
                _progress?.Show();
                break;
            case RollingUpgradeEventKind.Warning:
                WriteWarning(happened.Message);
                break;
            case RollingUpgradeEventKind.Note or RollingUpgradeEventKind.ReadingFailed:
                WriteVerbose(happened.Message);
                break;
            case RollingUpgradeEventKind.Reading:
                EmitChanges(happened);
                break;
            case RollingUpgradeEventKind.Ended:
                End(cluster!);
                break;
        }
    }

    private void EmitChanges(RollingUpgradeEvent happened)
    {
        if (!Change || happened.Changes.Count == 0)
        {
            return;
        }

        ServiceResponse<Client.RollingUpgrade> answer = happened.Cluster!.Response!;
        NcpSearchEngineSession session = SessionOf(happened.Cluster.Target);
        if (Summary)
        {
            Emit(answer, session);
            return;
        }

        foreach (NodeChange change in happened.Changes)
        {
            PSObject node = PSObject.AsPSObject(new RollingUpgradeNode(answer.Value, change.Node, answer.RequestId, session.Name));
            node.TypeNames.Insert(0, "NcpSearchEngine.RollingUpgradeNodeChange");
            WriteObject(node);
        }
    }

    private void End(WatchedUpgrade cluster)
    {
        if (cluster.Error is not { } error)
        {
            EmitLast(cluster);
        }
        else if (ErrorRecords.IsTerminating(error))
        {
            EndAll(error, cluster);
        }
        else
        {
            Refuse(cluster.Target.ServiceGroupInstanceNo, error, cluster);
        }
    }

    private void EmitLast(WatchedUpgrade? cluster)
    {
        if (!Change && cluster?.Response is { } answer)
        {
            Emit(answer, SessionOf(cluster.Target));
        }
    }

    /// <summary>No further request makes sense: what was received goes out, then the error.</summary>
    private void EndAll(NcpSearchEngineException error, WatchedUpgrade cluster)
    {
        foreach (WatchedUpgrade waiting in _watched.Where(other => other.Outcome == WatchOutcome.Waiting || other == cluster))
        {
            EmitLast(waiting);
        }

        _progress?.Close();
        Throw(error, cluster.Target.ServiceGroupInstanceNo);
    }

    /// <summary>Tells of a bad end, at once by an error, or by a warning where an error has to wait for the others.</summary>
    private void Refuse(string no, NcpSearchEngineException error, WatchedUpgrade? cluster = null)
    {
        if (!Any)
        {
            EmitLast(cluster);
        }

        if (ErrorsStop || Any)
        {
            WriteWarning(error.Message);
            _heldBack.Add(no, error, cluster);
        }
        else
        {
            WriteError(ErrorRecords.Of(error, no));
        }
    }

    private void TellHeldBack()
    {
        if (_heldBack.All.Count == 0 || (Any && _watched.Any(static cluster => cluster.Outcome == WatchOutcome.Completed)))
        {
            return;
        }

        foreach (BadEnds.BadEnd end in Any ? _heldBack.All : [])
        {
            EmitLast(end.Cluster);
        }

        if (ErrorsStop)
        {
            var (error, target) = _heldBack.ToOne();
            WriteError(ErrorRecords.Of(error, target));
            return;
        }

        foreach (BadEnds.BadEnd end in _heldBack.All)
        {
            WriteError(ErrorRecords.Of(end.Error, end.No));
        }
    }
}
