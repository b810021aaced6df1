using System.Text;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>Answers that can't be understood.</summary>
public class BadAnswerTests
{
    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_never_followed(int status)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Redirect(service.Emulator.Endpoint + "api/v2/cluster/getSearchEngineVersionList", status));

        NcpApiException exception = await service.Client(retries: 4).RefusedAsync(NcpErrorId.InvalidResponse);

        Assert.Single(service.Requests);
        Assert.Equal(status, exception.HttpStatus);
        Assert.Contains("redirect", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_endless_body_is_given_up_at_the_limit_and_its_beginning_shown()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Endless());

        NcpApiException exception = await service.Client(retries: 4, configure: static options => options.MaxResponseBytes = 100_000)
            .RefusedAsync(NcpErrorId.InvalidResponse);

        Assert.Single(service.Requests);
        Assert.Equal(200, exception.HttpStatus);
        Assert.Contains("larger", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_length_beyond_the_limit_is_not_read_but_its_beginning_is_shown()
    {
        byte[] body = Encoding.UTF8.GetBytes("<html>\u001b[31m" + new string('x', 5000));
        StubService service = new(new Answer(200, body) { TraceId = "trace-1" });
        using SearchEngineClient client = service.Client(configure: static options => options.MaxResponseBytes = 4999);

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.InvalidResponse);

        Assert.Contains("<html>\uFFFD[31mxxx", exception.Message, StringComparison.Ordinal);
        Assert.Equal("trace-1", exception.TraceId);
        Assert.True(exception.Message.Length < 1000);
    }

    [Fact]
    public async Task A_length_beyond_all_arrays_takes_no_memory()
    {
        StubService service = new(static (_, _) =>
        {
            HttpResponseMessage message = Answer.Success().ToMessage();
            message.Content.Headers.ContentLength = 5_000_000_000;
            return Task.FromResult(message);
        });
        using SearchEngineClient client = service.Client();

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.InvalidResponse);

        Assert.Contains("larger", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public async Task The_limit_is_exact(int more, bool isRead)
    {
        Answer answer = Answer.Success(WireProgress.Of([.. Enumerable.Range(0, 100).Select(static i => new WireNode($"node-{i}"))]).ToString());
        foreach (bool hasLength in new[] { true, false })
        {
            StubService service = new((_, _) =>
            {
                HttpResponseMessage message = answer.ToMessage();
                message.Content = hasLength ? message.Content : new StreamContent(new LengthlessStream(answer.Body));
                return Task.FromResult(message);
            });
            using SearchEngineClient client = service.Client(configure: options => options.MaxResponseBytes = answer.Body.Length + more);

            Exception? exception = await Record.ExceptionAsync(client.ReadAsync);

            Assert.Equal(isRead ? null : NcpErrorId.InvalidResponse, (exception as NcpSearchEngineException)?.ErrorId);
        }
    }

    [Theory]
    [InlineData("""{"code":0,"message":"SUCCESS","result":{"name":"cluster0""")]
    [InlineData("""{"code":0,"result":{}} and more""")]
    [InlineData("""{"code":0,"result":[]}""")]
    [InlineData("""{"code":0,"result":"text"}""")]
    [InlineData("""{"code":0,"result":{"versionVo":"none"}}""")]
    [InlineData("""{"code":0,"result":{"nodeStatusVoList":{}}}""")]
    [InlineData("""{"code":0,"result":{"nodeStatusVoList":[1]}}""")]
    [InlineData("""{"code":0,"result":{"name":"\ud800"}}""")]
    [InlineData("\u001b[31mred")]
    public async Task Any_other_body_is_shown_by_its_cleaned_beginning(string body)
    {
        StubService service = new(Answer.Text(body));
        using SearchEngineClient client = service.Client(retries: 4);

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.InvalidResponse);

        Assert.Single(service.Requests);
        Assert.Contains(ServiceText.Clean(body)!, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{\"a\":")]
    public async Task Nesting_without_an_end_is_not_understood(string level)
    {
        string nested = string.Concat(Enumerable.Repeat(level, 100_000));
        StubService service = new(Answer.Text($$"""{"code":0,"result":{"more":{{nested}}"""));
        using SearchEngineClient client = service.Client();

        await client.RefusedAsync(NcpErrorId.InvalidResponse);
    }

    [Fact]
    public async Task A_small_body_that_unpacks_to_a_large_one_is_given_up_at_the_limit()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Gzip().And(FaultAction.Body(new string(' ', 10_000_000))));

        NcpApiException exception = await service.Client(configure: static options => options.MaxResponseBytes = 1_000_000)
            .RefusedAsync(NcpErrorId.InvalidResponse);

        Assert.Contains("larger", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    [InlineData("br")]
    public async Task A_body_that_is_not_compressed_as_it_says_is_not_understood(string encoding)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Answer(new EmulatedAnswer
        {
            Body = Encoding.UTF8.GetBytes("""{"code":0,"result":null}"""),
            Headers = [new("Content-Encoding", encoding)],
        }));

        NcpSearchEngineException exception = await Assert.ThrowsAnyAsync<NcpSearchEngineException>(service.Client().ReadAsync);

        Assert.Equal(NcpErrorId.InvalidResponse, exception.ErrorId);
    }

    /// <summary>A stream that does not tell its length.</summary>
    private sealed class LengthlessStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
