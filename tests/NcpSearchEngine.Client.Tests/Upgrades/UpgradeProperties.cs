using CsCheck;

namespace NcpSearchEngine.Client.Tests;

/// <summary>What holds for every answer, however odd.</summary>
public class UpgradeProperties
{
    private static readonly string?[] _words =
        ["complete", "complete", "complete", "Completed", " COMPLETE ", "running", "Upgrade_OpenSearch", "incomplete", "Upgrade_Failed", "", null];

    private static readonly string?[] _dates =
        [WireProgress.After, WireProgress.After, WireProgress.After, WireProgress.Action, WireProgress.Before, "2035-01-01 00:00:00", "soon", "", null];

    private static readonly string[] _done = ["complete", "completed"];

    private static readonly string?[] _sinceTheAction = [WireProgress.Action, WireProgress.After, "2035-01-01 00:00:00"];

    private static readonly Gen<WireNode?> _node = Gen.Select(
        Gen.OneOf<string?>("a", "b", "c", "d", "a", "b", "c", "d", "", null),
        Gen.OneOf(_words),
        Gen.OneOf(_dates),
        static (hostname, status, date) => (WireNode?)new WireNode(hostname, status, date));

    private static readonly Gen<WireVersion?> _version = Gen.Select(
        Gen.OneOf<string?>("2150", "2150", "2150", "", null),
        Gen.OneOf<string?>(WireProgress.Action, WireProgress.Action, WireProgress.Action, "soon", null),
        Gen.Int[0, 9],
        static (target, date, present) => present == 0 ? null : new WireVersion("2140", target, date));

    /// <summary>Anything at all.</summary>
    private static readonly Gen<WireProgress> _any = Gen.Select(
        Gen.Frequency((19, _node), (1, Gen.Const((WireNode?)null))).Array[0, 6],
        _version,
        Gen.Int[-1, 7],
        static (nodes, version, count) => new WireProgress { NodeStatusVoList = nodes, VersionVo = version, NodeCount = count < 0 ? null : count });

    /// <summary>An upgrade that is done, but for what one or two changes make of it.</summary>
    private static readonly Gen<WireProgress> _nearlyDone = Gen.Select(
        Gen.Int[1, 5], Gen.Int[0, 5], _node, Gen.Int[-1, 1], Gen.Int[0, 3],
        static (count, at, odd, off, change) =>
        {
            WireNode?[] nodes = [.. Enumerable.Range(0, count).Select(static i => new WireNode(((char)('a' + i)).ToString()))];
            if (change is 1 or 3)
            {
                nodes[at % count] = odd;
            }

            return WireProgress.Of(nodes) with { NodeCount = change is 2 or 3 ? count + off : count };
        });

    private static readonly Gen<WireProgress> _progress = Gen.OneOf<WireProgress>(_any, _nearlyDone);

    [Fact]
    public async Task Completed_means_a_record_and_every_node_of_the_cluster_complete_since_the_action()
    {
        int completed = 0;
        await _progress.SampleAsync(
            async progress =>
            {
                RollingUpgrade upgrade = await progress.ReadAsync();
                if (upgrade.State != UpgradeState.Completed)
                {
                    return;
                }

                Interlocked.Increment(ref completed);
                Assert.False(string.IsNullOrWhiteSpace(progress.VersionVo?.TargetVersionCode));
                Assert.Equal(WireProgress.Action, progress.VersionVo!.ActionDate);
                Assert.All(progress.NodeStatusVoList!, static node =>
                {
                    Assert.False(string.IsNullOrWhiteSpace(node?.Hostname));
                    Assert.Contains(node!.Status!.Trim(), _done, StringComparer.OrdinalIgnoreCase);
                    Assert.Contains(node.UpdatedDate, _sinceTheAction);
                });
                Assert.Equal(progress.NodeCount, progress.NodeStatusVoList!.Select(static node => node!.Hostname).Distinct().Count());
            },
            iter: 5_000);

        Assert.True(completed > 500, "The generator must make upgrades that are done.");
    }

    [Fact]
    public async Task Percent_is_100_exactly_when_completed_and_counts_sum_to_the_nodes() => await _progress.SampleAsync(
        static async progress =>
        {
            RollingUpgrade upgrade = await progress.ReadAsync();

            Assert.InRange(upgrade.PercentComplete, 0, 100);
            Assert.Equal(upgrade.State == UpgradeState.Completed, upgrade.PercentComplete == 100);
            Assert.Equal(progress.NodeStatusVoList!.Count, upgrade.Nodes.Count);
            Assert.Equal(upgrade.Nodes.Count, upgrade.CompletedCount + upgrade.InProgressCount + upgrade.PendingCount + upgrade.FailedCount);
            Assert.Equal(upgrade.FailedCount > 0, upgrade.State == UpgradeState.Failed);
            Assert.True(!upgrade.NeedsProof || upgrade.State == UpgradeState.InProgress);
            Assert.True(upgrade.State != UpgradeState.NotStarted || !upgrade.HasRecord);
            if (upgrade.EstimatedCompletionAt is { } estimate)
            {
                Assert.Equal(UpgradeState.InProgress, upgrade.State);
                Assert.True(estimate >= upgrade.RequestedAt);
            }
        },
        iter: 5_000);

    [Fact]
    public async Task Taking_a_node_from_a_finished_upgrade_or_undoing_one_never_leaves_it_finished() => await _nearlyDone.SampleAsync(
        static async progress =>
        {
            if ((await progress.ReadAsync()).State != UpgradeState.Completed)
            {
                return;
            }

            IReadOnlyList<WireNode?> nodes = progress.NodeStatusVoList!;
            for (int i = 0; i < nodes.Count; i++)
            {
                WireNode?[] fewer = [.. nodes.Where((_, index) => index != i)];
                WireNode?[] undone = [.. nodes.Select((node, index) => index == i ? node! with { Status = "Upgrade_OpenSearch" } : node)];
                bool hasTwin = nodes.Count(node => node!.Hostname == nodes[i]!.Hostname) > 1;

                Assert.Equal(hasTwin, (await (progress with { NodeStatusVoList = fewer }).ReadAsync()).State == UpgradeState.Completed);
                Assert.NotEqual(UpgradeState.Completed, (await (progress with { NodeStatusVoList = undone }).ReadAsync()).State);
            }
        },
        iter: 500);
}
