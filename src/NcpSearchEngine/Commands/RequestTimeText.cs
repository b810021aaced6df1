using System.Globalization;
using System.Management.Automation;
using NcpSearchEngine.Client;

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
            case string text when TryRead(text.Trim(), culture, out DateTime date):
                return RequestTime.At(date);
            default:
                throw new NcpSearchEngineException(NcpErrorId.InvalidRequestedAfter, ModuleMessages.InvalidRequestedAfter(value.ToString()));
        }
    }

    // RoundtripKind: with an offset or Z it is a moment, without one a date on the service's clock.
    private static bool TryRead(string text, CultureInfo culture, out DateTime date) =>
        DateTime.TryParseExact(text, _iso, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out date)
        || DateTime.TryParse(text, culture, DateTimeStyles.RoundtripKind, out date)

        // A file written by a Korean colleague; these words leave no doubt about the order of day and month.
        || (_korean.Any(text.Contains)
            && DateTime.TryParse(text, CultureInfo.GetCultureInfo("ko-KR"), DateTimeStyles.RoundtripKind, out date));
}
