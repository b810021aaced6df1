using System.Globalization;
using NcpSearchEngine.Client;
using NcpSearchEngine.Reports;
using static System.FormattableString;

namespace NcpSearchEngine.Hosts;

/// <summary>The log of a CI step: a line for each change as it happens, and the host's own commands for what ends or goes wrong.</summary>
/// <remarks>
/// Lines of several clusters come mixed, as things happen, so they can't be grouped. Where many are waited for, each cluster's nodes are told once more in
/// one folded group when the cluster ends.
/// </remarks>
/// <param name="host">Whose language it is.</param>
/// <param name="recorder">Knows from when to when each node was upgraded; it is told everything first.</param>
/// <param name="write">Takes one line.</param>
/// <param name="timeLimit">How long the wait may take; zero: for ever.</param>
/// <param name="any">Whether one completed cluster is enough, so that the bad end of another is no error yet.</param>
internal sealed class CILog(CIHost host, WaitRecorder recorder, Action<string> write, TimeSpan timeLimit, bool any) : IWaitObserver
{
    private const int LongestName = 32;
    private const int LongestHostname = 40;

    private readonly HashSet<WatchedUpgrade> _found = [];
    private readonly Dictionary<WatchedUpgrade, DateTimeOffset> _troubleSince = [];
    private WaitTotals _totals = new(0);
    private TimeProvider _timeProvider = TimeProvider.System;
    private int _nameWidth;
    private int _hostnameWidth;
    private int _percent = -1;

    public void Refuse(string no, NcpSearchEngineException error) => TellBadEnd(error);

    public void Begin(IReadOnlyList<RollingUpgradeTarget> targets)
    {
        if (targets.Count == 0)
        {
            return;
        }

        _totals = new WaitTotals(targets.Count);
        _timeProvider = NcpSearchEngineSession.Of(targets[0]).TimeProvider;
        Line(CIMessages.Waiting(targets, timeLimit));
    }

    public void Observe(RollingUpgradeEvent happened)
    {
        if (happened.Cluster is not { } cluster)
        {
            return;
        }

        _totals.Add(cluster);
        switch (happened.Kind)
        {
            case RollingUpgradeEventKind.Reading:
                TellReading(cluster, happened.Changes);
                break;
            case RollingUpgradeEventKind.ReadingFailed:
                TellTrouble(cluster);
                break;
            case RollingUpgradeEventKind.Note:
                Line($"{Now(cluster)}  {happened.Message}");
                break;
            case RollingUpgradeEventKind.Ended:
                TellEnd(cluster);
                break;
        }

        TellProgress(cluster);
    }

    public void End(WaitEnding ending)
    {
        if (ending == WaitEnding.Finished && _totals.Count > 1)
        {
            Line(CIMessages.Totals(_totals));
        }
    }

    private void TellReading(WatchedUpgrade cluster, IReadOnlyList<NodeChange> changes)
    {
        if (_troubleSince.TryGetValue(cluster, out DateTimeOffset since))
        {
            _troubleSince.Remove(cluster);
            Line(cluster, Now(cluster), CIMessages.ReadAgain(_timeProvider.GetUtcNow() - since));
        }

        if (cluster.IsThere && _found.Add(cluster))
        {
            Client.RollingUpgrade upgrade = cluster.Upgrade!;
            Widen(ref _nameWidth, NameOf(cluster).Length, LongestName);
            foreach (Client.RollingUpgradeNode node in upgrade.Nodes)
            {
                Widen(ref _hostnameWidth, node.Hostname?.Length ?? 0, LongestHostname);
            }

            Line(cluster, Now(cluster), CIMessages.Found(upgrade));
        }
        else if (cluster.IsThere)
        {
            foreach (NodeChange change in changes)
            {
                TellChange(cluster, change);
            }
        }
    }

    private void TellChange(WatchedUpgrade cluster, NodeChange change)
    {
        Client.RollingUpgradeNode node = change.Node;
        string time = node.UpdatedAt is { } updated ? Time(updated) : Now(cluster);
        List<string> more = [];
        if (node.State == NodeState.Completed && change.Previous is { State: NodeState.InProgress, UpdatedAt: { } began } && node.UpdatedAt - began is { } took && took >= TimeSpan.Zero)
        {
            more.Add(ReportWords.Of(took));
        }

        if (node.State == NodeState.Completed && Left(cluster) is { } left)
        {
            more.Add(CIMessages.TimeLeft(left));
        }

        string told = more.Count == 0 ? string.Empty : $"  ({string.Join(", ", more)})";
        Line(cluster, time, $"{(node.Hostname ?? "?").PadRight(_hostnameWidth)}  {Was(change)} -> {Is(change)}{told}");
    }

    private void TellTrouble(WatchedUpgrade cluster)
    {
        DateTimeOffset now = _timeProvider.GetUtcNow();
        if (!_troubleSince.ContainsKey(cluster) && cluster.DescribeTrouble(now) is { } trouble)
        {
            _troubleSince.Add(cluster, cluster.LastReadAt ?? now);
            Line(cluster, Now(cluster), CIMessages.GoesOn(trouble));
        }
    }

    private void TellEnd(WatchedUpgrade cluster)
    {
        ClusterReport report = recorder.ReportOf(cluster.Target);
        if (cluster.Error is { } error)
        {
            TellBadEnd(error);
        }
        else
        {
            write(host.Completed(LogText.Harmless(CIMessages.Completed(report))));
        }

        if (_totals.Count > 1 && report.Nodes.Count > 0)
        {
            write(host.BeginGroup(LogText.Harmless(CIMessages.NodesOf(report))));
            foreach (NodeReport node in report.Nodes)
            {
                string duration = node.Duration is { } took ? (node.IsStartEstimated ? "~" : string.Empty) + ReportWords.Of(took) : "-";
                Line($"{Time(node.StartedAt)}  {Time(node.EndedAt)}  {duration,12}  {(node.Hostname ?? "?").PadRight(_hostnameWidth)}  {node.State,-10}  {node.Status}");
            }

            write(host.EndGroup());
        }
    }

    private void TellProgress(WatchedUpgrade cluster)
    {
        int percent = _totals.Percent;
        if (percent != _percent && host.Progress(percent, LogText.Harmless(_totals.Count == 1 ? Doing(cluster) : CIMessages.Totals(_totals))) is { } line)
        {
            write(line);
        }

        _percent = percent;
    }

    private static string Doing(WatchedUpgrade cluster) => $"{NameOf(cluster)} {Done(cluster)} {cluster.Upgrade?.CurrentHostname}".TrimEnd();

    private static string NameOf(WatchedUpgrade cluster) => cluster.Upgrade?.ClusterName ?? cluster.Target.ServiceGroupInstanceNo;

    private static string Done(WatchedUpgrade cluster) =>
        cluster is { IsThere: true, Upgrade: { } upgrade } ? Invariant($"{upgrade.CompletedCount}/{upgrade.ExpectedNodeCount}") : "-/-";

    /// <summary>The service's word, with the state where the words alone would not tell a difference.</summary>
    private static string Was(NodeChange change) => change.Previous is not { } before ? "?"
        : before.Status == change.Node.Status ? $"{before.Status} ({before.State})"
        : before.Status ?? "?";

    private static string Is(NodeChange change) => change.Node.State == NodeState.Failed || change.Previous?.Status == change.Node.Status
        ? $"{change.Node.Status} ({change.Node.State})"
        : change.Node.Status ?? "?";

    private static TimeSpan? Left(WatchedUpgrade cluster) =>
        cluster is { Response.Date: { } date, Upgrade.EstimatedCompletionAt: { } estimate } && estimate - date >= TimeSpan.FromSeconds(1) ? estimate - date : null;

    private static void Widen(ref int width, int length, int most) => width = Math.Max(width, Math.Min(length, most));

    private static string Time(DateTimeOffset? time) => (time?.ToString("MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "-").PadRight(14);

    /// <summary>Now, by the service's clock on the wall.</summary>
    private string Now(WatchedUpgrade cluster) => Time(_timeProvider.GetUtcNow().ToOffset(cluster.Target.Client.UtcOffset));

    private void Line(WatchedUpgrade cluster, string time, string text) => Line($"{time}  {NameOf(cluster).PadRight(_nameWidth)}  {Done(cluster),5}  {text}");

    private void Line(string text) => write(LogText.Harmless(text).TrimEnd());

    private void TellBadEnd(NcpSearchEngineException error)
    {
        string message = LogText.Harmless(error.Message);
        write(any ? host.Warning(message) : host.Error(error.ErrorId.ToString(), message));
    }
}
