using NcpSearchEngine.Client;
using NcpSearchEngine.Sessions;

namespace NcpSearchEngine;

/// <summary>An open session: where requests go and who signs them. The secret key is no property of it and can't be had from it.</summary>
public sealed class NcpSearchEngineSession
{
    private readonly object _gate = new();
    private readonly NcpCredentialSource _credential;
    private int _uses;
    private bool _retired;
    private bool _closed;
    private bool _clockWarningGiven;

    internal NcpSearchEngineSession(string name, SearchEngineEndpoint endpoint, FoundKeys keys, SearchEngineClientOptions options)
    {
        Name = name;
        Site = endpoint.Site.ToString();
        Region = endpoint.Region;
        Endpoint = endpoint.BaseAddress.GetLeftPart(UriPartial.Authority);
        Source = keys.Source;
        TimeProvider = options.TimeProvider;
        ConnectedAt = TimeProvider.GetLocalNow();
        Client = new SearchEngineClient(endpoint, keys.Credential, options);
        _credential = keys.Credential;
    }

    /// <summary>The name by which <c>-Session</c> takes it.</summary>
    public string Name { get; }

    /// <summary>Public, Gov or Fin.</summary>
    public string Site { get; }

    /// <summary>The region's code, such as KR.</summary>
    public string Region { get; }

    /// <summary>Scheme, host and port that requests go to.</summary>
    public string Endpoint { get; }

    /// <summary>The access key id, masked; of a server role, the one that is used now.</summary>
    public string AccessKey => AccessKeyMask.Mask(_credential.AccessKey);

    /// <summary>Where the keys came from.</summary>
    public string Source { get; }

    /// <summary>When the session was opened, in local time.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Whether it is the default session of the runspace that asks.</summary>
    public bool IsDefault => SessionStore.Current?.Default == this;

    internal SearchEngineClient Client { get; }

    internal TimeProvider TimeProvider { get; }

    internal bool IsClosed
    {
        get
        {
            lock (_gate)
            {
                return _closed;
            }
        }
    }

    /// <summary>The session by which a cluster of a wait is asked.</summary>
    internal static NcpSearchEngineSession Of(RollingUpgradeTarget target) => (NcpSearchEngineSession)target.Tag!;

    /// <summary>The name only.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Name;

    /// <summary>Keeps the key alive while a cmdlet works with the session; false once it is closed.</summary>
    internal bool TryAcquire()
    {
        lock (_gate)
        {
            if (_closed)
            {
                return false;
            }

            _uses++;
            return true;
        }
    }

    internal void Release()
    {
        lock (_gate)
        {
            _uses--;
        }

        CloseIfUnused();
    }

    /// <summary>Leaves the key to the cmdlets that still use it and closes the session after the last of them.</summary>
    internal void Retire()
    {
        lock (_gate)
        {
            _retired = true;
        }

        CloseIfUnused();
    }

    /// <summary>Wipes the key at once; whatever still uses the session fails.</summary>
    internal void Close()
    {
        lock (_gate)
        {
            _closed = true;
        }

        _credential.Dispose();
        Client.Dispose();
    }

    /// <summary>Whether the clock was found wrong and nobody has been told yet.</summary>
    internal bool TakeClockWarning()
    {
        lock (_gate)
        {
            bool give = !_clockWarningGiven && Client.ClockOffset != TimeSpan.Zero;
            _clockWarningGiven |= give;
            return give;
        }
    }

    private void CloseIfUnused()
    {
        lock (_gate)
        {
            if (!_retired || _uses > 0)
            {
                return;
            }
        }

        Close();
    }
}
