namespace NcpSearchEngine.Client;

/// <summary>One cluster to wait for, and which of its upgrades.</summary>
/// <remarks>Without <see cref="TargetVersionCode"/> and <see cref="RequestedAfter"/> any upgrade counts that is not over, or that was over only just before the first reading.</remarks>
public sealed class RollingUpgradeTarget
{
    /// <summary>Names a cluster.</summary>
    /// <param name="client">Whom to ask.</param>
    /// <param name="serviceGroupInstanceNo">The cluster's instance number: 1 to 20 digits.</param>
    /// <exception cref="NcpSearchEngineException"><see cref="NcpErrorId.InvalidServiceGroupInstanceNo"/>.</exception>
    public RollingUpgradeTarget(SearchEngineClient client, string serviceGroupInstanceNo)
    {
        Client = client ?? throw new ArgumentNullException(nameof(client));
        ServiceGroupInstanceNo = InstanceNo.Parse(serviceGroupInstanceNo);
    }

    /// <summary>Whom to ask.</summary>
    public SearchEngineClient Client { get; }

    /// <summary>The cluster's instance number.</summary>
    public string ServiceGroupInstanceNo { get; }

    /// <summary>Only an upgrade to this version, as digits without dots; null: to any.</summary>
    public string? TargetVersionCode { get; set; }

    /// <summary>Only an upgrade that was asked for at this time or later, with 60 s of tolerance; null: at any time.</summary>
    public RequestTime? RequestedAfter { get; set; }

    /// <summary>Anything the caller wants to find again at the events of this cluster.</summary>
    public object? Tag { get; set; }

    internal bool IsParticular => !string.IsNullOrEmpty(TargetVersionCode) || RequestedAfter is not null;

    /// <summary>Whether this record is the upgrade meant, as far as version and time tell.</summary>
    internal bool Matches(RollingUpgrade upgrade)
    {
        if (!IsParticular)
        {
            return true;
        }

        return upgrade is { HasRecord: true, RequestedAt: { } requested }
            && (string.IsNullOrEmpty(TargetVersionCode) || string.Equals(TargetVersionCode!.Trim(), upgrade.TargetVersionCode, StringComparison.Ordinal))
            && (RequestedAfter is not { } after || after.IsMetBy(requested, Client.PossibleUtcOffsets));
    }
}
