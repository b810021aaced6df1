using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;

namespace NcpSearchEngine.Client;

/// <summary>The keys of the role of the NAVER Cloud server that this runs on, renewed before they expire.</summary>
/// <remarks>
/// The metadata service is asked only when keys are needed, never through a proxy, and at most for a second.
/// Source: NAVER Cloud user guide, "Server role".
/// </remarks>
public sealed class ServerRoleCredential : NcpCredentialSource
{
    private const int LargestAnswer = 64 * 1024;

    /// <summary>Keys are renewed this long before they expire, so that none expires on its way.</summary>
    private static readonly TimeSpan _renewBefore = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(1);
    private static readonly IPAddress _metadataAddress = IPAddress.Parse("169.254.169.254");

    private readonly TimeProvider _timeProvider;
    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly SemaphoreSlim _renewal = new(1, 1);
    private Keys? _keys;
    private bool _isDisposed;

    /// <summary>Names the metadata service; nothing is asked yet.</summary>
    /// <param name="address">Scheme, host and port; null: the link-local address that every server has. Another must be a loopback address.</param>
    /// <param name="timeProvider">The clock by which keys expire; null: the system's.</param>
    /// <exception cref="NcpSearchEngineException"><see cref="NcpErrorId.InvalidEndpoint"/>: the address is neither.</exception>
    public ServerRoleCredential(Uri? address = null, TimeProvider? timeProvider = null)
    {
        _address = address ?? new Uri("http://" + _metadataAddress);
        bool isAllowed = _address is { IsAbsoluteUri: true, Scheme: "http", PathAndQuery: "/" }
            && (_address.IsLoopback || (IPAddress.TryParse(_address.Host, out IPAddress? ip) && ip.Equals(_metadataAddress)));
        if (!isAllowed)
        {
            throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, Messages.MetadataAddressRefused(_address.ToString()));
        }

        _timeProvider = timeProvider ?? TimeProvider.System;
        _http = new HttpClient(new HttpClientHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <inheritdoc/>
    public override string AccessKey => Volatile.Read(ref _keys)?.Credential.AccessKey ?? string.Empty;

    /// <summary>Asks for the keys now, so that their absence is known before they are needed.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <returns>When the keys are there.</returns>
    /// <exception cref="NcpSearchEngineException"><see cref="NcpErrorId.ServerRoleUnavailable"/>: this is no such server, or it has no role.</exception>
    public async Task EnsureAsync(CancellationToken cancellationToken = default) => await GetAsync(cancellationToken).ConfigureAwait(false);

    internal override async ValueTask<NcpCredential> GetAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _keys) is { } fresh && !IsDue(fresh))
        {
            return fresh.Credential;
        }

        await _renewal.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            Keys? known = _keys;
            if (known is not null && !IsDue(known))
            {
                return known.Credential;
            }

            if (_isDisposed)
            {
                throw new NcpSearchEngineException(NcpErrorId.SessionClosed, Messages.SessionClosed);
            }

            try
            {
                // The keys before are not wiped here: a request that has them may be on its way. Finalization wipes them.
                Volatile.Write(ref _keys, await FetchAsync(cancellationToken).ConfigureAwait(false));
            }
            catch (NcpSearchEngineException) when (known is not null && _timeProvider.GetUtcNow() < known.Expiration)
            {
                // Still good; the next request tries again.
            }

            return _keys!.Credential;
        }
        finally
        {
            _renewal.Release();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _isDisposed = true;
            _keys?.Credential.Dispose();
            _http.Dispose();
        }
    }

    private bool IsDue(Keys keys) => _timeProvider.GetUtcNow() >= keys.Expiration - _renewBefore;

    private async Task<Keys> FetchAsync(CancellationToken cancellationToken)
    {
        const string Path = "/latest/meta-data/iam/security-credentials/";
        using CancellationTokenSource limit = _timeProvider.CreateCancellationTokenSource(_limit);
        using CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            string role = Encoding.UTF8.GetString(await GetAsync(Path, linked.Token).ConfigureAwait(false)).Trim();
            if (role.Length is 0 or > 256 || role.IndexOfAny(['\n', '/', '?', '#']) >= 0)
            {
                throw new NcpSearchEngineException(NcpErrorId.ServerRoleUnavailable, Messages.ServerHasNoRole);
            }

            byte[] answer = await GetAsync(Path + Uri.EscapeDataString(role), linked.Token).ConfigureAwait(false);
            try
            {
                return Read(answer);
            }
            finally
            {
                Array.Clear(answer, 0, answer.Length);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or HttpRequestException or IOException or ObjectDisposedException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            throw new NcpSearchEngineException(NcpErrorId.ServerRoleUnavailable, Messages.MetadataUnreachable(_address.Authority), exception);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or ArgumentException)
        {
            // Without the cause: it might quote what was read.
            throw new NcpSearchEngineException(NcpErrorId.ServerRoleUnavailable, Messages.RoleKeysNotUnderstood);
        }
    }

    private async Task<byte[]> GetAsync(string path, CancellationToken cancellationToken)
    {
        using HttpResponseMessage response = await _http.GetAsync(new Uri(_address, path), HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await BoundedBody.ReadAsync(response.Content, LargestAnswer, cancellationToken).ConfigureAwait(false),
            HttpStatusCode.NotFound => throw new NcpSearchEngineException(NcpErrorId.ServerRoleUnavailable, Messages.ServerHasNoRole),
            _ => throw new HttpRequestException(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)),
        };
    }

    private static Keys Read(byte[] answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        JsonElement root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("AccessKeyId", out JsonElement accessKey)
            || !root.TryGetProperty("SecretAccessKey", out JsonElement secretKey)
            || !root.TryGetProperty("Expiration", out JsonElement expiration)
            || !expiration.TryGetDateTimeOffset(out DateTimeOffset expires))
        {
            throw new JsonException();
        }

        return new Keys(new NcpCredential(accessKey.GetString()!, secretKey.GetString()!), expires);
    }

    private sealed record Keys(NcpCredential Credential, DateTimeOffset Expiration);
}
