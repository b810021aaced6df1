using System.Globalization;

namespace NcpSearchEngine.Client.Tests;

/// <summary>Dates as the service writes them: <c>yyyy-MM-dd HH:mm:ss</c>, without a zone.</summary>
public class ServiceDateTests
{
    [Theory]
    [InlineData("2024-03-06 15:01:14", "2024-03-06T15:01:14+09:00")]
    [InlineData("2025-03-24 17:09:41", "2025-03-24T17:09:41+09:00")]
    [InlineData(" 2025-03-24 17:09:41\n", "2025-03-24T17:09:41+09:00")]
    [InlineData("2024-02-29 00:00:00", "2024-02-29T00:00:00+09:00")]
    [InlineData("2025-12-31 23:59:59", "2025-12-31T23:59:59+09:00")]
    [InlineData("0002-01-01 00:00:00", "0002-01-01T00:00:00+09:00")]
    [InlineData("9998-12-31 23:59:59", "9998-12-31T23:59:59+09:00")]
    public async Task Are_read_in_their_one_form(string written, string expected)
    {
        RollingUpgrade upgrade = await Asked(written).ReadAsync();

        Assert.Equal(expected, upgrade.RequestedAt!.Value.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture));
        Assert.Equal(upgrade.RequestedAt, upgrade.Nodes[0].UpdatedAt);
        Assert.True(upgrade.HasRecord);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("2025-03-24")]
    [InlineData("17:09:41")]
    [InlineData("2025-03-24T17:09:41")]
    [InlineData("2025-03-24 17:09:41Z")]
    [InlineData("2025-03-24 17:09:41+09:00")]
    [InlineData("2025-03-24 17:09")]
    [InlineData("2025-03-24  17:09:41")]
    [InlineData("2025-3-24 17:9:41")]
    [InlineData("25-03-24 17:09:41")]
    [InlineData("24-03-2025 17:09:41")]
    [InlineData("2025/03/24 17:09:41")]
    [InlineData("2025-02-29 17:09:41")]
    [InlineData("2025-13-01 17:09:41")]
    [InlineData("2025-00-00 00:00:00")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("2025-03-24 24:00:00")]
    [InlineData("2025-03-24 23:59:60")]
    [InlineData("-2025-03-24 17:09:41")]
    [InlineData("２０２５-03-24 17:09:41")]
    [InlineData("1742803781000")]
    [InlineData("0001-01-01 00:00:00")]
    [InlineData("9999-12-31 23:59:59")]
    public async Task Anything_else_is_no_date(string? written)
    {
        RollingUpgrade upgrade = await Asked(written).ReadAsync();

        Assert.Null(upgrade.RequestedAt);
        Assert.Null(upgrade.Nodes[0].UpdatedAt);
        Assert.Null(upgrade.LastUpdatedAt);
        Assert.False(upgrade.HasRecord);
    }

    [Theory]
    [InlineData(-14)]
    [InlineData(9)]
    [InlineData(14)]
    public async Task The_ends_of_the_calendar_break_nothing(int hours)
    {
        string[] edges =
        [
            "0001-01-01 00:00:00", "0002-01-01 00:00:00", "9997-12-31 15:00:00", "9998-01-01 00:00:00",
            "9998-06-30 12:00:00", "9998-12-31 23:59:59", "9999-12-31 23:59:59",
        ];
        foreach (string asked in edges)
        {
            foreach (string changed in edges)
            {
                WireProgress progress = WireProgress.Of(new WireNode("node-1", "complete", changed), new WireNode("node-2", "Upgrade_OpenSearch"));

                RollingUpgrade upgrade = await (progress with { VersionVo = new WireVersion { ActionDate = asked } }).ReadAsync(TimeSpan.FromHours(hours));

                Assert.Equal(UpgradeState.InProgress, upgrade.State);
                Assert.True(upgrade.EstimatedCompletionAt is null || upgrade.EstimatedCompletionAt >= upgrade.RequestedAt);
            }
        }
    }

    private static WireProgress Asked(string? date) =>
        WireProgress.Of(new WireNode { UpdatedDate = date }) with { VersionVo = new WireVersion { ActionDate = date } };
}
