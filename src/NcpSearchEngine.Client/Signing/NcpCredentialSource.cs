namespace NcpSearchEngine.Client;

/// <summary>Where the keys of a client come from: a pair that stays (<see cref="NcpCredential"/>) or keys that are renewed (<see cref="ServerRoleCredential"/>).</summary>
public abstract class NcpCredentialSource : IDisposable
{
    private protected NcpCredentialSource()
    {
    }

    /// <summary>The access key id that is used now.</summary>
    public abstract string AccessKey { get; }

    /// <summary>Overwrites the secret; nothing can be signed afterwards.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The keys to sign the next request with.</summary>
    /// <exception cref="NcpSearchEngineException">ServerRoleUnavailable: there are none.</exception>
    internal abstract ValueTask<NcpCredential> GetAsync(CancellationToken cancellationToken);

    /// <summary>Overwrites the secret.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected abstract void Dispose(bool disposing);
}
