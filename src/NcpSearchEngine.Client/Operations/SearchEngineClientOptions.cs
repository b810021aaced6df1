using System.Net;

namespace NcpSearchEngine.Client;

/// <summary>How a <see cref="SearchEngineClient"/> works. Read once, when the client is made.</summary>
public sealed class SearchEngineClientOptions
{
    /// <summary>The clock: of the request stamps, time limits and waits between retries. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The time limit of one request, its retries not counted. Default: 30 seconds; 1 ms to 24 hours.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a read is repeated after a passing failure. Default: 4; 0 to 100.</summary>
    public int MaxRetryCount { get; set; } = 4;

    /// <summary>The largest answer that is read, in bytes after decompression. Default: 64 MiB, enough for 100,000 nodes; 1 byte to 1 GiB.</summary>
    public int MaxResponseBytes { get; set; } = 64 * 1024 * 1024;

    /// <summary>The zone of the dates that the service writes without one. Default: that of the endpoint's region; whole minutes, at most 14 hours.</summary>
    public TimeSpan? UtcOffset { get; set; }

    /// <summary>The proxy; null: the system's or the environment's. None is ever used for a loopback address.</summary>
    public IWebProxy? Proxy { get; set; }

    /// <summary>Sends the requests in place of the client's own handler; not disposed with the client.</summary>
    public HttpMessageHandler? HttpMessageHandler { get; set; }

    internal SearchEngineClientOptions Validated()
    {
        if (RequestTimeout < TimeSpan.FromMilliseconds(1) || RequestTimeout > TimeSpan.FromHours(24))
        {
            throw new ArgumentOutOfRangeException(nameof(RequestTimeout), RequestTimeout, "1 ms to 24 hours.");
        }

        if (MaxRetryCount is < 0 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxRetryCount), MaxRetryCount, "0 to 100.");
        }

        if (MaxResponseBytes is < 1 or > 1024 * 1024 * 1024)
        {
            throw new ArgumentOutOfRangeException(nameof(MaxResponseBytes), MaxResponseBytes, "1 byte to 1 GiB.");
        }

        if (UtcOffset is { } offset && (offset.Duration() > TimeSpan.FromHours(14) || offset.Ticks % TimeSpan.TicksPerMinute != 0))
        {
            throw new ArgumentOutOfRangeException(nameof(UtcOffset), UtcOffset, "Whole minutes, at most 14 hours.");
        }

        return (SearchEngineClientOptions)MemberwiseClone();
    }
}
