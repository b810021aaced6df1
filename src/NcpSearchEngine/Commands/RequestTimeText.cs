using System.Globalization;
using System.Management.Automation;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;

namespace NcpSearchEngine.Commands;

/// <summary>Reads what a person or the pipeline gives as the time after which an upgrade was asked for.</summary>
internal static class RequestTimeText
{
    private static readonly string[] _iso =
    [
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss K", "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-dd",
    ];

    private static readonly string[] _korean = ["오전", "오후", "년"];

    /// <summary>The time; null where nothing was given.</summary>
    /// <exception cref="NcpSearchEngineException">InvalidRequestedAfter: it can't be read, which is never passed over.</exception>
    internal static RequestTime? Read(object? given, CultureInfo culture)
    {
        object? value = given is PSObject wrapped ? wrapped.BaseObject : given;
        switch (value)
        {
            case null:
                return null;
            case DateTimeOffset moment:
                return RequestTime.At(moment);
            case DateTime date:
                return RequestTime.At(date);
            case string text when string.IsNullOrWhiteSpace(text):
                return null;
            case string text when Read(text.Trim(), culture) is { } time:
                return time;
            case not string when DeserializedMoment.Read(given) is { } moment:
                return RequestTime.At(moment);
            default:
                throw new NcpSearchEngineException(NcpErrorId.InvalidRequestedAfter, ModuleMessages.InvalidRequestedAfter(value.ToString()));
        }
    }

    private static RequestTime? Read(string text, CultureInfo culture)
    {
        // RoundtripKind: with an offset or Z it is a moment, which keeps its offset; without one a date on the service's clock.
        if (DateTime.TryParseExact(text, _iso, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime date))
        {
            return date.Kind != DateTimeKind.Unspecified
                && DateTimeOffset.TryParseExact(text, _iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment)
                    ? RequestTime.At(moment)
                    : RequestTime.At(date);
        }

        return ReadIn(culture, text) ?? (_korean.Any(text.Contains) ? ReadIn(CultureInfo.GetCultureInfo("ko-KR"), text) : null);
    }

    /// <summary>As a culture writes it; Korean words leave no doubt about the order of day and month, so that a Korean colleague's file is read anywhere.</summary>
    private static RequestTime? ReadIn(CultureInfo culture, string text) =>
        !DateTime.TryParse(text, culture, DateTimeStyles.RoundtripKind, out DateTime date) ? null
        : date.Kind != DateTimeKind.Unspecified && DateTimeOffset.TryParse(text, culture, DateTimeStyles.None, out DateTimeOffset moment) ? RequestTime.At(moment)
        : RequestTime.At(date);
}
