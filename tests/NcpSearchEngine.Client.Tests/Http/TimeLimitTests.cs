using Microsoft.Extensions.Time.Testing;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

public class TimeLimitTests
{
    [Fact]
    public async Task A_request_without_an_answer_ends_at_its_time_limit_and_is_not_repeated()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        TaskCompletionSource arrived = Hang(service.Emulator.Faults);
        Task<NcpSearchEngineException> reading = service.Client(retries: 4).FailedAsync(NcpErrorId.RequestTimeout);
        await arrived.HappensAsync();

        service.Clock.Advance(PromptClock.RequestTimeout - TimeSpan.FromMilliseconds(1));
        Assert.False(reading.IsCompleted);
        service.Clock.Advance(TimeSpan.FromMilliseconds(1));

        NcpSearchEngineException exception = await reading;
        Assert.Single(service.Requests);
        Assert.Contains("30.001 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_limit_covers_the_body_too()
    {
        HangingStream body = new();
        StubService service = new((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) }));
        using SearchEngineClient client = service.Client();
        Task reading = client.FailedAsync(NcpErrorId.RequestTimeout);
        await body.ReadBegun.HappensAsync();

        service.Clock.Advance(PromptClock.RequestTimeout);

        await reading;
    }

    [Fact]
    public async Task Each_retry_has_a_time_limit_of_its_own()
    {
        StubService service = null!;
        service = new StubService((index, _) =>
        {
            // Nearly all of the limit passes in each of the three requests.
            service.Clock.Advance(PromptClock.RequestTimeout - TimeSpan.FromMilliseconds(1));
            return Task.FromResult((index < 2 ? Answer.Gateway(503, "500") : Answer.Success()).ToMessage());
        });
        using SearchEngineClient client = service.Client(retries: 2);

        Assert.Equal(3, (await client.ReadAsync()).Attempts);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_sends_nothing()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        using CancellationTokenSource source = new();
        await source.CancelAsync();

        await AssertCancelledAsync(service.Client(retries: 4), source.Token);

        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_a_request_under_way()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        TaskCompletionSource arrived = Hang(service.Emulator.Faults);
        using CancellationTokenSource source = new();
        Task reading = AssertCancelledAsync(service.Client(retries: 4), source.Token);
        await arrived.HappensAsync();

        await source.CancelAsync();

        await reading;
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_the_reading_of_a_body()
    {
        HangingStream body = new();
        StubService service = new((_, _) => Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) }));
        using SearchEngineClient client = service.Client(retries: 4);
        using CancellationTokenSource source = new();
        Task reading = AssertCancelledAsync(client, source.Token);
        await body.ReadBegun.HappensAsync();

        await source.CancelAsync();

        await reading;
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_between_retries()
    {
        using CancellationTokenSource source = new();
        StubService service = new(Answer.Gateway(503, "500") with { RetryAfter = "10" });
        FakeTimeProvider standing = new(PromptClock.Begin);
        using SearchEngineClient client = service.Client(retries: 4, configure: options => options.TimeProvider = standing);
        Task reading = AssertCancelledAsync(client, source.Token);
        Assert.Single(service.Requests);
        Assert.False(reading.IsCompleted);

        await source.CancelAsync();

        await reading;
        Assert.Single(service.Requests);
    }

    private static TaskCompletionSource Hang(FaultPlan faults)
    {
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        faults.Add(FaultAction.Custom(async (request, next) =>
        {
            arrived.TrySetResult();
            await Task.Delay(Timeout.Infinite, request.Aborted);
            return await next();
        }));
        return arrived;
    }

    private static async Task AssertCancelledAsync(SearchEngineClient client, CancellationToken token)
    {
        OperationCanceledException exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => client.GetRollingUpgradeProgressAsync(EmulatedService.ClusterNo, token));
        Assert.Equal(token, exception.CancellationToken);
    }

    /// <summary>A body that never comes.</summary>
    private sealed class HangingStream : MemoryStream
    {
        public TaskCompletionSource ReadBegun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override bool CanSeek => false;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            ReadBegun.TrySetResult();
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }
}
