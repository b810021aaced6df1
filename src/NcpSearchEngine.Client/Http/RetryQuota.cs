namespace NcpSearchEngine.Client;

/// <summary>What all calls of a client may spend on retries together, so that a fleet's retries can't pile up on a service in trouble.</summary>
/// <remarks>A retry costs; the success that follows it gives the cost back, and a success without one gives a little. The numbers are those of the AWS SDKs.</remarks>
internal sealed class RetryQuota
{
    private const int Capacity = 500;
    private const int Cost = 5;
    private const int Gain = 1;

    private readonly object _gate = new();
    private int _available = Capacity;

    /// <summary>Pays for a retry; false where there is not enough left.</summary>
    internal bool TryPay()
    {
        lock (_gate)
        {
            if (_available < Cost)
            {
                return false;
            }

            _available -= Cost;
            return true;
        }
    }

    /// <summary>A call succeeded after so many retries.</summary>
    internal void GiveBack(int retries)
    {
        lock (_gate)
        {
            _available = Math.Min(Capacity, _available + (retries == 0 ? Gain : Cost));
        }
    }
}
