using System.Net;
using System.Net.Http.Headers;

namespace NcpSearchEngine.Client;

/// <summary>Signs and sends one attempt, and reads its whole answer within limits of time and size.</summary>
internal sealed class HttpTransport : IDisposable
{
    private static readonly MediaTypeHeaderValue _json = new("application/json");

    private readonly HttpClient _http;
    private readonly SearchEngineEndpoint _endpoint;
    private readonly RequestSigner _signer;
    private readonly ServiceClock _clock;
    private readonly SearchEngineClientOptions _options;
    private volatile bool _isDisposed;

    internal HttpTransport(SearchEngineEndpoint endpoint, RequestSigner signer, ServiceClock clock, SearchEngineClientOptions options)
    {
        _endpoint = endpoint;
        _signer = signer;
        _clock = clock;
        _options = options;
        _http = new HttpClient(options.HttpMessageHandler ?? CreateHandler(endpoint, options.Proxy), disposeHandler: options.HttpMessageHandler is null)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    internal string Host => _endpoint.BaseAddress.Authority;

    /// <exception cref="NcpSearchEngineException">
    /// ServerRoleUnavailable, ConnectionFailed, RequestTimeout, SessionClosed, or InvalidResponse for an answer that is too large or damaged.
    /// </exception>
    internal async Task<RawResponse> SendAsync(ServiceRequest request, CancellationToken cancellationToken)
    {
        NcpCredential credential = await _signer.GetKeysAsync(cancellationToken).ConfigureAwait(false);
        using CancellationTokenSource limit = _clock.TimeProvider.CreateCancellationTokenSource(_options.RequestTimeout);
        using CancellationTokenRegistration stop = cancellationToken.Register(static limit => ((CancellationTokenSource)limit!).Cancel(), limit);
        DateTimeOffset signedAt = _clock.Now;
        using HttpRequestMessage message = CreateMessage(request, credential, signedAt);
        try
        {
            using HttpResponseMessage response = await _http
                .SendAsync(message, HttpCompletionOption.ResponseHeadersRead, limit.Token).ConfigureAwait(false);
            return await ReadAsync(request, response, signedAt, limit.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw _isDisposed
                ? new NcpSearchEngineException(NcpErrorId.SessionClosed, Messages.SessionClosed, exception)
                : limit.IsCancellationRequested
                    ? new NcpSearchEngineException(NcpErrorId.RequestTimeout, Messages.RequestTimeout(request.Operation, Host, _options.RequestTimeout), exception)
                    : new NcpSearchEngineException(NcpErrorId.ConnectionFailed, Messages.ConnectionFailed(request.Operation, Host, exception), exception);
        }
    }

    public void Dispose()
    {
        _isDisposed = true;
        _http.Dispose();
    }

#if NET
    private static SocketsHttpHandler CreateHandler(SearchEngineEndpoint endpoint, IWebProxy? proxy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !endpoint.IsLoopback,
        Proxy = endpoint.IsLoopback ? null : proxy,
        AutomaticDecompression = DecompressionMethods.All,

        // So that a wait of hours follows the service to its new addresses.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    };
#else
    private static HttpClientHandler CreateHandler(SearchEngineEndpoint endpoint, IWebProxy? proxy) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !endpoint.IsLoopback,
        Proxy = endpoint.IsLoopback ? null : proxy,
        AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,

        // .NET Framework would allow two.
        MaxConnectionsPerServer = 128,
    };
#endif

    private static HttpRequestMessage CreateMessage(ServiceRequest request, NcpCredential credential, DateTimeOffset signedAt)
    {
        HttpRequestMessage message = new(request.Method, request.Address);
        RequestSigner.Sign(message, credential, signedAt);
        if (request.Body is not null)
        {
            message.Content = new ByteArrayContent(request.Body);
            message.Content.Headers.ContentType = _json;
        }

        return message;
    }

    private async Task<RawResponse> ReadAsync(ServiceRequest request, HttpResponseMessage response, DateTimeOffset signedAt, CancellationToken cancellationToken)
    {
        try
        {
            return ToRaw(response, signedAt, await BoundedBody.ReadAsync(response.Content, _options.MaxResponseBytes, cancellationToken).ConfigureAwait(false));
        }
        catch (BodyTooLargeException exception)
        {
            throw new ApiErrors(request, ToRaw(response, signedAt, exception.Start), Host).TooLarge(_options.MaxResponseBytes);
        }
        catch (Exception exception) when (exception is InvalidDataException or (InvalidOperationException and not ObjectDisposedException))
        {
            // What the decompressors of .NET throw at bytes that are not theirs.
            throw new ApiErrors(request, ToRaw(response, signedAt, []), Host).Damaged(exception);
        }
    }

    private RawResponse ToRaw(HttpResponseMessage response, DateTimeOffset signedAt, byte[] body)
    {
        DateTimeOffset? date = response.Headers.Date;
        string? traceId = response.Headers.TryGetValues("x-ncp-trace-id", out IEnumerable<string>? values) ? ServiceText.Clean(values.FirstOrDefault()) : null;
        TimeSpan? retryAfter = response.Headers.RetryAfter is { } asked ? asked.Delta ?? (asked.Date - (date ?? _clock.Now)) : null;
        return new RawResponse((int)response.StatusCode, body, signedAt, date, traceId, retryAfter);
    }
}
