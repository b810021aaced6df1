using System.Globalization;

namespace NcpSearchEngine.Tests.CI;

/// <summary>Reads a log as the hosts do, and gives back what they take for commands.</summary>
/// <remarks>Written after the sources of the GitHub Actions runner and of the Azure Pipelines agent. Both search by a culture, as here.</remarks>
internal static class LogReader
{
    private static readonly CompareInfo _compare = CultureInfo.GetCultureInfo("en-US").CompareInfo;

    /// <summary>One command: its name with its properties, and its data.</summary>
    internal readonly record struct Command(string Head, string Data);

    internal static Command[] Commands(string host, IEnumerable<string> lines) =>
        [.. lines.SelectMany(line => host == CIStep.GitHub ? OfGitHub(line) : OfAzure(line))];

    private static IEnumerable<Command> OfGitHub(string line)
    {
        string trimmed = line.TrimStart();
        if (_compare.IsPrefix(trimmed, "::", CompareOptions.None))
        {
            int end = _compare.IndexOf(trimmed[2..], "::", CompareOptions.None);
            if (end >= 0)
            {
                yield return new Command(trimmed.Substring(2, end), Unescape(trimmed[(end + 4)..], ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")));
                yield break;
            }
        }

        // The old form, which is still understood.
        if (_compare.IndexOf(line, "##[", CompareOptions.None) >= 0)
        {
            yield return new Command("##[", line);
        }
    }

    private static IEnumerable<Command> OfAzure(string line)
    {
        const string Prefix = "##vso[";
        int at = _compare.IndexOf(line, Prefix, CompareOptions.None);
        if (at >= 0 && line.IndexOf(']', at) is > 0 and int end)
        {
            yield return new Command(
                line[(at + Prefix.Length)..end],
                Unescape(line[(end + 1)..], (";", ";"), ("%0D", "\r"), ("%0A", "\n"), ("%5D", "]"), ("%3B", ";"), ("%AZP25", "%")));
        }
        else if (_compare.IndexOf(line, "##[", CompareOptions.None) is >= 0 and int format)
        {
            yield return new Command(line[format..(line.IndexOf(']', format) + 1)], line[(line.IndexOf(']', format) + 1)..]);
        }
    }

    private static string Unescape(string text, params (string Escape, string Of)[] escapes) =>
        escapes.Aggregate(text, static (result, escape) => result.Replace(escape.Escape, escape.Of, StringComparison.Ordinal));
}
