using System.Text;

namespace NcpSearchEngine.Client;

/// <summary>An access key id with its secret key, able to sign and unable to show the secret.</summary>
/// <remarks>
/// The secret lives as bytes in this object only and is overwritten by <see cref="NcpCredentialSource.Dispose()"/> and at finalization.
/// It is part of no property, no text and no exception. Instances are safe for use from several threads.
/// </remarks>
public sealed class NcpCredential : NcpCredentialSource
{
    private readonly object _gate = new();
    private byte[]? _secretKey;

    /// <summary>Keeps a copy of a key pair.</summary>
    /// <param name="accessKey">The access key id: 1 to 256 visible ASCII characters.</param>
    /// <param name="secretKey">The UTF-8 bytes of the secret key; copied, so that the caller can and should clear its own.</param>
    /// <exception cref="ArgumentException">A key is empty, or the access key id has a character that no access key id has.</exception>
    public NcpCredential(string accessKey, ReadOnlySpan<byte> secretKey)
    {
        if (!IsAccessKey(accessKey))
        {
            throw new ArgumentException(Messages.InvalidAccessKey, nameof(accessKey));
        }

        if (secretKey.IsEmpty)
        {
            throw new ArgumentException(Messages.EmptySecretKey, nameof(secretKey));
        }

        AccessKey = accessKey;
#if NET
        // Pinned, so that the garbage collector leaves no moved copy behind that nobody wipes.
        _secretKey = GC.AllocateUninitializedArray<byte>(secretKey.Length, pinned: true);
#else
        _secretKey = new byte[secretKey.Length];
#endif
        secretKey.CopyTo(_secretKey);
    }

    /// <summary>Keeps a copy of a key pair.</summary>
    /// <param name="accessKey">The access key id: 1 to 256 visible ASCII characters.</param>
    /// <param name="secretKey">The secret key. A string can't be wiped from memory: prefer the constructor that takes bytes.</param>
    /// <exception cref="ArgumentException">A key is empty, or the access key id has a character that no access key id has.</exception>
    public NcpCredential(string accessKey, string secretKey)
        : this(accessKey, Encoding.UTF8.GetBytes(secretKey ?? string.Empty))
    {
    }

    /// <summary>Overwrites the secret where it was not disposed of.</summary>
    ~NcpCredential() => Dispose(disposing: false);

    /// <summary>The access key id.</summary>
    public override string AccessKey { get; }

    /// <summary>Whether the secret has been wiped.</summary>
    public bool IsDisposed
    {
        get
        {
            lock (_gate)
            {
                return _secretKey is null;
            }
        }
    }

    /// <summary>Signs one request; see <see cref="RequestSignature.Compute"/>.</summary>
    /// <param name="method">The HTTP method in capitals.</param>
    /// <param name="pathAndQuery">The path with its query, exactly as it is sent.</param>
    /// <param name="timestamp">Milliseconds since 1970-01-01T00:00:00Z.</param>
    /// <returns>The signature, 44 characters of Base64.</returns>
    /// <exception cref="ObjectDisposedException">The secret has been wiped.</exception>
    public string Sign(string method, string pathAndQuery, long timestamp)
    {
        lock (_gate)
        {
            return _secretKey is null
                ? throw new ObjectDisposedException(nameof(NcpCredential))
                : RequestSignature.Compute(method, pathAndQuery, timestamp, AccessKey, _secretKey);
        }
    }

    internal override ValueTask<NcpCredential> GetAsync(CancellationToken cancellationToken) => new(this);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => Wipe();

    private static bool IsAccessKey(string? accessKey)
    {
        if (accessKey is null || accessKey.Length is 0 or > 256)
        {
            return false;
        }

        foreach (char c in accessKey)
        {
            if (c is <= ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    private void Wipe()
    {
        lock (_gate)
        {
            if (_secretKey is not null)
            {
                Array.Clear(_secretKey, 0, _secretKey.Length);
                _secretKey = null;
            }
        }
    }
}
