using System.Globalization;

namespace NcpSearchEngine.Client;

/// <summary>A date as the service writes it: <c>yyyy-MM-dd HH:mm:ss</c>, on its own clock, without a zone.</summary>
internal static class ServiceDate
{
    /// <summary>Reads a date; two of them compare as the service meant them, whatever its zone is.</summary>
    internal static DateTime? Parse(string? text) =>
        DateTime.TryParseExact(text?.Trim(), "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTime date)
            && date.Year is > 1 and < 9999 // A zone must not carry it out of the calendar.
            ? date
            : null;

    /// <summary>Puts it into the zone that the service is taken to write in.</summary>
    internal static DateTimeOffset? InZone(DateTime? date, TimeSpan utcOffset) => date is { } known ? new DateTimeOffset(known, utcOffset) : null;
}
