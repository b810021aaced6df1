#if NET
namespace NcpSearchEngine.Client;

/// <summary>The names that Microsoft.Bcl.TimeProvider has for the older build, on the classes that later have them in the box.</summary>
internal static class TimeProviderCancellation
{
    internal static CancellationTokenSource CreateCancellationTokenSource(this TimeProvider timeProvider, TimeSpan delay) => new(delay, timeProvider);

    internal static Task Delay(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken) =>
        Task.Delay(delay, timeProvider, cancellationToken);
}
#endif
