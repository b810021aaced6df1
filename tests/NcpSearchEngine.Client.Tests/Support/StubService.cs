using System.Collections.Concurrent;

namespace NcpSearchEngine.Client.Tests;

/// <summary>A stand-in for the network: answers the first request by the first answer, and all beyond the last answer by the last.</summary>
internal sealed class StubService(Func<int, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly ConcurrentQueue<SentRequest> _requests = new();
    private int _count;

    public StubService(params IReadOnlyList<Answer> answers)
        : this((index, _) => Task.FromResult(answers[Math.Min(index, answers.Count - 1)].ToMessage()))
    {
    }

    /// <summary>The clock of the clients; every wait on it is over at once.</summary>
    public PromptClock Clock { get; } = new();

    public IReadOnlyList<SentRequest> Requests => [.. _requests];

    public bool IsDisposed { get; private set; }

    /// <summary>A network that fails every request in this way.</summary>
    public static StubService Failing(Func<Exception> failure) => new((_, _) => Task.FromException<HttpResponseMessage>(failure()));

    public SearchEngineClient Client(int retries = 0, SearchEngineEndpoint? endpoint = null, Action<SearchEngineClientOptions>? configure = null)
    {
        SearchEngineClientOptions options = Options(retries);
        configure?.Invoke(options);
        return new SearchEngineClient(endpoint ?? SearchEngineEndpoint.Resolve(), TestKeys.Credential(), options);
    }

    public SearchEngineClientOptions Options(int retries = 0) => new()
    {
        HttpMessageHandler = this,
        TimeProvider = Clock,
        RequestTimeout = PromptClock.RequestTimeout,
        MaxRetryCount = retries,
    };

    protected override void Dispose(bool disposing)
    {
        IsDisposed = true;
        base.Dispose(disposing);
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _requests.Enqueue(new SentRequest(
            request.Method.Method,
            request.RequestUri!,
            request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken),
            request.Headers.GetValues("x-ncp-apigw-timestamp").Single(),
            request.Headers.GetValues("x-ncp-apigw-signature-v2").Single()));
        return await answer(Interlocked.Increment(ref _count) - 1, cancellationToken);
    }
}

/// <summary>A request as it reached the network.</summary>
internal sealed record SentRequest(string Method, Uri Uri, string Body, string Timestamp, string Signature);
