using System.Globalization;

namespace NcpSearchEngine.Reports;

/// <summary>The time that a chart covers, and where its ticks stand: at round times of the service's zone.</summary>
internal sealed class TimeAxis
{
    private const int MostTicks = 7;

    /// <summary>While an upgrade goes on the axis reaches to its expected end, but what has passed keeps this part of it.</summary>
    private const int MostFuture = 4;

    private static readonly TimeSpan[] _steps =
    [
        TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30),
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
        TimeSpan.FromDays(1), TimeSpan.FromDays(2), TimeSpan.FromDays(7), TimeSpan.FromDays(30), TimeSpan.FromDays(365),
    ];

    private readonly DateTimeOffset _from;
    private readonly TimeSpan _length;

    private TimeAxis(DateTimeOffset from, TimeSpan length)
    {
        _from = from;
        _length = length;
        Step = _steps.FirstOrDefault(step => length.Ticks / step.Ticks < MostTicks);
        Step = Step == TimeSpan.Zero ? TimeSpan.FromDays(3650) : Step;
    }

    /// <summary>The time between two ticks.</summary>
    internal TimeSpan Step { get; }

    /// <summary>The round times on the axis.</summary>
    internal IEnumerable<DateTimeOffset> Ticks
    {
        get
        {
            long first = (_from.Ticks + Step.Ticks - 1) / Step.Ticks * Step.Ticks, end = _from.Ticks + _length.Ticks;
            for (long ticks = first; ticks <= end; ticks += Step.Ticks)
            {
                yield return new DateTimeOffset(ticks, _from.Offset);
            }
        }
    }

    /// <returns>Null where no time is known.</returns>
    internal static TimeAxis? Of(ClusterReport cluster)
    {
        DateTimeOffset? from = cluster.RequestedAt ?? cluster.Nodes.Min(static node => node.StartedAt);
        DateTimeOffset? to = cluster.Nodes.Max(static node => node.KnownUntil);
        to = cluster.CompletedAt is null && cluster.ReadAt is { } readAt && !(to > readAt) ? readAt : to;
        if (from is not { } begin || to is not { } end || end <= begin)
        {
            return null;
        }

        TimeSpan length = end - begin;
        if (cluster.EstimatedCompletionAt is { } expected && expected > end)
        {
            TimeSpan most = TimeSpan.FromTicks(Math.Min(length.Ticks, TimeSpan.MaxValue.Ticks / MostFuture) * MostFuture);
            length = expected - begin < most ? expected - begin : most;
        }

        return new TimeAxis(begin, length);
    }

    /// <summary>Where a time stands, in percent of the axis.</summary>
    internal double At(DateTimeOffset time) => Math.Min(100, Math.Max(0, 100.0 * (time - _from).Ticks / _length.Ticks));

    /// <summary>A tick in as few words as tell it.</summary>
    internal string Label(DateTimeOffset tick) => tick.ToString(
        Step < TimeSpan.FromMinutes(1) ? "HH:mm:ss" : Step < TimeSpan.FromDays(1) && tick.TimeOfDay > TimeSpan.Zero ? "HH:mm" : "MM-dd",
        CultureInfo.InvariantCulture);
}
