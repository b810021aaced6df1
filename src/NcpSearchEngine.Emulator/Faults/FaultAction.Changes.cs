using System.IO.Compression;

namespace NcpSearchEngine.Emulator;

/// <content>Changes of the answer that would have come anyway.</content>
public sealed partial class FaultAction
{
    /// <summary>The longest time that an answer can be put off.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromDays(1);

    /// <summary>The answer comes later, by the time provider.</summary>
    public static FaultAction Delay(TimeSpan delay)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(delay, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(delay, LongestWait);
        return new FaultAction("delay " + FaultText.Write(delay), async (request, next) =>
        {
            await Task.Delay(delay, request.Clock.TimeProvider, request.Aborted);
            return await next();
        });
    }

    /// <summary>From now on the service's clock is so far off; this request is the first that feels it.</summary>
    public static FaultAction Clock(TimeSpan offset) => new("clock " + FaultText.Write(offset), (request, next) =>
    {
        request.Clock.Offset = offset;
        return next();
    });

    /// <summary>The answer has no <c>Date</c> header.</summary>
    public static FaultAction NoDate() => new("no-date", static async (_, next) => await next() with { HasDate = false });

    /// <summary>The answer is compressed, whether the client asked for it or not.</summary>
    public static FaultAction Gzip() => new("gzip", static async (_, next) =>
    {
        var answer = await next();
        var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(answer.Body.Span);
        }

        return With(answer with { Body = compressed.ToArray() }, "Content-Encoding", "gzip");
    });
}
