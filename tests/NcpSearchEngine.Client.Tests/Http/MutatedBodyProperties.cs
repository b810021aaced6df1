using System.Reflection;
using System.Text;
using CsCheck;

namespace NcpSearchEngine.Client.Tests;

/// <summary>
/// Whatever bytes come, there is an answer or an error of this library, never another exception, and never Completed unless the very bytes say so.
/// A failure prints the seed that repeats it, and the body.
/// </summary>
public class MutatedBodyProperties
{
    private static readonly WireProgress _progress = WireProgress.Of(new WireNode(), null, new WireNode("node-2", "running", WireProgress.Before));

    private static readonly WireProgress _completed = WireProgress.Of(new WireNode(), new WireNode("node-2", "completed"));

    private static readonly byte[][] _bodies =
    [
        .. new[]
        {
            $$"""{"code":0,"message":"SUCCESS","result":{{_completed}},"requestId":"r"}""",
            $$"""{"code":0,"message":"SUCCESS","result":{{_progress}},"requestId":"r"}""",
            """{"code":"10107","message":"클러스터가 없습니다","result":null,"requestId":"r"}""",
            """{"error":{"errorCode":"200","message":"Authentication Failed","details":"Invalid authentication information."}}""",
            """<?xml version="1.0" encoding="UTF-8"?><Error><errorCode>200</errorCode><message>Authentication Failed</message><details>D</details></Error>""",
            """<html><head><title>502 Bad Gateway</title></head><body></body></html>""",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static readonly byte[][] _pieces =
    [
        .. new[]
        {
            "null", "{}", "[]", "[null]", "true", "\"", "\\", "\\u0000", "\\ud800", "\\udc00\\ud800", ",", ":", "}", "]",
            "1e999", "-0", "0.0", "99999999999999999999", "0001-01-01 00:00:00", "9998-12-31 23:59:59", "\uFEFF", "\u001b[2J", "\u202E",
            "\"code\":0,", "\"code\":\"\",", "\"error\":null,", "\"error\":{},", "\"result\":[],", "\"nodeCount\":\"2\",",
            "<", ">", "</Error>", "<errorCode/>", "<![CDATA[x]]>", "<!DOCTYPE x []>", "<?x?>", "&amp;", "&x;", "&#0;",
            "encoding=\"utf-16\"", "encoding=\"none\"",
            new string('[', 70), string.Concat(Enumerable.Repeat("{\"a\":", 70)), new string('9', 400),
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xFF, 0xFE], [0x00], [0xBD, 0xC7],
    ];

    private static readonly Gen<byte[]> _mutated = Gen.Select(
        Gen.Frequency((1, Gen.OneOf(_bodies)), (1, Gen.Const(_bodies[0])), (1, Gen.Const(_bodies[1]))),
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 10_000], Gen.Int[0, 40], Gen.OneOf(_pieces), Gen.Byte).Array[0, 4],
        static (body, changes) => changes.Aggregate(body, Mutate));

    private static readonly Gen<int> _status = Gen.Frequency((3, Gen.Const(200)), (1, Gen.OneOf(204, 302, 400, 401, 403, 404, 413, 429, 500, 501, 503)));

    [Fact]
    public async Task Any_body_at_any_status_is_an_answer_or_an_error_of_this_library()
    {
        int answers = 0, completed = 0, errors = 0;
        await Gen.Select(_mutated, _status).SampleAsync(
            async (body, status) =>
            {
                StubService service = new(new Answer(status, body));
                using SearchEngineClient client = service.Client();
                try
                {
                    RollingUpgrade upgrade = (await client.ReadAsync()).Value;
                    Assert.InRange(status, 200, 299);
                    TouchEverything(upgrade);
                    Assert.All(upgrade.Nodes, TouchEverything);
                    Interlocked.Increment(ref answers);
                    if (upgrade.State == UpgradeState.Completed)
                    {
                        Assert.True(CompletedAnswer.IsSaidBy(body), "Completed, but the answer does not say so.");
                        Interlocked.Increment(ref completed);
                    }
                }
                catch (NcpSearchEngineException exception)
                {
                    Assert.DoesNotMatch("[\u0000-\u001F\u202E]", exception.Message);
                    Assert.True(exception.Message.Length < 2000);
                    Interlocked.Increment(ref errors);
                }
            },
            iter: 200_000,
            print: static sample => $"{sample.Item2} {Convert.ToBase64String(sample.Item1)}");

        TestContext.Current.SendDiagnosticMessage("{0} answers, {1} of them Completed, and {2} errors.", answers, completed, errors);
        Assert.True(answers > 10_000 && completed > 3_000 && errors > 20_000, $"The generator must make each: {answers}, {completed}, {errors}.");
    }

    [Fact]
    public async Task No_answer_that_breaks_off_is_completed()
    {
        byte[] whole = _bodies[0];
        for (int length = 0; length < whole.Length; length++)
        {
            StubService service = new(new Answer(200, whole[..length]));
            using SearchEngineClient client = service.Client();
            await Assert.ThrowsAsync<NcpApiException>(client.ReadAsync);
        }

        StubService complete = new(new Answer(200, whole));
        using SearchEngineClient other = complete.Client();
        Assert.Equal(UpgradeState.Completed, (await other.ReadAsync()).Value.State);
    }

    private static byte[] Mutate(byte[] body, (int Kind, int At, int Length, byte[] Piece, byte Value) change)
    {
        var (kind, at, length, piece, value) = change;
        int start = body.Length == 0 ? 0 : at % body.Length;
        int end = Math.Min(body.Length, start + length);
        return kind switch
        {
            0 => [.. body[..start], .. piece, .. body[start..]],
            1 => [.. body[..start], .. piece, .. body[end..]],
            2 => [.. body[..start], .. body[end..]],
            3 => body[..start],
            _ => [.. body[..start], value, .. body[Math.Min(body.Length, start + 1)..]],
        };
    }

    private static void TouchEverything(object value)
    {
        foreach (PropertyInfo property in value.GetType().GetProperties())
        {
            property.GetValue(value);
        }
    }
}
