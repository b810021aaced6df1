using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Connections.Features;

namespace NcpSearchEngine.Emulator;

/// <content>Faults of the connection itself.</content>
public sealed partial class FaultAction
{
    private const int EndlessCap = 64 * 1024 * 1024;
    private static readonly TimeSpan SlowPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PatienceWithClients = TimeSpan.FromSeconds(5);

    /// <summary>The connection is reset before there is an answer.</summary>
    public static FaultAction Reset() => new("reset", static (_, _) => new(new EmulatedAnswer { BreaksConnection = true, Delivery = ResetAsync }));

    /// <summary>The answer breaks off after so many bytes of its body (half of them unless given); its <c>Content-Length</c> promises all.</summary>
    public static FaultAction Truncate(int? after = null)
    {
        var text = after is { } number ? string.Create(CultureInfo.InvariantCulture, $"truncate {number}") : "truncate";
        return new FaultAction(text, async (_, next) => await next() with { Delivery = (http, answer) => TruncateAsync(http, answer, after) });
    }

    /// <summary>Bytes that are no HTTP.</summary>
    public static FaultAction Garbage() => new("garbage", static (_, _) => new(new EmulatedAnswer { BreaksConnection = true, Delivery = GarbageAsync }));

    /// <summary>A body that does not end, until the client goes or the cap is reached (64 MiB); slowly, one byte a second, or as fast as it is taken.</summary>
    public static FaultAction Endless(bool slow = false, long? cap = null)
    {
        var text = "endless" + (slow ? " slow" : "") + (cap is { } number ? string.Create(CultureInfo.InvariantCulture, $" {number}") : "");
        return new FaultAction(text, (request, _) => new(new EmulatedAnswer
        {
            Delivery = (http, _) => EndlessAsync(http, slow ? request.Clock.TimeProvider : null, cap ?? EndlessCap),
        }));
    }

    private static Task ResetAsync(HttpContext http, EmulatedAnswer answer)
    {
        http.Abort();
        return Task.CompletedTask;
    }

    /// <summary>The server itself ends a connection whose answer stays behind its length, once what was written is out.</summary>
    private static async Task TruncateAsync(HttpContext http, EmulatedAnswer answer, int? after)
    {
        http.Response.ContentLength = answer.Body.Length;
        var sent = Math.Clamp(after ?? (answer.Body.Length / 2), 0, Math.Max(0, answer.Body.Length - 1));
        await http.Response.Body.WriteAsync(answer.Body[..sent], http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    private static async Task GarbageAsync(HttpContext http, EmulatedAnswer answer)
    {
        if (http.Features.Get<IConnectionSocketFeature>()?.Socket is { } socket)
        {
            await socket.SendAsync(Encoding.Latin1.GetBytes("\u0000\u0001\u00fe\u00ff this is no HTTP \u0016\u0003\r\n\r\n"), http.RequestAborted);
            socket.Shutdown(SocketShutdown.Send);

            // The client hangs up when it has read that; to abort before would take the bytes from it again.
            await Task.Delay(PatienceWithClients, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        http.Abort();
    }

    private static async Task EndlessAsync(HttpContext http, TimeProvider? pauses, long cap)
    {
        var chunk = Encoding.ASCII.GetBytes(new string(' ', pauses is null ? 16 * 1024 : 1));
        for (var sent = 0L; sent < cap; sent += chunk.Length)
        {
            await http.Response.Body.WriteAsync(chunk.AsMemory(0, (int)Math.Min(chunk.Length, cap - sent)), http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            if (pauses is not null)
            {
                await Task.Delay(SlowPause, pauses, http.RequestAborted);
            }
        }
    }
}
