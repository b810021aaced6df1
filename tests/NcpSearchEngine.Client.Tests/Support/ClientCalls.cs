namespace NcpSearchEngine.Client.Tests;

/// <summary>The one call that most tests make.</summary>
internal static class ClientCalls
{
    /// <summary>Real time, in which everything here is over many times; only a test that would hang meets it.</summary>
    private static readonly TimeSpan _safetyLimit = TimeSpan.FromMinutes(2);

    public static Task<ServiceResponse<RollingUpgrade>> ReadAsync(this SearchEngineClient client) => client
        .GetRollingUpgradeProgressAsync(EmulatedService.ClusterNo, TestContext.Current.CancellationToken)
        .WaitAsync(_safetyLimit, TestContext.Current.CancellationToken);

    /// <summary>Waits for what another thread is to do.</summary>
    public static Task HappensAsync(this TaskCompletionSource source) => source.Task.WaitAsync(_safetyLimit, TestContext.Current.CancellationToken);

    /// <summary>Reads, and expects this error after an exchange.</summary>
    public static async Task<NcpApiException> RefusedAsync(this SearchEngineClient client, NcpErrorId expected)
    {
        NcpApiException exception = await Assert.ThrowsAsync<NcpApiException>(client.ReadAsync);
        Assert.Equal(expected, exception.ErrorId);
        return exception;
    }

    /// <summary>Reads, and expects this error without an answer to tell of.</summary>
    public static async Task<NcpSearchEngineException> FailedAsync(this SearchEngineClient client, NcpErrorId expected)
    {
        NcpSearchEngineException exception = await Assert.ThrowsAsync<NcpSearchEngineException>(client.ReadAsync);
        Assert.Equal(expected, exception.ErrorId);
        return exception;
    }
}
