using System.Globalization;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>One line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="Ours">The module's figure.</param>
/// <param name="Reference">The figure that it is compared with.</param>
/// <param name="Ratio">One by the other, with the quartiles of the rounds.</param>
/// <param name="Budget">The most that it may be; empty where there is no budget.</param>
/// <param name="Met">Whether it is; null where there is no budget.</param>
internal sealed record Row(string What, string Ours, string Reference, string Ratio, string Budget, bool? Met)
{
    /// <summary>A ratio of medians, against the most that it may be; 0: none.</summary>
    internal static Row Of(string what, Pair pair, string unit, double budget = 0, double per = 1) => new(
        what,
        Text(pair.OursMedian / per, unit),
        Text(pair.ReferenceMedian / per, unit),
        string.Create(CultureInfo.InvariantCulture, $"{pair.Ratio:0.00} ({pair.Quartiles.Lower:0.00}–{pair.Quartiles.Upper:0.00})"),
        budget > 0 ? string.Create(CultureInfo.InvariantCulture, $"{budget:0.0#} ×") : string.Empty,
        budget > 0 ? pair.Ratio <= budget : null);

    internal static string Text(double value, string unit) => string.Create(CultureInfo.InvariantCulture, $"{value:#,0.##} {unit}");

    /// <summary>Markdown, which reads as well in a terminal.</summary>
    internal static IEnumerable<string> Table(IReadOnlyList<Row> rows)
    {
        string[][] cells =
        [
            ["what", "ours", "reference", "ratio (quartiles)", "budget", ""],
            .. rows.Select(static row => new[] { row.What, row.Ours, row.Reference, row.Ratio, row.Budget, row.Met switch { true => "met", false => "NOT MET", _ => "" } }),
        ];
        int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
        for (int i = 0; i < cells.Length; i++)
        {
            yield return $"| {string.Join(" | ", cells[i].Select((cell, column) => cell.PadRight(widths[column])))} |";
            if (i == 0)
            {
                yield return $"| {string.Join(" | ", widths.Select(static width => new string('-', width)))} |";
            }
        }
    }
}
