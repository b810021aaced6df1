using System.Globalization;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

public class RetryAfterTests
{
    [Theory]
    [InlineData(429, "410")]
    [InlineData(503, "500")]
    [InlineData(500, "900")]
    public async Task A_wait_that_the_service_asks_for_is_the_least(int status, string code)
    {
        StubService service = new(Answer.Gateway(status, code) with { RetryAfter = "7" }, Answer.Success());
        using SearchEngineClient client = service.Client(retries: 1);

        await client.ReadAsync();

        Assert.InRange(Assert.Single(service.Clock.Waits), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task It_may_be_a_date()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Throttle(TimeSpan.FromSeconds(7), asDate: true).Then(FaultAction.Pass()));

        await service.Client(retries: 1).ReadAsync();

        Assert.InRange(Assert.Single(service.Clock.Waits), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Theory]
    [InlineData(3600)]
    [InlineData(-180)]
    [InlineData(180)]
    public async Task A_date_is_one_of_the_services_clock(int skewInSeconds)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromSeconds(skewInSeconds));
        SearchEngineClient client = service.Client(retries: 1);
        await client.ReadAsync();
        service.Emulator.Faults.Add(FaultAction.Throttle(TimeSpan.FromSeconds(7), asDate: true).Then(FaultAction.Pass()));

        await client.ReadAsync();

        Assert.InRange(Assert.Single(service.Clock.Waits), TimeSpan.FromSeconds(7), TimeSpan.FromSeconds(8));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-7")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("7.5")]
    [InlineData("99999999999999999999")]
    [InlineData("Mon, 24 Mar 2025 08:29:00 GMT")]
    [InlineData("Wed, 99 Foo 2025 08:29:00 GMT")]
    public async Task What_is_past_or_can_not_be_read_does_not_matter(string retryAfter)
    {
        StubService service = new(Answer.Gateway(429, "410") with { RetryAfter = retryAfter }, Answer.Success());
        using SearchEngineClient client = service.Client(retries: 1);

        await client.ReadAsync();

        Assert.True(service.Clock.GetUtcNow() - PromptClock.Begin < TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("86400")]
    [InlineData("2147483647")]
    [InlineData("Fri, 24 Mar 2090 08:30:00 GMT")]
    public async Task A_wait_of_days_is_cut_to_a_minute(string retryAfter)
    {
        StubService service = new(Answer.Gateway(429, "410") with { RetryAfter = retryAfter });
        using SearchEngineClient client = service.Client(retries: 1);

        await client.RefusedAsync(NcpErrorId.Throttled);

        Assert.Equal(TimeSpan.FromMinutes(1), Assert.Single(service.Clock.Waits));
    }

    [Fact]
    public async Task It_counts_for_its_own_retry_only()
    {
        StubService service = new(
            Answer.Gateway(429, "410") with { RetryAfter = "7" }, Answer.Gateway(503, "500"), Answer.Success());
        using SearchEngineClient client = service.Client(retries: 2);

        await client.ReadAsync();

        long[] stamps = [.. service.Requests.Select(static request => long.Parse(request.Timestamp, CultureInfo.InvariantCulture))];
        Assert.InRange(stamps[1] - stamps[0], 7000, 8000);
        Assert.InRange(stamps[2] - stamps[1], 0, 1000);
    }
}
