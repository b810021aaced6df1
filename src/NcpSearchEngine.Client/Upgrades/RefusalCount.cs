namespace NcpSearchEngine.Client;

/// <summary>Refusals that are not believed at once after a good reading: only three running, over at least a minute.</summary>
internal sealed class RefusalCount
{
    private const int Enough = 3;
    private static readonly TimeSpan _span = TimeSpan.FromSeconds(60);

    private int _count;
    private TimeSpan _since;

    /// <summary>Whether the failure is an answer that says no, rather than no answer.</summary>
    internal static bool IsRefusal(NcpSearchEngineException failure) => failure.ErrorId
        is NcpErrorId.AuthenticationFailed or NcpErrorId.ClockSkew or NcpErrorId.PermissionDenied or NcpErrorId.RouteNotFound or NcpErrorId.ServiceError;

    internal void Reset() => _count = 0;

    /// <summary>One more refusal; true where it is to be believed.</summary>
    internal bool Add(TimeSpan now)
    {
        if (_count++ == 0)
        {
            _since = now;
        }

        return _count >= Enough && now - _since >= _span;
    }
}
