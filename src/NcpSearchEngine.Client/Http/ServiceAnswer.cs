namespace NcpSearchEngine.Client;

/// <summary>What came back from a call that succeeded.</summary>
/// <remarks>A class: asynchronous code that hands on a tuple is compiled anew for each tuple type in each process.</remarks>
internal sealed class ServiceAnswer<T>(Envelope<T> envelope, RawResponse raw, int attempts)
{
    /// <summary>What was asked for; null where the service has nothing to say.</summary>
    internal T? Result => envelope.Result;

    internal string? RequestId { get; } = ServiceText.Clean(envelope.RequestId);

    /// <summary>The same answer, with its result understood.</summary>
    internal ServiceResponse<TValue> With<TValue>(TValue value) => new(value, RequestId, raw, attempts);
}
