using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>A clock that is wrong is found out by the Date of a refusal, once, and never mistaken for a wrong key.</summary>
public class ClockSkewTests
{
    private const string WrongSecretKey = "FAKESECRETKEY00000000000000000000000000B";

    public static TheoryData<TimeSpan> Skews =>
    [
        TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(-5), TimeSpan.FromHours(1), TimeSpan.FromHours(-9), TimeSpan.FromHours(24), TimeSpan.FromHours(-24),
    ];

    [Theory]
    [MemberData(nameof(Skews))]
    public async Task The_gateways_clock_is_learnt_the_request_repeated_once_and_the_difference_kept(TimeSpan skew)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: skew);
        SearchEngineClient client = service.Client();
        Assert.Equal(TimeSpan.Zero, client.ClockOffset);

        ServiceResponse<RollingUpgrade> first = await client.ReadAsync();

        Assert.Equal(8, first.Value.Nodes.Count);
        Assert.Equal([Refusals.ClockOff, null], service.Requests.Select(static request => request.Refusal));
        Assert.Equal(skew, client.ClockOffset);
        Assert.Empty(service.Clock.Waits);

        ServiceResponse<RollingUpgrade> second = await client.ReadAsync();

        Assert.Equal((1, 3), (second.Attempts, service.Requests.Count));
        Assert.Equal(skew, client.ClockOffset);
    }

    [Theory]
    [InlineData(-290)]
    [InlineData(0)]
    [InlineData(290)]
    public async Task A_clock_that_the_gateway_takes_is_left_alone(int seconds)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromSeconds(seconds));
        SearchEngineClient client = service.Client();

        Assert.Equal(1, (await client.ReadAsync()).Attempts);

        Assert.Equal(TimeSpan.Zero, client.ClockOffset);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(120)]
    [InlineData(-120)]
    public async Task A_wrong_key_is_not_mistaken_for_a_wrong_clock(int seconds)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromSeconds(seconds));
        SearchEngineClient client = service.Client(retries: 4, secretKey: WrongSecretKey);

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.AuthenticationFailed);

        Assert.Single(service.Requests);
        Assert.Equal(TimeSpan.Zero, client.ClockOffset);
        Assert.DoesNotContain("clock", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_refused_again_with_the_right_time_says_that_it_is_not_the_clock()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromMinutes(10));
        SearchEngineClient client = service.Client(retries: 4, secretKey: WrongSecretKey);

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.AuthenticationFailed);

        Assert.Equal([Refusals.ClockOff, Refusals.WrongSignature], service.Requests.Select(static request => request.Refusal));
        Assert.Contains("600 s", exception.Message, StringComparison.Ordinal);
        Assert.Contains("corrected", exception.Message, StringComparison.Ordinal);
        Assert.Equal((401, "200"), (exception.HttpStatus, exception.Code));
    }

    [Theory]
    [InlineData(TestKeys.SecretKey)]
    [InlineData(WrongSecretKey)]
    public async Task Without_a_date_the_clocks_can_not_be_compared(string secretKey)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromMinutes(10));
        service.Emulator.Faults.Add(FaultAction.NoDate());
        SearchEngineClient client = service.Client(retries: 4, secretKey: secretKey);

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.ClockSkew);

        Assert.Single(service.Requests);
        Assert.Equal(TimeSpan.Zero, client.ClockOffset);
        Assert.Equal((401, "200", "Authentication Failed"), (exception.HttpStatus, exception.Code, exception.ServiceMessage));
        Assert.Contains("no date", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(25)]
    [InlineData(-25)]
    [InlineData(24 * 365 * 20)]
    public async Task A_date_more_than_a_day_away_is_not_followed(int hours)
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromHours(hours));
        SearchEngineClient client = service.Client(retries: 4);

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.ClockSkew);

        Assert.Single(service.Requests);
        Assert.Equal(TimeSpan.Zero, client.ClockOffset);
        Assert.Contains("2025-03-24 08:30:00Z", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_for_want_of_permission_is_not_taken_for_the_clocks()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromMinutes(10));
        service.Emulator.Faults.Add(FaultAction.Gateway(401, 210));
        SearchEngineClient client = service.Client(retries: 4);

        await client.RefusedAsync(NcpErrorId.PermissionDenied);

        Assert.Single(service.Requests);
        Assert.Equal(TimeSpan.Zero, client.ClockOffset);
    }

    [Fact]
    public async Task The_repetition_for_the_clock_takes_no_retry_away()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromMinutes(10));
        service.Emulator.Faults.Add("pass then 503/500 then pass");

        ServiceResponse<RollingUpgrade> answer = await service.Client(retries: 1).ReadAsync();

        Assert.Equal(3, answer.Attempts);
    }

    [Fact]
    public async Task A_clock_that_jumps_back_is_learnt_again()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromHours(2));
        SearchEngineClient client = service.Client();
        await client.ReadAsync();

        service.Emulator.ClockOffset = TimeSpan.Zero;
        await client.ReadAsync();

        Assert.Equal(TimeSpan.Zero, client.ClockOffset);
    }

    [Fact]
    public async Task Requests_at_the_same_time_learn_it_together()
    {
        await using EmulatedService service = await EmulatedService.StartAsync(clockOffset: TimeSpan.FromMinutes(-10));
        SearchEngineClient client = service.Client();

        ServiceResponse<RollingUpgrade>[] answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.ReadAsync()));

        Assert.All(answers, static answer => Assert.Equal(8, answer.Value.Nodes.Count));
        Assert.Equal(TimeSpan.FromMinutes(-10), client.ClockOffset);
    }
}
