using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace NcpSearchEngine.Benchmarks.References;

/// <summary>A bare <see cref="HttpClient"/> that signs: what the same calls cost at least.</summary>
internal sealed class BareClient(Uri endpoint, string accessKey, string secretKey) : IDisposable
{
    private const string Path = "/api/v2/cluster/getRollingUpgradeProgress";

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false }) { BaseAddress = endpoint };
    private readonly byte[] _secretKey = Encoding.UTF8.GetBytes(secretKey);

    internal async Task<byte[]> ReadAsync(string no)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, Path);
        string timestamp = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        byte[] hash = HMACSHA256.HashData(_secretKey, Encoding.UTF8.GetBytes($"POST {Path}\n{timestamp}\n{accessKey}"));
        request.Headers.Add("x-ncp-apigw-timestamp", timestamp);
        request.Headers.Add("x-ncp-iam-access-key", accessKey);
        request.Headers.Add("x-ncp-apigw-signature-v2", Convert.ToBase64String(hash));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes($$"""{"serviceGroupInstanceNo":"{{no}}","regionNo":"1"}"""));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpResponseMessage response = await _http.SendAsync(request).ConfigureAwait(false);
        return await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync().ConfigureAwait(false);
    }

    /// <summary>All of them, so many at a time.</summary>
    internal Task ReadAllAsync(IReadOnlyList<string> numbers, int limit) => Parallel.ForEachAsync(
        numbers,
        new ParallelOptions { MaxDegreeOfParallelism = limit },
        async (no, _) => await ReadAsync(no).ConfigureAwait(false));

    public void Dispose() => _http.Dispose();
}
