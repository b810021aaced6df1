namespace NcpSearchEngine.Client.Tests;

public class RetryTests
{
    /// <summary>Answers that pass by themselves: body and status.</summary>
    public static TheoryData<string, int> Passing => new()
    {
        { "gateway 400", 429 }, { "gateway 410", 429 }, { "gateway 420", 429 },
        { "gateway 900", 500 }, { "gateway 500", 503 }, { "gateway 510", 504 },
        { "", 429 }, { "", 500 }, { "", 502 }, { "", 503 }, { "", 504 },
        { "<html>Bad Gateway</html>", 502 }, { "<Error><errorCode>500</errorCode></Error>", 503 },
        { "gateway 500", 200 }, { "gateway 410", 200 },
    };

    /// <summary>Answers that say the same however often one asks.</summary>
    public static TheoryData<string, int> Lasting => new()
    {
        { "gateway 100", 400 }, { "gateway 200", 401 }, { "gateway 210", 401 }, { "gateway 210", 403 }, { "gateway 300", 404 }, { "gateway 430", 413 },
        { "code 10107", 200 }, { "code 10107", 400 }, { "code 10107", 429 }, { "code 10107", 500 }, { "code 10107", 503 },
        { "", 200 }, { "", 302 }, { "", 400 }, { "", 501 }, { "", 505 }, { "<html>", 200 }, { "{", 200 },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_asked_again_as_often_as_allowed(string body, int status)
    {
        foreach (int retries in new[] { 0, 1, 4 })
        {
            StubService service = new(AnswerOf(body, status));
            using SearchEngineClient client = service.Client(retries);

            await Assert.ThrowsAsync<NcpApiException>(client.ReadAsync);

            Assert.Equal(1 + retries, service.Requests.Count);
        }
    }

    [Theory]
    [MemberData(nameof(Lasting))]
    public async Task What_lasts_is_asked_once(string body, int status)
    {
        StubService service = new(AnswerOf(body, status));
        using SearchEngineClient client = service.Client(retries: 4);

        await Assert.ThrowsAsync<NcpApiException>(client.ReadAsync);

        Assert.Single(service.Requests);
        Assert.Empty(service.Clock.Waits);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_failed_connection_is_tried_again_as_often_as_allowed(int retries)
    {
        StubService service = StubService.Failing(static () => new HttpRequestException("no way"));
        using SearchEngineClient client = service.Client(retries);

        await client.FailedAsync(NcpErrorId.ConnectionFailed);

        Assert.Equal(1 + retries, service.Requests.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(4)]
    public async Task The_answer_tells_how_many_requests_it_took(int failures)
    {
        StubService service = new([.. Enumerable.Repeat(Answer.Gateway(503, "500"), failures), Answer.Success()]);
        using SearchEngineClient client = service.Client(retries: 4);

        Assert.Equal(1 + failures, (await client.ReadAsync()).Attempts);
    }

    [Fact]
    public async Task Different_failures_count_together_and_the_last_one_is_told()
    {
        StubService service = new(Answer.Gateway(503, "500"), Answer.Gateway(429, "410"), Answer.Text("", 502), Answer.Gateway(504, "510"), Answer.Success());
        using SearchEngineClient client = service.Client(retries: 3);

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.ServiceUnavailable);

        Assert.Equal((504, 4), (exception.HttpStatus, service.Requests.Count));
    }

    [Fact]
    public async Task A_failure_that_lasts_ends_the_retries_at_once()
    {
        StubService service = new(Answer.Gateway(503, "500"), Answer.Service("10107"), Answer.Success());
        using SearchEngineClient client = service.Client(retries: 4);

        await client.RefusedAsync(NcpErrorId.ServiceError);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task All_retries_of_a_call_take_no_longer_than_five_requests_may()
    {
        // 150 s, in which two waits of a minute have room and a third has not.
        StubService service = new(Answer.Gateway(503, "500") with { RetryAfter = "60" });
        using SearchEngineClient client = service.Client(retries: 4);

        await client.RefusedAsync(NcpErrorId.ServiceUnavailable);

        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task The_waits_grow_and_have_an_end()
    {
        TimeSpan[] longest = new TimeSpan[12];
        for (int run = 0; run < 40; run++)
        {
            StubService service = new(Answer.Gateway(503, "500"));
            using SearchEngineClient client = service.Client(retries: longest.Length);
            await client.RefusedAsync(NcpErrorId.ServiceUnavailable);
            for (int i = 0; i < service.Clock.Waits.Count; i++)
            {
                longest[i] = service.Clock.Waits[i] > longest[i] ? service.Clock.Waits[i] : longest[i];
            }
        }

        Assert.InRange(longest[0], TimeSpan.Zero, TimeSpan.FromSeconds(1));
        Assert.True(longest.Max() > TimeSpan.FromSeconds(2));
        Assert.All(longest, static wait => Assert.InRange(wait, TimeSpan.Zero, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Clients_that_fail_together_do_not_come_back_together()
    {
        HashSet<TimeSpan> waits = [];
        for (int run = 0; run < 40; run++)
        {
            StubService service = new(Answer.Gateway(503, "500"), Answer.Success());
            using SearchEngineClient client = service.Client(retries: 1);
            await client.ReadAsync();
            waits.Add(service.Clock.GetUtcNow() - PromptClock.Begin);
        }

        Assert.True(waits.Count > 5);
    }

    private static Answer AnswerOf(string body, int status) => body.Split(' ') switch
    {
        ["gateway", string code] => Answer.Gateway(status, code),
        ["code", string code] => Answer.Service(code, status),
        _ => Answer.Text(body, status),
    };
}
