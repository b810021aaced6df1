namespace NcpSearchEngine.Client;

/// <summary>One call of an operation, before it is signed.</summary>
/// <param name="Operation">The operation's name.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">The address, whose path and query are signed as they are sent.</param>
/// <param name="Body">JSON, or null.</param>
/// <param name="IsRepeatable">Whether the call may be repeated: never one that changes something. The method doesn't tell, as some calls of this API change state by GET.</param>
internal sealed record ServiceRequest(string Operation, HttpMethod Method, Uri Address, byte[]? Body, bool IsRepeatable);
