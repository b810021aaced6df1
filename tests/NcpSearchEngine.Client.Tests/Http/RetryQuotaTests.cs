namespace NcpSearchEngine.Client.Tests;

/// <summary>What all calls of a client may spend on retries together: 500, of which a retry takes 5.</summary>
public class RetryQuotaTests
{
    private const int Retries = 4;
    private const int RetriesOfAFullQuota = 100;
    private const int CallsThatDrainIt = RetriesOfAFullQuota / Retries;

    [Fact]
    public async Task When_it_is_used_up_a_call_is_not_repeated_any_more()
    {
        using Network network = new();

        await network.FailAsync(times: CallsThatDrainIt + 5);

        Assert.Equal(CallsThatDrainIt + 5 + RetriesOfAFullQuota, network.Requests);
    }

    [Fact]
    public async Task A_success_without_a_retry_gives_a_fifth_of_one()
    {
        using Network network = new();
        await network.FailAsync(times: CallsThatDrainIt);

        await network.SucceedAsync(times: 4);
        Assert.Equal(1, await network.RequestsOfAFailureAsync());

        await network.SucceedAsync(times: 1);
        Assert.Equal(2, await network.RequestsOfAFailureAsync());
        Assert.Equal(1, await network.RequestsOfAFailureAsync());
    }

    [Fact]
    public async Task A_success_after_retries_gives_one_back()
    {
        using Network network = new();
        await network.FailAsync(times: CallsThatDrainIt);
        await network.SucceedAsync(times: 10);

        // Two are there and taken, and one comes back.
        await network.SucceedAsync(times: 1, afterFailures: 2);

        Assert.Equal(2, await network.RequestsOfAFailureAsync());
        Assert.Equal(1, await network.RequestsOfAFailureAsync());
    }

    [Fact]
    public async Task It_never_grows_beyond_what_it_was()
    {
        using Network network = new();
        await network.SucceedAsync(times: 50);
        int before = network.Requests;

        await network.FailAsync(times: CallsThatDrainIt + 5);

        Assert.Equal(CallsThatDrainIt + 5 + RetriesOfAFullQuota, network.Requests - before);
    }

    /// <summary>A client whose requests fail as often as a test says.</summary>
    private sealed class Network : IDisposable
    {
        private readonly StubService _service;
        private readonly SearchEngineClient _client;
        private int _failures;

        public Network()
        {
            _service = new StubService((_, _) => Task.FromResult((_failures-- > 0 ? Answer.Gateway(503, "500") : Answer.Success()).ToMessage()));
            _client = _service.Client(Retries);
        }

        public int Requests => _service.Requests.Count;

        public void Dispose()
        {
            _client.Dispose();
            _service.Dispose();
        }

        public async Task FailAsync(int times)
        {
            for (int i = 0; i < times; i++)
            {
                _failures = int.MaxValue;
                await _client.RefusedAsync(NcpErrorId.ServiceUnavailable);
            }
        }

        public async Task SucceedAsync(int times, int afterFailures = 0)
        {
            for (int i = 0; i < times; i++)
            {
                _failures = afterFailures;
                Assert.Equal(1 + afterFailures, (await _client.ReadAsync()).Attempts);
            }
        }

        public async Task<int> RequestsOfAFailureAsync()
        {
            int before = Requests;
            await FailAsync(times: 1);
            return Requests - before;
        }
    }
}
