using System.Globalization;
using CsCheck;

namespace NcpSearchEngine.Client.Tests.Watching;

/// <summary>A wrong "done" is the worst mistake of all: none is ever said, whatever the service answers and in whatever order.</summary>
public class CompletedProperties
{
    private static readonly string[] _words =
    [
        .. Enumerable.Repeat("complete 17:25:00", 12), "complete 17:29:00", "Completed 17:29:00", "complete 2035-01-01 00:00:00", "complete 16:00:00",
        "complete -", "complete soon", "running 17:26:00", "running 17:26:00", "running 16:00:00", "running -",
        "Upgrade_OpenSearch 17:25:00", "failed 17:25:00", "incomplete 17:25:00",
    ];

    private static readonly string[] _names = [.. Enumerable.Repeat("abc", 6), .. Enumerable.Repeat("ab", 3), "abcd", "aab", "abb", "abd", "a", ""];

    private static readonly (string Action, string Target)[] _records =
    [
        .. Enumerable.Repeat(("17:20:00", "2150"), 8), ("17:27:00", "2160"), ("17:20:00", "2160"), ("2025-03-20 16:30:00", "2140"),
        ("17:20:00", ""), ("soon", "2150"), ("-", "2150"),
    ];

    private static readonly (string What, Answer Info)[] _infos =
    [
        ("2150 running", Told.Cluster()), ("2150 running", Told.Cluster()), ("2160 running", Told.Cluster("2160")), ("2140 running", Told.Cluster("2140")),
        ("2150 changing", Told.Cluster(status: "changing")), ("503", Told.Unavailable), ("403", Told.Forbidden), ("2150 running", Told.NoRoute),
    ];

    private static readonly Answer[] _others =
        [Told.Unavailable, Told.Refused, Told.Throttled, Answer.Success("null"), Told.Nothing.AsAnswer(), Answer.Text("<html>")];

    private static readonly Gen<Shown> _shown = Gen.Select(
        Gen.OneOf(_names), Gen.OneOf(_words).Array[4], Gen.OneOf(_records), Gen.Frequency((7, Gen.Const(0)), (1, Gen.Int[-1, 1])),
        Gen.Frequency((2, Gen.Const(true)), (1, Gen.Const(false))),
        Gen.OneOf(_infos),
        Gen.Frequency((8, Gen.Const((Answer?)null)), (1, Gen.OneOf(_others).Select(static other => (Answer?)other))),
        static (names, words, record, off, isCounted, info, other) => new Shown(
            Told.Nodes(string.Join(',', names.Select((name, i) => $"{name} {words[i]}")), record.Action, record.Target) with
            {
                NodeCount = isCounted ? names.Distinct().Count() + off : null,
            },
            info.What,
            info.Info,
            other));

    private static readonly Gen<(Shown[] Readings, int Parameter)> _waits = Gen.Select(_shown.Array[1, 12], Gen.Int[0, 3]);

    [Fact]
    public void Completed_is_said_only_where_the_last_answer_shows_it()
    {
        int completed = 0;
        int byVersion = 0;
        int byNames = 0;
        _waits.Sample(
            wait =>
            {
                using WatchedService service = new();
                service.Tells("1", (index, _) => wait.Readings[Math.Min(index, wait.Readings.Length - 1)].Answer);
                service.Info = () => Last(wait.Readings, service).Info;
                service.List = () => Told.List("1");
                RollingUpgradeTarget target = service.Target(
                    wait.Parameter is 1 or 3 ? "2150" : null,
                    wait.Parameter is 2 or 3 ? RequestTime.At(new DateTime(2025, 3, 24, 17, 21, 0)) : null);

                WatchLog log = service.Watch(new() { Timeout = TimeSpan.FromSeconds(150), StartTimeout = TimeSpan.FromSeconds(300) }, target);

                if (log.Ending().Outcome != WatchOutcome.Completed)
                {
                    return;
                }

                Shown[] seen = [.. Enumerable.Range(0, service.Readings.Count).Select(i => wait.Readings[Math.Min(i, wait.Readings.Length - 1)])];
                bool needsVersion = ShowsDone(seen, target);
                Interlocked.Increment(ref completed);
                Interlocked.Add(ref byVersion, needsVersion ? 1 : 0);
                Interlocked.Add(ref byNames, seen[^1].Progress.NodeCount is null ? 1 : 0);
            },
            iter: 6_000,
            threads: 2);

        Assert.True(
            completed > 300 && byVersion > 20 && byNames > 20,
            $"The generator must make upgrades that are done, by every way: {completed}, {byVersion}, {byNames}.");
    }

    /// <summary>Asserts by the words of the rules, with nothing of the client's; says whether it took the version.</summary>
    private static bool ShowsDone(Shown[] seen, RollingUpgradeTarget target)
    {
        Shown last = seen[^1];
        WireProgress progress = last.Progress;
        Assert.Null(last.Other);
        DateTime action = Assert.NotNull(Read(progress.VersionVo?.ActionDate));
        Assert.False(string.IsNullOrWhiteSpace(progress.VersionVo!.TargetVersionCode));
        Assert.True(target.TargetVersionCode is null || target.TargetVersionCode == progress.VersionVo.TargetVersionCode);
        Assert.True(target.RequestedAfter is null || action >= new DateTime(2025, 3, 24, 17, 20, 0));

        string[] names = Names(last);
        Assert.NotEmpty(names);
        if (progress.NodeCount is { } told)
        {
            Assert.Equal((int)told, names.Length);
        }
        else
        {
            Shown[] good = [.. seen.Where(static shown => shown.Other is null || shown.Other.Body.AsSpan().IndexOf("\"code\":0"u8) >= 0)];
            Assert.True(good.Length >= 2);
            Assert.Equal(names, Names(good[^2]));
            Assert.All(good, shown => Assert.True(Names(shown).Length <= names.Length));
        }

        bool needsVersion = false;
        foreach (WireNode? node in progress.NodeStatusVoList!)
        {
            DateTime? changed = Read(node!.UpdatedDate);
            string word = node.Status!.ToUpperInvariant();
            Assert.Contains(word, new[] { "COMPLETE", "COMPLETED", "RUNNING" });
            bool isProven = word != "RUNNING" && changed >= action;
            Assert.True(isProven || (word == "RUNNING" ? changed > action : changed is null));
            needsVersion |= !isProven;
        }

        Assert.True(!needsVersion || last.What == $"{progress.VersionVo.TargetVersionCode} running");
        return needsVersion;
    }

    private static Shown Last(Shown[] readings, WatchedService service) => readings[Math.Min(service.Readings.Count, readings.Length) - 1];

    private static string[] Names(Shown shown) => shown.Other is { } other
        ? other == _others[4] ? ["a", "b"] : []
        : [.. shown.Progress.NodeStatusVoList!.Select(static node => node!.Hostname!).Distinct().Order(StringComparer.Ordinal)];

    private static DateTime? Read(string? date) =>
        DateTime.TryParseExact(date, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime read) ? read : null;

    /// <summary>One reading: the progress, unless something else is answered, and what the cluster's own version is just then.</summary>
    private sealed record Shown(WireProgress Progress, string What, Answer Info, Answer? Other)
    {
        public Answer Answer => Other ?? Progress.AsAnswer();
    }
}
