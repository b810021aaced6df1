using NcpSearchEngine.Client;
using NcpSearchEngine.Reports;

namespace NcpSearchEngine.Hosts;

/// <summary>The page that a CI host shows with the run: written once when the wait is over, however it ended.</summary>
/// <param name="host">Where it is shown.</param>
/// <param name="recorder">Knows what there is to tell; it is told everything first.</param>
/// <param name="write">Takes one line of the log.</param>
/// <param name="warn">Takes a warning.</param>
internal sealed class StepSummary(CIHost host, WaitRecorder recorder, Action<string> write, Action<string> warn) : IWaitObserver
{
    public void Refuse(string no, NcpSearchEngineException error)
    {
        // The recorder has it.
    }

    public void Begin(IReadOnlyList<RollingUpgradeTarget> targets)
    {
        // Nothing is written before the end: the host shows it only then.
    }

    public void Observe(RollingUpgradeEvent happened)
    {
        // The recorder has it.
    }

    public void End(WaitEnding ending)
    {
        WaitReport report = recorder.Report();
        if (report.Clusters.Count == 0)
        {
            return;
        }

        try
        {
            if (host.WriteSummary(report) is { } line)
            {
                write(line);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // The upgrade matters more than the page about it.
            warn(CIMessages.SummaryNotWritten(exception.Message));
        }
    }
}
