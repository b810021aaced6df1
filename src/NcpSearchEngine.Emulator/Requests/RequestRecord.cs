using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>A request that arrived, and what became of it. The secret that signed it is nowhere in it.</summary>
public sealed class RequestRecord
{
    private int _left;

    /// <summary>The number of the request, from 1.</summary>
    public long Sequence { get; internal set; }

    /// <summary>When it arrived, by the time provider.</summary>
    public DateTimeOffset ArrivedAt { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query exactly as they were sent.</summary>
    public required string PathAndQuery { get; init; }

    /// <summary>The body as text.</summary>
    public string Body { get; init; } = "";

    /// <summary>The operation's name; null where there is no such route.</summary>
    public string? Operation { get; init; }

    /// <summary>The cluster that the request names, if any.</summary>
    public string? ClusterNo { get; init; }

    /// <summary>The request's content type.</summary>
    public string? ContentType { get; init; }

    /// <summary>The header <c>User-Agent</c>.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The header <c>x-ncp-apigw-timestamp</c>.</summary>
    public string? Timestamp { get; init; }

    /// <summary>The header <c>x-ncp-iam-access-key</c>.</summary>
    public string? AccessKey { get; init; }

    /// <summary>The header <c>x-ncp-apigw-signature-v2</c>.</summary>
    public string? Signature { get; init; }

    /// <summary>Why the gateway refused the request; null where it let it in or never looked at it.</summary>
    public string? Refusal { get; internal set; }

    /// <summary>The fault that met the request, in the words of its rule.</summary>
    public string? Fault { get; internal set; }

    /// <summary>The HTTP status answered; null while there is none, and where the connection broke instead.</summary>
    public int? Status { get; internal set; }

    /// <summary>How long the answer took to make.</summary>
    public TimeSpan Duration { get; internal set; }

    internal long StartedAt { get; init; }

    /// <summary>True for the first who asks: a request leaves once.</summary>
    internal bool Leaves() => Interlocked.Exchange(ref _left, 1) == 0;

    /// <summary>One line for people.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{ArrivedAt:HH:mm:ss.fff} {Method,-4} {PathAndQuery} {ClusterNo ?? "-"} -> {Outcome} {Duration.TotalMilliseconds:0.0} ms");

    private string Outcome => (Status?.ToString(CultureInfo.InvariantCulture) ?? "no answer")
        + (Refusal is null ? "" : $" ({Refusal})")
        + (Fault is null ? "" : $" [{Fault}]");
}
