using System.Globalization;
using System.Text;
using System.Text.Json;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>An emulator with a clock that stands still until it is moved, and a bare client that signs what it sends.</summary>
internal sealed class TestEmulator : IAsyncDisposable
{
    public const string ProgressPath = "/api/v2/cluster/getRollingUpgradeProgress";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });

    private TestEmulator(SearchEngineEmulator emulator, TestTime time)
    {
        Emulator = emulator;
        Time = time;
        _http.BaseAddress = emulator.Endpoint;
    }

    /// <summary>A Tuesday, 17:09:41 in Korea.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 24, 8, 9, 41, TimeSpan.Zero);

    public SearchEngineEmulator Emulator { get; }

    public TestTime Time { get; }

    public ClusterCatalog Clusters => Emulator.Clusters;

    public FaultPlan Faults => Emulator.Faults;

    public RequestLog Requests => Emulator.Requests;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>With upgrades as slow as in life.</summary>
    public static Task<TestEmulator> StartAsync() => StartAsync(time => new EmulatorOptions { TimeProvider = time, Speed = 1 });

    public static async Task<TestEmulator> StartAsync(Func<TestTime, EmulatorOptions> options)
    {
        var time = new TestTime(Start);
        return new TestEmulator(await SearchEngineEmulator.StartAsync(options(time), Token), time);
    }

    public static string Body(string no) => $$"""{"serviceGroupInstanceNo":"{{no}}"}""";

    public Task<Reply> ProgressAsync(string no) => SendAsync(Progress(no));

    public HttpRequestMessage Progress(string no, string? accessKey = null, string? secretKey = null, DateTimeOffset? at = null) =>
        Signed(HttpMethod.Post, ProgressPath, Body(no), accessKey, secretKey, at);

    public Task<Reply> PostAsync(string path, string body) => SendAsync(Signed(HttpMethod.Post, path, body));

    public Task<Reply> GetAsync(string path) => SendAsync(Signed(HttpMethod.Get, path));

    /// <summary>A request that is signed as it should be, unless told otherwise.</summary>
    public HttpRequestMessage Signed(
        HttpMethod method, string path, string? body = null, string? accessKey = null, string? secretKey = null, DateTimeOffset? at = null)
    {
        var timestamp = (at ?? Time.GetUtcNow() + Emulator.ClockOffset).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        var key = accessKey ?? Emulator.AccessKey;
        var request = Unsigned(method, path, body);
        request.Headers.Add("x-ncp-apigw-timestamp", timestamp);
        request.Headers.Add("x-ncp-iam-access-key", key);
        request.Headers.Add("x-ncp-apigw-signature-v2", Signature.Of(method.Method, path, timestamp, key, secretKey ?? Emulator.SecretKey));
        return request;
    }

    public static HttpRequestMessage Unsigned(HttpMethod method, string path, string? body = null) => new(method, path)
    {
        Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json"),
    };

    public async Task<Reply> SendAsync(HttpRequestMessage request) =>
        await Reply.ReadAsync(await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token), Token);

    /// <summary>The response as soon as its headers are there, its body not yet read.</summary>
    public Task<HttpResponseMessage> HeadersAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    /// <summary>The administration pages.</summary>
    public async Task<(int Status, JsonElement Json)> AdministerAsync(HttpMethod method, string path, string? body = null)
    {
        var reply = await SendAsync(Unsigned(method, "/_emulator" + path, body));
        return (reply.Status, reply.Json);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await Emulator.DisposeAsync();
    }
}
