namespace NcpSearchEngine.Client;

/// <summary>Reads a body to its end, but never more than a limit of it.</summary>
internal static class BoundedBody
{
    private const int FirstBuffer = 4096;
    private const int StartLength = 256;

    /// <exception cref="BodyTooLargeException">The body goes on beyond the limit.</exception>
    internal static async Task<byte[]> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        long? length = content.Headers.ContentLength;
        using Stream stream = await OpenAsync(content, cancellationToken).ConfigureAwait(false);
        if (length > limit)
        {
            byte[] start = new byte[StartLength];
            throw new BodyTooLargeException(start, await ReadAsync(stream, start, 0, cancellationToken).ConfigureAwait(false));
        }

        byte[] buffer = new byte[length is { } known and > 0 ? (int)known : FirstBuffer];
        byte[]? next = null;
        int filled = 0;
        while (true)
        {
            if (filled == buffer.Length)
            {
                // Where the length was told this is the end, and nothing has to be copied.
                next ??= new byte[1];
                if (await ReadAsync(stream, next, 0, cancellationToken).ConfigureAwait(false) == 0)
                {
                    return buffer;
                }

                Array.Resize(ref buffer, (int)Math.Min(limit + 1L, (buffer.Length * 2L) + 1));
                buffer[filled++] = next[0];
            }

            int read = filled > limit ? 0 : await ReadAsync(stream, buffer, filled, cancellationToken).ConfigureAwait(false);
            filled += read;
            if (filled > limit)
            {
                throw new BodyTooLargeException(buffer, Math.Min(filled, StartLength));
            }

            if (read == 0)
            {
                Array.Resize(ref buffer, filled);
                return buffer;
            }
        }
    }

#if NET
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken) => content.ReadAsStreamAsync(cancellationToken);

    private static ValueTask<int> ReadAsync(Stream stream, byte[] buffer, int from, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer.AsMemory(from), cancellationToken);
#else
    private static Task<Stream> OpenAsync(HttpContent content, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return content.ReadAsStreamAsync();
    }

    private static Task<int> ReadAsync(Stream stream, byte[] buffer, int from, CancellationToken cancellationToken) =>
        stream.ReadAsync(buffer, from, buffer.Length - from, cancellationToken);
#endif
}

/// <summary>A body that goes on beyond the limit.</summary>
internal sealed class BodyTooLargeException(byte[] buffer, int length) : IOException
{
    /// <summary>How it begins.</summary>
    internal byte[] Start { get; } = buffer.AsSpan(0, length).ToArray();
}
