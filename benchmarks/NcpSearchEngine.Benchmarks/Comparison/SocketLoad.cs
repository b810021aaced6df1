using System.Net.Sockets;
using System.Text;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>Asks by bare sockets, with prebuilt bytes: as fast as the server can answer.</summary>
internal static class SocketLoad
{
    internal static void Run(Uri endpoint, int requests, int connections) =>
        Task.WhenAll(Enumerable.Range(0, connections).Select(i => AskAsync(endpoint, (requests + i) / connections))).GetAwaiter().GetResult();

    private static async Task AskAsync(Uri endpoint, int requests)
    {
        const string Body = """{"serviceGroupInstanceNo":"3427188","regionNo":"1"}""";
        byte[] request = Encoding.ASCII.GetBytes(
            $"POST /api/v2/cluster/getRollingUpgradeProgress HTTP/1.1\r\nHost: {endpoint.Authority}\r\nContent-Type: application/json\r\nContent-Length: {Body.Length}\r\n\r\n{Body}");
        byte[] buffer = new byte[64 * 1024];
        using Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(endpoint.Host, endpoint.Port).ConfigureAwait(false);
        int length = 0;
        for (int i = 0; i < requests; i++)
        {
            await socket.SendAsync(request, SocketFlags.None).ConfigureAwait(false);
            int filled = 0;
            do
            {
                filled += await socket.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None).ConfigureAwait(false);
                length = length == 0 ? LengthOf(buffer.AsSpan(0, filled)) : length;
            }
            while (length == 0 || filled < length);
        }
    }

    /// <summary>All answers are alike, so it is read once.</summary>
    private static int LengthOf(ReadOnlySpan<byte> answer)
    {
        int head = answer.IndexOf("\r\n\r\n"u8), at = answer.IndexOf("Content-Length: "u8);
        return head >= 0 && at >= 0 && System.Buffers.Text.Utf8Parser.TryParse(answer[(at + 16)..], out int body, out _) ? head + 4 + body : 0;
    }
}
