using NcpSearchEngine.Client;

namespace NcpSearchEngine.Sessions;

/// <summary>A key pair and where it was found.</summary>
/// <param name="Credential">The keys.</param>
/// <param name="Source">Where they were found; English in every language, since it is data of the session.</param>
/// <param name="Site">The site that the source says its keys belong to; null if it says nothing.</param>
internal sealed record FoundKeys(NcpCredentialSource Credential, string Source, NcpSite? Site);
