using System.Globalization;

namespace NcpSearchEngine.Emulator;

/// <summary>How the fault syntax writes texts and durations.</summary>
internal static class FaultText
{
    private const NumberStyles SignedDecimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;

    private static readonly (string Suffix, TimeSpan Unit)[] Units =
    [
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    public static string Quote(string text) => text.Contains('"') ? $"'{text}'" : $"\"{text}\"";

    /// <summary>The largest unit in which the duration is a whole number.</summary>
    public static string Write(TimeSpan duration)
    {
        var (suffix, unit) = duration == TimeSpan.Zero
            ? Units[1]
            : Units.Last(candidate => candidate.Suffix == "ms" || duration.Ticks % candidate.Unit.Ticks == 0);
        return (duration / unit).ToString("0.####", CultureInfo.InvariantCulture) + suffix;
    }

    /// <summary>Reads <c>250ms</c>, <c>1.5s</c>, <c>10m</c>, <c>-2h</c>, <c>+5m</c>.</summary>
    public static bool TryReadDuration(string text, out TimeSpan duration)
    {
        foreach (var (suffix, unit) in Units)
        {
            if (text.EndsWith(suffix, StringComparison.Ordinal)
                && double.TryParse(text.AsSpan(0, text.Length - suffix.Length), SignedDecimal, CultureInfo.InvariantCulture, out var number)
                && Math.Abs(number) * unit.TotalDays < 3650)
            {
                duration = unit * number;
                return true;
            }
        }

        duration = default;
        return false;
    }
}
