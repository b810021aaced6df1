using System.Management.Automation;
using System.Security;
using NcpSearchEngine.Client;
using NcpSearchEngine.Sessions;

namespace NcpSearchEngine.Commands;

/// <summary>Opens a named session and makes it the default of its runspace.</summary>
[Cmdlet(VerbsCommunications.Connect, "NcpSearchEngine", DefaultParameterSetName = FromEnvironment)]
[OutputType(typeof(NcpSearchEngineSession))]
public sealed class ConnectNcpSearchEngineCommand : SessionCommand
{
    private const string FromEnvironment = "Environment";
    private const string FromKeys = "Keys";
    private const string FromCredential = "Credential";

    /// <summary>The access key id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromKeys)]
    public string AccessKey { get; set; } = string.Empty;

    /// <summary>The secret key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromKeys)]
    public SecureString SecretKey { get; set; } = new();

    /// <summary>The access key id as user name, the secret key as password.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = FromCredential)]
    public PSCredential? Credential { get; set; }

    /// <summary>The session's name; one of the same name is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "default";

    /// <summary>KR, SGN, JPN, KRS or FKR.</summary>
    [Parameter]
    public string? Region { get; set; }

    /// <summary>Public, Gov or Fin.</summary>
    [Parameter]
    public string? Site { get; set; }

    /// <summary>Another host; the region still gives the path prefix.</summary>
    [Parameter]
    public string? Endpoint { get; set; }

    /// <summary>The regionNo of requests in place of the region's own; empty: none is sent.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? RegionNo { get; set; }

    /// <summary>The time limit of one request in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>How often a read is repeated after a passing failure.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaxRetryCount { get; set; } = 4;

    /// <summary>Emits the session.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            Connect();
        }
        catch (NcpSearchEngineException exception)
        {
            Throw(exception, Name);
        }
    }

    private void Connect()
    {
        // Whatever can be wrong without the keys is found before they are touched.
        bool keysAreGiven = ParameterSetName != FromEnvironment;
        var (site, siteFrom) = ChooseSite();
        var (region, regionFrom) = ChooseRegion();
        SearchEngineEndpoint endpoint = SearchEngineEndpoint.Resolve(site.ToString(), region, Endpoint, RegionNo);

        FoundKeys keys = keysAreGiven ? TakeGivenKeys() : FindKeys();
        if (keys.Site is { } keysSite && keysSite != site)
        {
            keys.Credential.Dispose();
            throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, ModuleMessages.KeysOfAnotherSite(keys.Source, keysSite, site));
        }

        SearchEngineClientOptions options = new()
        {
            TimeProvider = Store.TimeProvider,
            RequestTimeout = TimeSpan.FromSeconds(TimeoutSec),
            MaxRetryCount = MaxRetryCount,
        };
        NcpSearchEngineSession session = new(Name.Trim(), endpoint, keys.Credential, keys.Source, options);
        Store.Add(session);
        WriteVerbose(ModuleMessages.Connected(session, siteFrom, regionFrom));
        if (PassThru)
        {
            WriteObject(session);
        }
    }

    private (NcpSite Site, string From) ChooseSite() =>
        !string.IsNullOrWhiteSpace(Site) ? (SearchEngineEndpoint.ParseSite(Site), "-Site")
        : EnvironmentKeys.FindSite() is { } named ? (named, EnvironmentKeys.Get(EnvironmentKeys.Site) is null ? EnvironmentKeys.Gateway : EnvironmentKeys.Site)
        : (NcpSite.Public, "the default");

    private (string? Region, string From) ChooseRegion() =>
        !string.IsNullOrWhiteSpace(Region) ? (Region, "-Region")
        : EnvironmentKeys.Get(EnvironmentKeys.Region) is { } named ? (named, EnvironmentKeys.Region)
        : (null, "the default");

    private FoundKeys TakeGivenKeys()
    {
        bool isCredential = ParameterSetName == FromCredential;
        string accessKey = (isCredential ? Credential!.UserName : AccessKey).Trim();
        SecureString secretKey = isCredential ? Credential!.Password : SecretKey;
        return new FoundKeys(Usable(() => SecretBytes.Use(secretKey, bytes => new NcpCredential(accessKey, bytes))), isCredential ? "-Credential" : "-AccessKey", Site: null);
    }

    private static FoundKeys FindKeys() => Usable(static () => EnvironmentKeys.Find(out string passedOver)
        ?? throw new NcpSearchEngineException(NcpErrorId.CredentialNotFound, ModuleMessages.CredentialNotFound([passedOver])));

    /// <summary>Keys that can't be any are as good as none.</summary>
    private static T Usable<T>(Func<T> take)
    {
        try
        {
            return take();
        }
        catch (ArgumentException exception)
        {
            throw new NcpSearchEngineException(NcpErrorId.CredentialNotFound, exception.Message, exception);
        }
    }
}
