using System.Management.Automation;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;
using NcpSearchEngine.Reports;
using NcpSearchEngine.Sessions;

namespace NcpSearchEngine.Commands;

/// <summary>Waits until rolling upgrades are done, stuck or broken: one cluster or thousands.</summary>
[Cmdlet(VerbsLifecycle.Wait, "NcpRollingUpgrade", HelpUri = OnlineHelp.Pages + "Wait-NcpRollingUpgrade.md")]
[OutputType(typeof(RollingUpgradeNode), typeof(RollingUpgrade))]
public sealed class WaitNcpRollingUpgradeCommand : ProgressCommand
{
    private readonly WaitTargets _targets = new();
    private readonly List<IWaitObserver> _observers = [];
    private StreamPreferences? _preferences;
    private CIHost? _host;
    private bool _isClosed;
    private WaitOutput? _output;

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

    /// <summary>The CI host whose language the log speaks. Auto: the one that the command runs on.</summary>
    [Parameter]
    [ValidateSet(CIFormats.Auto, CIFormats.None, CIFormats.GitHubActions, CIFormats.AzureDevOps)]
    public string CIFormat { get; set; } = CIFormats.Auto;

    /// <summary>Files for a report of the wait, kept up to date while it goes on: .html, .md, .json or .csv.</summary>
    [Parameter]
    public string?[]? ReportPath { get; set; }

    /// <summary>Whether a CI host is told what happens, each bad end among it.</summary>
    internal bool HasHostLog => _host is not null;

    private TimeSpan TickInterval => _host is null && _preferences!.ShowProgress ? TimeSpan.FromSeconds(1) : TimeSpan.Zero;

    private protected override void Begin()
    {
        _preferences = new StreamPreferences(this);
        WaitRecorder recorder = new(SessionStore.Current?.TimeProvider ?? TimeProvider.System, Any);
        _host = CIFormats.HostOf(CIFormat);
        if (_host is not null || ReportPath is { Length: > 0 })
        {
            // The first, since the others ask it.
            _observers.Add(recorder);
        }

        OpenReports(recorder);
        if (_host is not null)
        {
            _observers.AddRange([new CILog(_host, recorder, WriteLine, TimeSpan.FromSeconds(TimeoutSec), Any), new StepSummary(_host, recorder, WriteLine, Warn)]);
        }
        else if (_preferences.ShowProgress)
        {
            _observers.Add(new WaitProgress(WriteProgress));
        }

        _output = new WaitOutput(this, _preferences.StopAtErrors);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string? no in ServiceGroupInstanceNo ?? [null])
        {
            try
            {
                _targets.Add(Acquire(), no ?? string.Empty, TargetVersionCode, RequestTimeText.Read(RequestedAfter, Host.CurrentCulture));
            }
            catch (NcpSearchEngineException exception)
            {
                Refuse(no ?? string.Empty, exception);
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        Tell(observer => observer.Begin(_targets.All));
        try
        {
            Watch();
        }
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }

        EndObservers(WaitEnding.Finished);
        _output!.End(WaitEnding.Finished);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);

        _isClosed = true;

        // Where the wait did not come to its end nothing else is called.
        EndObservers(WaitEnding.Stopped);
    }

    /// <summary>Told once: by the host's command, or by the warning stream.</summary>
    internal override void Warn(string message)
    {
        if (_host is null || (_preferences!.WantWarnings && !_isClosed))
        {
            base.Warn(message);
        }
        else
        {
            WriteLine(_host.Warning(LogText.Harmless(message)));
        }
    }

    /// <summary>A line of the log, as <c>Write-Host</c> writes it: never into the pipeline. Where the pipeline is closed the host itself still takes it.</summary>
    private void WriteLine(string line)
    {
        if (_isClosed)
        {
            Host.UI?.WriteLine(line);
        }
        else
        {
            WriteInformation(new HostInformationMessage { Message = line, NoNewLine = false }, ["PSHOST"]);
        }
    }

    private void OpenReports(WaitRecorder recorder)
    {
        foreach (string? path in ReportPath ?? [])
        {
            try
            {
                ReportFile file = new(Reports.ReportPath.Resolve(path, SessionState.Path), recorder, Warn);
                file.Open();
                _observers.Add(file);
            }
            catch (NcpSearchEngineException exception)
            {
                Throw(exception, path);
            }
        }
    }

    private void Refuse(string no, NcpSearchEngineException exception)
    {
        Tell(observer => observer.Refuse(no, exception));
        if (ErrorRecords.IsTerminating(exception))
        {
            EndObservers(WaitEnding.Finished);
            ThrowTerminatingError(_output!.RecordOf(exception, no, [new BadEnds.BadEnd(no, exception, Cluster: null)]));
        }

        _output!.Refuse(no, exception);
    }

    private void Watch()
    {
        RollingUpgradeWatchOptions options = new()
        {
            PollInterval = TimeSpan.FromSeconds(PollIntervalSec),
            ThrottleLimit = ThrottleLimit,
            Timeout = TimeSpan.FromSeconds(TimeoutSec),
            StallTimeout = TimeSpan.FromSeconds(StallTimeoutSec),
            StartTimeout = TimeSpan.FromSeconds(StartTimeoutSec),
            Any = Any,
            TickInterval = TickInterval,
        };

        // The pipeline thread waits on the token, never on a request.
        IAsyncEnumerator<RollingUpgradeEvent> events = RollingUpgradeWatch.WatchAsync(_targets.All, options, Stop).GetAsyncEnumerator(Stop);
        while (!_output!.IsOver && Next(events))
        {
            RollingUpgradeEvent happened = events.Current;
            if (happened.Cluster is { } cluster)
            {
                WarnOfClock(NcpSearchEngineSession.Of(cluster.Target));
            }

            Tell(observer => observer.Observe(happened));
            _output.Observe(happened);
        }
    }

    /// <summary>Tells all but the output, which may end the step and so is told last.</summary>
    private void Tell(Action<IWaitObserver> what) => _observers.ForEach(what);

    private void EndObservers(WaitEnding ending)
    {
        Tell(observer => observer.End(ending));
        _observers.Clear();
    }
}
