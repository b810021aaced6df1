using System.Text;

namespace NcpSearchEngine.Emulator;

/// <summary>One request while it is being answered.</summary>
public sealed class EmulatedRequestContext
{
    private readonly HttpContext _http;
    private readonly EmulatorClock _clock;
    private string? _requestId;

    internal EmulatedRequestContext(HttpContext http, EmulatorClock clock, RequestRecord record, ReadOnlyMemory<byte> body, ServiceRequestBody? parameters)
    {
        _http = http;
        _clock = clock;
        Record = record;
        Body = body;
        Parameters = parameters;
    }

    /// <summary>The request as the log keeps it.</summary>
    public RequestRecord Record { get; }

    /// <summary>The operation's name, for example <c>getRollingUpgradeProgress</c>; null where there is no such route.</summary>
    public string? Operation => Record.Operation;

    /// <summary>The cluster that the request is about, if it names one.</summary>
    public string? ClusterNo => Record.ClusterNo;

    /// <summary>The bytes of the request's body.</summary>
    public ReadOnlyMemory<byte> Body { get; }

    /// <summary>The request's body as text.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The service's clock now.</summary>
    public DateTimeOffset ServiceNow => _clock.UtcNow;

    /// <summary>Cancelled when the client is gone or the emulator stops.</summary>
    public CancellationToken Aborted => _http.RequestAborted;

    /// <summary>The id that the answer's envelope carries.</summary>
    public string RequestId => _requestId ??= Guid.NewGuid().ToString();

    internal EmulatorClock Clock => _clock;

    /// <summary>The path without its query, decoded.</summary>
    internal string Path => _http.Request.Path.Value ?? "";

    /// <summary>The parameters in the body; null where it is no JSON object.</summary>
    internal ServiceRequestBody? Parameters { get; }

    /// <summary>A query parameter, or null.</summary>
    public string? Query(string name) => _http.Request.Query.TryGetValue(name, out var value) ? value.ToString() : null;
}
