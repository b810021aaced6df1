using System.Management.Automation;
using System.Net;
using System.Security;
using NcpSearchEngine.Client;
using NcpSearchEngine.Sessions;

namespace NcpSearchEngine.Commands;

/// <summary>Opens a named session and makes it the default of its runspace.</summary>
[Cmdlet(VerbsCommunications.Connect, "NcpSearchEngine", DefaultParameterSetName = Unasked, HelpUri = OnlineHelp.Pages + "Connect-NcpSearchEngine.md")]
[OutputType(typeof(NcpSearchEngineSession))]
public sealed class ConnectNcpSearchEngineCommand : StoppableCommand
{
    private const string Unasked = "Default";
    private const string FromKeys = "Keys";
    private const string FromCredential = "Credential";
    private const string FromProfile = "Profile";
    private const string FromServerRole = "ServerRole";

    /// <summary>For rehearsals: another metadata service, on a loopback address.</summary>
    private const string MetadataAddress = "NCLOUD_METADATA_ENDPOINT";

    /// <summary>The access key id.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromKeys)]
    public string AccessKey { get; set; } = string.Empty;

    /// <summary>The secret key.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromKeys)]
    public SecureString SecretKey { get; set; } = new();

    /// <summary>The access key id as user name, the secret key as password.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = FromCredential)]
    public PSCredential? Credential { get; set; }

    /// <summary>A profile of the configure file of NAVER Cloud's own command line.</summary>
    [Parameter(ParameterSetName = FromProfile)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string ProfileName { get; set; } = ConfigureFile.DefaultProfile;

    /// <summary>The path of the configure file.</summary>
    [Parameter(ParameterSetName = FromProfile)]
    [ValidateNotNullOrEmpty]
    public string? ConfigPath { get; set; }

    /// <summary>The keys of the role of the NAVER Cloud server that this runs on.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromServerRole)]
    public SwitchParameter ServerRole { get; set; }

    /// <summary>The session's name; one of the same name is replaced.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = "default";

    /// <summary>KR, SGN, JPN, KRS or FKR.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Public, Gov or Fin.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(SiteCompleter))]
    public string? Site { get; set; }

    /// <summary>Another host; the region still gives the path prefix.</summary>
    [Parameter]
    public string? Endpoint { get; set; }

    /// <summary>The regionNo of requests in place of the region's own; empty: none is sent.</summary>
    [Parameter]
    [AllowEmptyString]
    public string? RegionNo { get; set; }

    /// <summary>The zone of the service's dates in place of the region's own.</summary>
    [Parameter]
    [ValidateUtcOffset]
    public TimeSpan? UtcOffset { get; set; }

    /// <summary>The time limit of one request in seconds.</summary>
    [Parameter]
    [ValidateRange(1, 3600)]
    public int TimeoutSec { get; set; } = 30;

    /// <summary>How often a read is repeated after a passing failure.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int MaxRetryCount { get; set; } = 4;

    /// <summary>The proxy in place of the system's; never used for a loopback address nor for the metadata service.</summary>
    [Parameter]
    public Uri? Proxy { get; set; }

    /// <summary>Who to be for the proxy.</summary>
    [Parameter]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Makes one harmless call; the session is stored only if it succeeds.</summary>
    [Parameter]
    public SwitchParameter Validate { get; set; }

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
        catch (OperationCanceledException) when (Stop.IsCancellationRequested)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Connect()
    {
        SearchEngineClientOptions options = ReadOptions();
        FoundKeys keys = Usable(FindKeys);
        NcpSearchEngineSession session;
        SessionPlace place;
        try
        {
            place = SessionPlace.Choose(Site, Region, keys);
            SearchEngineEndpoint endpoint = SearchEngineEndpoint.Resolve(place.Site.ToString(), place.Region, Endpoint, RegionNo);
            session = new NcpSearchEngineSession(Name.Trim(), endpoint, keys, options);
            Try(session, keys);
        }
        catch
        {
            keys.Credential.Dispose();
            throw;
        }

        Store.Add(session);
        WriteVerbose(() => ModuleMessages.Connected(session, place));
        if (PassThru)
        {
            WriteObject(session);
        }
    }

    /// <summary>Makes sure, where that was asked for, that the keys are there and are good.</summary>
    private void Try(NcpSearchEngineSession session, FoundKeys keys)
    {
        if (keys.Credential is ServerRoleCredential role)
        {
            Await(role.EnsureAsync(Stop));
        }

        if (Validate)
        {
            Await(session.Client.GetVersionsAsync(Stop));
            if (session.TakeClockWarning())
            {
                WriteWarning(ModuleMessages.ClockCorrected(session.Client.ClockOffset));
            }
        }
    }

    private SearchEngineClientOptions ReadOptions()
    {
        if (Proxy is { IsAbsoluteUri: false } or { UserInfo.Length: > 0 })
        {
            throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, ModuleMessages.InvalidProxy);
        }

        return new SearchEngineClientOptions
        {
            TimeProvider = Store.TimeProvider,
            RequestTimeout = TimeSpan.FromSeconds(TimeoutSec),
            MaxRetryCount = MaxRetryCount,
            UtcOffset = UtcOffset,
            Proxy = Proxy is null ? null : new WebProxy(Proxy) { Credentials = ProxyCredential?.GetNetworkCredential() },
        };
    }

    private FoundKeys FindKeys()
    {
        KeySearch search = new(WriteVerbose, WriteWarning);
        return ParameterSetName switch
        {
            FromKeys => Given("-AccessKey", AccessKey, SecretKey),
            FromCredential => Given("-Credential", Credential!.UserName, Credential.Password),
            FromProfile => search.FindProfile(ConfigPath is null ? null : FilePath(ConfigPath), ProfileName),
            FromServerRole => new FoundKeys(
                new ServerRoleCredential(EnvironmentKeys.Get(MetadataAddress) is { } other ? ToUri(other) : null, Store.TimeProvider), "-ServerRole", Site: null),
            _ => search.FindUnasked(),
        };
    }

    private static FoundKeys Given(string source, string accessKey, SecureString secretKey) =>
        new(SecretBytes.Use(secretKey, bytes => new NcpCredential(accessKey.Trim(), bytes)), source, Site: null);

    private static Uri ToUri(string address) => Uri.TryCreate(address, UriKind.Absolute, out Uri? uri)
        ? uri
        : throw new NcpSearchEngineException(NcpErrorId.InvalidEndpoint, ModuleMessages.InvalidMetadataAddress(MetadataAddress, address));

    private string FilePath(string path) => FileSystemPath.Resolve(path, SessionState.Path, out Exception? reason)
        ?? throw new NcpSearchEngineException(NcpErrorId.ProfileNotFound, ModuleMessages.ConfigPathNotAFile(path), reason);

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
