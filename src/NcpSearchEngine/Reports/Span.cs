namespace NcpSearchEngine.Reports;

/// <summary>The time between two moments of which either may be unknown.</summary>
internal static class Span
{
    /// <returns>Null if one of them is not known, or if they are the wrong way round.</returns>
    internal static TimeSpan? Between(DateTimeOffset? from, DateTimeOffset? to) => to - from is { } span && span >= TimeSpan.Zero ? span : null;
}
