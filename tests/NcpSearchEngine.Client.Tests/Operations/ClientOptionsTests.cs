namespace NcpSearchEngine.Client.Tests;

public class ClientOptionsTests
{
    public static TheoryData<string> OutOfRange =>
    [
        "timeout zero", "timeout infinite", "timeout endless", "retries -1", "retries 101", "bytes 0", "bytes beyond arrays",
        "offset 15 h", "offset -15 h", "offset of seconds",
    ];

    [Theory]
    [MemberData(nameof(OutOfRange))]
    public void A_value_out_of_its_range_is_refused_when_the_client_is_made(string what)
    {
        SearchEngineClientOptions options = what switch
        {
            "timeout zero" => new() { RequestTimeout = TimeSpan.Zero },
            "timeout infinite" => new() { RequestTimeout = Timeout.InfiniteTimeSpan },
            "timeout endless" => new() { RequestTimeout = TimeSpan.MaxValue },
            "retries -1" => new() { MaxRetryCount = -1 },
            "retries 101" => new() { MaxRetryCount = 101 },
            "bytes 0" => new() { MaxResponseBytes = 0 },
            "bytes beyond arrays" => new() { MaxResponseBytes = int.MaxValue },
            "offset 15 h" => new() { UtcOffset = TimeSpan.FromHours(15) },
            "offset -15 h" => new() { UtcOffset = TimeSpan.FromHours(-15) },
            _ => new() { UtcOffset = TimeSpan.FromSeconds(90) },
        };
        using NcpCredential credential = TestKeys.Credential();

        Assert.Throws<ArgumentOutOfRangeException>(() => new SearchEngineClient(SearchEngineEndpoint.Resolve(), credential, options));
    }

    [Fact]
    public void Endpoint_and_credential_are_needed()
    {
        using NcpCredential credential = TestKeys.Credential();

        Assert.Equal("endpoint", Assert.Throws<ArgumentNullException>(() => new SearchEngineClient(null!, credential)).ParamName);
        Assert.Equal("credential", Assert.Throws<ArgumentNullException>(static () => new SearchEngineClient(SearchEngineEndpoint.Resolve(), null!)).ParamName);
    }

    [Fact]
    public void A_handler_that_is_given_stays_its_owners()
    {
        StubService service = new(Answer.Success());

        service.Client().Dispose();

        Assert.False(service.IsDisposed);
    }

    [Fact]
    public async Task Options_are_read_once()
    {
        StubService service = new(Answer.Success(WireProgress.Of(new WireNode()).ToString()));
        SearchEngineClientOptions? mine = null;
        using SearchEngineClient client = service.Client(configure: options => mine = options);

        mine!.MaxResponseBytes = 1;
        mine.UtcOffset = TimeSpan.Zero;

        ServiceResponse<RollingUpgrade> answer = await client.ReadAsync();
        Assert.Equal(TimeSpan.FromHours(9), answer.Value.RequestedAt!.Value.Offset);
    }

    [Theory]
    [InlineData(-14)]
    [InlineData(0)]
    [InlineData(8)]
    [InlineData(14)]
    public async Task An_offset_given_replaces_that_of_the_region(int hours)
    {
        RollingUpgrade upgrade = await WireProgress.Of(new WireNode()).ReadAsync(TimeSpan.FromHours(hours));

        Assert.Equal(new DateTimeOffset(2025, 3, 24, 17, 9, 41, TimeSpan.FromHours(hours)), upgrade.RequestedAt);
        Assert.Equal(new DateTimeOffset(2025, 3, 24, 17, 11, 28, TimeSpan.FromHours(hours)), upgrade.Nodes[0].UpdatedAt);
    }

    [Fact]
    public async Task The_credential_and_a_handler_of_ones_own_outlive_the_client()
    {
        StubService service = new(Answer.Success());
        using NcpCredential credential = TestKeys.Credential();
        SearchEngineClientOptions options = service.Options();
        new SearchEngineClient(SearchEngineEndpoint.Resolve(), credential, options).Dispose();
        using SearchEngineClient second = new(SearchEngineEndpoint.Resolve(), credential, options);

        Assert.Equal(200, (await second.ReadAsync()).HttpStatus);
    }
}
