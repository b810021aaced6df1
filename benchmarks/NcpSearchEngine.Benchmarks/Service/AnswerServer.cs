using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace NcpSearchEngine.Benchmarks.Service;

/// <summary>Gives the same prebuilt bytes to every request after a delay: the least that a server can do, so that it is not what is measured.</summary>
/// <remarks>HTTP/1.1 over raw sockets, connections kept alive, no check of anything. <c>GET</c> tells how many requests were answered by POST.</remarks>
internal sealed class AnswerServer : IDisposable
{
    private readonly Socket _listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly byte[] _answer;
    private readonly TimeSpan _delay;
    private long _served;

    internal AnswerServer(int nodes, TimeSpan delay)
    {
        _answer = AnswerBytes.Http(AnswerBytes.Body(nodes), DateTimeOffset.UtcNow);
        _delay = delay;
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(512);
        _ = AcceptAsync();
    }

    internal int Port => ((IPEndPoint)_listener.LocalEndPoint!).Port;

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket connection = await _listener.AcceptAsync().ConfigureAwait(false);
            connection.NoDelay = true;
            _ = ServeAsync(connection);
        }
    }

    private async Task ServeAsync(Socket connection)
    {
        using (connection)
        {
            byte[] buffer = new byte[16 * 1024];
            int filled = 0;
            try
            {
                while (true)
                {
                    int end = RequestLength(buffer.AsSpan(0, filled));
                    if (end == 0)
                    {
                        int read = await connection.ReceiveAsync(buffer.AsMemory(filled), SocketFlags.None).ConfigureAwait(false);
                        if (read == 0)
                        {
                            return;
                        }

                        filled += read;
                        continue;
                    }

                    bool isPost = buffer[0] == (byte)'P';
                    buffer.AsSpan(end, filled - end).CopyTo(buffer);
                    filled -= end;
                    if (!isPost)
                    {
                        await SendAsync(connection, AnswerBytes.Http(Encoding.ASCII.GetBytes(Interlocked.Read(ref _served).ToString(CultureInfo.InvariantCulture)), DateTimeOffset.UtcNow)).ConfigureAwait(false);
                        continue;
                    }

                    if (_delay > TimeSpan.Zero)
                    {
                        await Task.Delay(_delay).ConfigureAwait(false);
                    }

                    Interlocked.Increment(ref _served);
                    await SendAsync(connection, _answer).ConfigureAwait(false);
                }
            }
            catch (SocketException)
            {
                // The client is gone.
            }
        }
    }

    private static async Task SendAsync(Socket connection, byte[] bytes)
    {
        for (int sent = 0; sent < bytes.Length;)
        {
            sent += await connection.SendAsync(bytes.AsMemory(sent), SocketFlags.None).ConfigureAwait(false);
        }
    }

    /// <summary>The length of the request at the start; 0 while it is not whole.</summary>
    private static int RequestLength(ReadOnlySpan<byte> bytes)
    {
        int head = bytes.IndexOf("\r\n\r\n"u8);
        if (head < 0)
        {
            return 0;
        }

        int at = bytes[..head].IndexOf("Content-Length: "u8);
        int length = head + 4 + (at >= 0 && Utf8Parser.TryParse(bytes[(at + 16)..], out int body, out _) ? body : 0);
        return bytes.Length >= length ? length : 0;
    }
}
