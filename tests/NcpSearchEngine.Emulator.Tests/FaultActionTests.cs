using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>Each fault, as a client meets it.</summary>
public sealed class FaultActionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(400, 100, "Bad Request Exception")]
    [InlineData(401, 200, "Authentication Failed")]
    [InlineData(401, 210, "Permission Denied")]
    [InlineData(404, 300, "Not Found Exception")]
    [InlineData(429, 400, "Quota Exceeded")]
    [InlineData(429, 410, "Throttle Limited")]
    [InlineData(429, 420, "Rate Limited")]
    [InlineData(413, 430, "Request Entity Too Large")]
    [InlineData(503, 500, "Endpoint Error")]
    [InlineData(504, 510, "Endpoint Timeout")]
    [InlineData(500, 900, "Unexpected Error")]
    public async Task An_error_of_the_gateway(int status, int errorCode, string message)
    {
        var reply = await MeetAsync(FaultAction.Gateway(status, errorCode));
        Assert.Equal(status, reply.Status);
        Assert.Equal($$$"""{"error":{"errorCode":"{{{errorCode}}}","message":"{{{message}}}"}}""", reply.Text);
    }

    [Fact]
    public async Task An_error_of_the_gateway_in_other_words()
    {
        var reply = await MeetAsync(FaultAction.Gateway(503, 500, "<b>잠시 후</b>", "\"details\""));
        Assert.Equal("""{"error":{"errorCode":"500","message":"<b>잠시 후</b>","details":"\"details\""}}""", reply.Text);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(400)]
    [InlineData(500)]
    public async Task An_error_of_the_service_at_any_status(int status)
    {
        var reply = await MeetAsync(FaultAction.Service(10154, "최근 스냅샷이 없습니다.", status));
        Assert.Equal(status, reply.Status);
        Assert.StartsWith("""{"code":10154,"message":"최근 스냅샷이 없습니다.","result":null,"requestId":""", reply.Text, StringComparison.Ordinal);
        Assert.True(Guid.TryParse(reply.Json.Text("requestId"), out _));
    }

    [Theory]
    [InlineData(null, false, null)]
    [InlineData(7.2, false, "8")]
    [InlineData(0.0, false, "0")]
    [InlineData(90.0, true, "Tue, 24 Mar 2026 08:11:11 GMT")]
    public async Task Throttling(double? seconds, bool asDate, string? header)
    {
        var reply = await MeetAsync(FaultAction.Throttle(seconds is { } wait ? TimeSpan.FromSeconds(wait) : null, asDate, 420));
        Assert.Equal("429/420", reply.GatewayCode);
        Assert.Equal(header, reply.Header("Retry-After"));
    }

    [Theory]
    [InlineData(302)]
    [InlineData(308)]
    public async Task A_redirect(int status)
    {
        var reply = await MeetAsync(FaultAction.Redirect("https://example.com/login", status));
        Assert.Equal(status, reply.Status);
        Assert.Equal("https://example.com/login", reply.Header("Location"));
        Assert.Empty(reply.Body);
    }

    [Fact]
    public async Task Any_text_as_the_body()
    {
        var reply = await MeetAsync(FaultAction.Body("<Error><errorCode>200</errorCode></Error>", "application/xml", 401));
        Assert.Equal(401, reply.Status);
        Assert.Equal("<Error><errorCode>200</errorCode></Error>", reply.Text);
        Assert.Equal("application/xml", reply.Header("Content-Type"));
    }

    [Fact]
    public async Task Exactly_the_bytes_and_headers_given()
    {
        byte[] bytes = [0xff, 0xfe, 0x00, 0xc7, 0xd1];
        var reply = await MeetAsync(FaultAction.Answer(new EmulatedAnswer
        {
            Status = 206,
            Body = bytes,
            ContentType = "text/plain;charset=EUC-KR",
            Headers = [new("X-Proxy", "here"), new("Date", "Thu, 01 Jan 1970 00:00:00 GMT"), new("x-ncp-trace-id", "abc")],
        }));
        Assert.Equal(206, reply.Status);
        Assert.Equal(bytes, reply.Body);
        Assert.Equal(
            ("text/plain;charset=EUC-KR", "here", "Thu, 01 Jan 1970 00:00:00 GMT", "abc"),
            (reply.Header("Content-Type"), reply.Header("X-Proxy"), reply.Header("Date"), reply.Header("x-ncp-trace-id")));
    }

    [Fact]
    public async Task An_empty_body()
    {
        var reply = await MeetAsync(FaultAction.Empty(503));
        Assert.Equal((503, "0"), (reply.Status, reply.Header("Content-Length")));
        Assert.Empty(reply.Body);
    }

    [Fact]
    public async Task No_Date_header()
    {
        var reply = await MeetAsync(FaultAction.NoDate());
        Assert.Equal("cluster000", reply.Result.Text("name"));
        Assert.Null(reply.Header("Date"));
    }

    [Fact]
    public async Task No_Date_header_on_a_refusal_either()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.NoDate());
        var reply = await emulator.SendAsync(TestEmulator.Unsigned(HttpMethod.Post, TestEmulator.ProgressPath, "{}"));
        Assert.Equal("401/200", reply.GatewayCode);
        Assert.Null(reply.Header("Date"));
    }

    [Fact]
    public async Task A_compressed_answer()
    {
        var reply = await MeetAsync(FaultAction.Gzip());
        Assert.Equal("gzip", reply.Header("Content-Encoding"));
        using var text = new StreamReader(new GZipStream(new MemoryStream(reply.Body), CompressionMode.Decompress));
        Assert.Contains("\"cluster000\"", await text.ReadToEndAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clock_set_wrong_from_this_request_on()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.Clock(TimeSpan.FromMinutes(-6)), count: 1);

        var first = await emulator.ProgressAsync("3427188");
        Assert.Equal("401/200", first.GatewayCode);
        Assert.Equal("Tue, 24 Mar 2026 08:03:41 GMT", first.Header("Date"));

        var second = await emulator.ProgressAsync("3427188"); // signed by the service's clock
        Assert.Equal(200, second.Status);
        Assert.Equal(TimeSpan.FromMinutes(-6), emulator.Emulator.ClockOffset);
    }

    [Fact]
    public async Task A_delay_by_the_time_provider()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.Delay(TimeSpan.FromSeconds(30)));

        var reply = emulator.ProgressAsync("3427188");
        await emulator.Time.TimerSetAsync();
        emulator.Time.Advance(TimeSpan.FromSeconds(29.9));
        Assert.False(reply.IsCompleted);
        Assert.Equal(1, emulator.Requests.InFlight);

        emulator.Time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Equal(200, (await reply).Status);
        Assert.Equal(TimeSpan.FromSeconds(30), Assert.Single(emulator.Requests.Snapshot()).Duration);
    }

    [Fact]
    public async Task A_delayed_request_ends_with_its_client()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.Delay(TimeSpan.FromHours(1)));
        var left = new TaskCompletionSource<RequestRecord>(TaskCreationOptions.RunContinuationsAsynchronously);
        emulator.Requests.Answered += left.SetResult;
        using var patience = new CancellationTokenSource();

        var response = emulator.HeadersAsync(emulator.Progress("3427188"), patience.Token);
        await emulator.Time.TimerSetAsync();
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => response);
        Assert.Null((await left.Task.WaitAsync(Token)).Status);
        Assert.Equal(0, emulator.Requests.InFlight);
    }

    [Fact]
    public async Task A_reset_connection()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.Reset(), count: 1);

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => emulator.ProgressAsync("3427188"));

        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(exception.GetBaseException()).SocketErrorCode);
        Assert.Null(Assert.Single(emulator.Requests.Snapshot()).Status);
        Assert.Equal(200, (await emulator.ProgressAsync("3427188")).Status);
    }

    [Theory]
    [InlineData(null, 821)]
    [InlineData(0, 0)]
    [InlineData(100, 100)]
    [InlineData(1641, 1641)]
    [InlineData(9999, 1641)]
    public async Task A_body_that_breaks_off(int? after, int sent)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.Truncate(after), count: 1);

        using var response = await emulator.HeadersAsync(emulator.Progress("3427188"), Token);
        Assert.Equal(1642, response.Content.Headers.ContentLength);
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        var received = new MemoryStream();
        var exception = await Assert.ThrowsAsync<HttpIOException>(() => stream.CopyToAsync(received, Token));

        Assert.Equal(HttpRequestError.ResponseEnded, exception.HttpRequestError);
        Assert.Equal(sent, received.Length);
        Assert.Equal(200, (await emulator.ProgressAsync("3427188")).Status);
    }

    [Fact]
    public async Task Bytes_that_are_no_HTTP()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.Garbage(), count: 1);

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => emulator.ProgressAsync("3427188"));

        Assert.Equal(HttpRequestError.InvalidResponse, exception.HttpRequestError);
        Assert.Equal(200, (await emulator.ProgressAsync("3427188")).Status);
    }

    [Fact]
    public async Task A_body_without_end_ends_at_its_cap() =>
        Assert.Equal(100_000, (await MeetAsync(FaultAction.Endless(cap: 100_000))).Body.Length);

    [Fact]
    public async Task A_body_without_end_goes_on_until_the_client_goes()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.Endless());
        using var response = await emulator.HeadersAsync(emulator.Signed(HttpMethod.Post, TestEmulator.ProgressPath, "{}"), Token);
        Assert.Null(response.Content.Headers.ContentLength);
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[1024 * 1024];
        await stream.ReadExactlyAsync(buffer, Token);
        await stream.ReadExactlyAsync(buffer, Token);
    }

    [Fact]
    public async Task A_slow_body_comes_byte_by_byte()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(FaultAction.Endless(slow: true, cap: 3));
        using var response = await emulator.HeadersAsync(emulator.Progress("3427188"), Token);
        await using var stream = await response.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[10];

        Assert.Equal(1, await stream.ReadAsync(buffer, Token));
        foreach (var count in new[] { 1, 1, 0 })
        {
            await emulator.Time.TimerSetAsync();
            var read = stream.ReadAsync(buffer, Token).AsTask();
            emulator.Time.Advance(TimeSpan.FromMilliseconds(999));
            Assert.False(read.IsCompleted);
            emulator.Time.Advance(TimeSpan.FromMilliseconds(1));
            Assert.Equal(count, await read);
        }
    }

    [Fact]
    public async Task Two_faults_at_once_the_first_one_outside()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var gateway = FaultAction.NoDate().And(FaultAction.Gzip()).And(FaultAction.Gateway(503, 500));
        emulator.Faults.Add(gateway);

        var reply = await emulator.ProgressAsync("3427188");

        Assert.Equal((503, "gzip", null), (reply.Status, reply.Header("Content-Encoding"), reply.Header("Date")));
        Assert.Equal("no-date + gzip + 503/500", Assert.Single(emulator.Requests.Snapshot()).Fault);
    }

    [Fact]
    public async Task A_fault_of_one_s_own_can_change_the_answer()
    {
        var reply = await MeetAsync(FaultAction.Custom(async (_, next) =>
        {
            var answer = await next();
            var text = Encoding.UTF8.GetString(answer.Body.Span).Replace("cluster000", "##vso[x]", StringComparison.Ordinal);
            return answer with { Body = Encoding.UTF8.GetBytes(text) };
        }));
        Assert.Equal("##vso[x]", reply.Result.Text("name"));
    }

    [Fact]
    public async Task A_fault_of_one_s_own_that_throws_is_an_unexpected_error_with_its_words()
    {
        var reply = await MeetAsync(FaultAction.Custom((_, _) => throw new InvalidOperationException("my mistake")));
        Assert.Equal("500/900", reply.GatewayCode);
        Assert.Contains("my mistake", reply.Text, StringComparison.Ordinal);
    }

    private static async Task<Reply> MeetAsync(FaultAction action)
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add(action);
        return await emulator.ProgressAsync("3427188");
    }
}
