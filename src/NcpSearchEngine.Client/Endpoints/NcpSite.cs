namespace NcpSearchEngine.Client;

/// <summary>A NAVER Cloud Platform site: a cloud of its own, with its own accounts and keys.</summary>
public enum NcpSite
{
    /// <summary>The public cloud.</summary>
    Public,

    /// <summary>The cloud for Korean government bodies.</summary>
    Gov,

    /// <summary>The cloud for financial institutions; reachable only inside its zone or by its VPN.</summary>
    Fin,
}
