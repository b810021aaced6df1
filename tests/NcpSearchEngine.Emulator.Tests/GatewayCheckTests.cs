using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>Who gets in, and in which words the others are refused.</summary>
public sealed class GatewayCheckTests
{
    private const string Missing = """{"error":{"errorCode":"200","message":"Authentication Failed","details":"Authentication information are missing."}}""";
    private const string Invalid = """{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid authentication information."}}""";

    [Fact]
    public async Task The_published_request_with_the_published_signature_gets_in()
    {
        await using var emulator = await TestEmulator.StartAsync(_ => new EmulatorOptions
        {
            TimeProvider = new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(1700000000000)),
        });
        var request = TestEmulator.Unsigned(HttpMethod.Post, TestEmulator.ProgressPath, """{"serviceGroupInstanceNo":"3427188"}""");
        request.Headers.Add("x-ncp-apigw-timestamp", "1700000000000");
        request.Headers.Add("x-ncp-iam-access-key", "FAKEACCESSKEY0000000");
        request.Headers.Add("x-ncp-apigw-signature-v2", "0UDFJPHBW5bUhYrjlFMcX/8qsA0h5o7663psMr80fVA=");

        var reply = await emulator.SendAsync(request);

        Assert.Equal(200, reply.Status);
        Assert.Equal("cluster000", reply.Result.Text("name"));
    }

    [Theory]
    [InlineData("x-ncp-apigw-timestamp")]
    [InlineData("x-ncp-iam-access-key")]
    [InlineData("x-ncp-apigw-signature-v2")]
    public async Task A_missing_or_empty_header_is_missing_information(string header)
    {
        await using var emulator = await TestEmulator.StartAsync();
        foreach (var value in new[] { null, "" })
        {
            var request = emulator.Progress("3427188");
            request.Headers.Remove(header);
            if (value is not null)
            {
                request.Headers.Add(header, value);
            }

            var reply = await emulator.SendAsync(request);

            Assert.Equal(401, reply.Status);
            Assert.Equal(Missing, reply.Text);
            Assert.Equal(Refusals.HeadersMissing, emulator.Requests.Snapshot()[^1].Refusal);
        }
    }

    [Theory]
    [InlineData(0, 0, null)]
    [InlineData(0, 299_999, null)]
    [InlineData(0, -299_999, null)]
    [InlineData(0, 300_000, Refusals.ClockOff)]
    [InlineData(0, -300_000, Refusals.ClockOff)]
    [InlineData(3_600_000, 0, Refusals.ClockOff)]
    [InlineData(3_600_000, 3_600_000, null)]
    [InlineData(-3_600_000, -3_300_001, null)]
    [InlineData(-3_600_000, -3_300_000, Refusals.ClockOff)]
    public async Task Five_minutes_away_from_the_service_s_clock_is_too_far(long serviceOffset, long clientOffset, string? refusal)
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions
        {
            TimeProvider = time,
            ClockOffset = TimeSpan.FromMilliseconds(serviceOffset),
        });

        var reply = await emulator.SendAsync(emulator.Progress("3427188", at: TestEmulator.Start.AddMilliseconds(clientOffset)));

        Assert.Equal(refusal, emulator.Requests.Snapshot()[^1].Refusal);
        Assert.Equal(refusal is null ? 200 : 401, reply.Status);
        Assert.Equal(refusal is not null, reply.Text == Invalid);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("9223372036854775807")]
    [InlineData("0")]
    public async Task A_timestamp_that_is_none_is_too_far(string timestamp)
    {
        await using var emulator = await TestEmulator.StartAsync();
        var request = TestEmulator.Unsigned(HttpMethod.Post, TestEmulator.ProgressPath, """{"serviceGroupInstanceNo":"3427188"}""");
        request.Headers.Add("x-ncp-apigw-timestamp", timestamp);
        request.Headers.Add("x-ncp-iam-access-key", EmulatorOptions.FakeAccessKey);
        request.Headers.Add(
            "x-ncp-apigw-signature-v2",
            Signature.Of("POST", TestEmulator.ProgressPath, timestamp, EmulatorOptions.FakeAccessKey, EmulatorOptions.FakeSecretKey));

        var reply = await emulator.SendAsync(request);

        Assert.Equal(401, reply.Status);
        Assert.Equal(Invalid, reply.Text);
        Assert.Equal(Refusals.ClockOff, emulator.Requests.Snapshot()[^1].Refusal);
    }

    [Theory]
    [InlineData("FAKEACCESSKEY0000001", null, Refusals.UnknownAccessKey)]
    [InlineData("fakeaccesskey0000000", null, Refusals.UnknownAccessKey)]
    [InlineData(null, "FAKESECRETKEY00000000000000000000000000B", Refusals.WrongSignature)]
    [InlineData(null, "", Refusals.WrongSignature)]
    public async Task A_wrong_key_or_secret_is_refused_in_the_same_words(string? accessKey, string? secretKey, string refusal)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var reply = await emulator.SendAsync(emulator.Progress("3427188", accessKey, secretKey));

        Assert.Equal(401, reply.Status);
        Assert.Equal(Invalid, reply.Text);
        Assert.Equal(refusal, emulator.Requests.Snapshot()[^1].Refusal);
    }

    [Fact]
    public async Task The_query_is_part_of_what_is_signed()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var request = emulator.Signed(HttpMethod.Get, "/api/v2/cluster/getClusterInfoList?pageNo=1");
        request.RequestUri = new Uri("/api/v2/cluster/getClusterInfoList?pageNo=2", UriKind.Relative);

        Assert.Equal(401, (await emulator.SendAsync(request)).Status);
        Assert.Equal(200, (await emulator.GetAsync("/api/v2/cluster/getClusterInfoList?pageNo=1&inputText=%EA%B0%80%20b")).Status);
    }

    [Fact]
    public async Task Keys_of_one_s_own_replace_the_fake_ones()
    {
        await using var emulator = await TestEmulator.StartAsync(
            time => new EmulatorOptions { TimeProvider = time, AccessKey = "ncp_iam_BPASmine", SecretKey = "비밀" });

        Assert.Equal(200, (await emulator.ProgressAsync("3427188")).Status);
        Assert.Equal(401, (await emulator.SendAsync(emulator.Signed(
            HttpMethod.Post, TestEmulator.ProgressPath, "{}", EmulatorOptions.FakeAccessKey, EmulatorOptions.FakeSecretKey))).Status);
    }

    [Fact]
    public async Task Every_answer_has_the_service_s_date_a_trace_id_of_its_own_and_the_content_type()
    {
        await using var emulator = await TestEmulator.StartAsync(time => new EmulatorOptions { TimeProvider = time, ClockOffset = TimeSpan.FromMinutes(-30) });
        var replies = new[]
        {
            await emulator.ProgressAsync("3427188"),
            await emulator.ProgressAsync("1"),
            await emulator.SendAsync(TestEmulator.Unsigned(HttpMethod.Get, "/nowhere")),
        };

        Assert.All(replies, reply =>
        {
            Assert.Equal("Tue, 24 Mar 2026 07:39:41 GMT", reply.Header("Date"));
            Assert.Equal("application/json;charset=UTF-8", reply.Header("Content-Type"));
            Assert.Null(reply.Header("Server"));
        });
        Assert.Equal(3, replies.Select(reply => reply.Header("x-ncp-trace-id")).OfType<string>().Distinct().Count());
    }

    [Fact]
    public async Task A_request_id_is_never_given_twice()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => emulator.ProgressAsync(StandardClusters.Live)));

        var ids = replies.Select(reply => reply.Json.Text("requestId")).ToList();
        Assert.All(ids, id => Assert.True(Guid.TryParse(id, CultureInfo.InvariantCulture, out _)));
        Assert.Equal(20, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("", 100, "{\"error\":{\"errorCode\":\"100\",\"message\":\"Bad Request Exception\"}}")]
    [InlineData("[]", 100, "{\"error\":{\"errorCode\":\"100\",\"message\":\"Bad Request Exception\"}}")]
    [InlineData("{\"serviceGroupInstanceNo\":", 100, "{\"error\":{\"errorCode\":\"100\",\"message\":\"Bad Request Exception\"}}")]
    [InlineData("{\"serviceGroupInstanceNo\":\"3427188\"} more", 100, "{\"error\":{\"errorCode\":\"100\",\"message\":\"Bad Request Exception\"}}")]
    public async Task A_body_that_is_no_JSON_object_is_a_bad_request(string body, int errorCode, string answer)
    {
        await using var emulator = await TestEmulator.StartAsync();

        var reply = await emulator.PostAsync(TestEmulator.ProgressPath, body);

        Assert.Equal($"400/{errorCode}", reply.GatewayCode);
        Assert.Equal(answer, reply.Text);
    }

    [Fact]
    public async Task A_body_beyond_64_KiB_is_too_large()
    {
        await using var emulator = await TestEmulator.StartAsync();
        var reply = await emulator.PostAsync(TestEmulator.ProgressPath, JsonSerializer.Serialize(new { serviceGroupInstanceNo = new string('1', 70_000) }));
        Assert.Equal("413/430", reply.GatewayCode);
    }
}
