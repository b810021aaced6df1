using System.Globalization;
using System.Text;

namespace NcpSearchEngine.Emulator;

/// <summary>The words of a fault rule, taken one after the other. What stands in quotes is text and never a word of the language.</summary>
internal sealed class FaultWords
{
    private readonly IReadOnlyList<(string Text, bool IsQuoted)> _words;
    private int _next;

    private FaultWords(IReadOnlyList<(string Text, bool IsQuoted)> words) => _words = words;

    public static FaultWords Split(string text)
    {
        var words = new List<(string, bool)>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (text[i] is '"' or '\'')
            {
                var end = text.IndexOf(text[i], i + 1);
                words.Add(end > 0 ? (text[(i + 1)..end], true) : throw new FormatException($"The quotation mark {text[i]} at position {i + 1} is not closed."));
                i = end + 1;
            }
            else
            {
                var word = new StringBuilder();
                for (; i < text.Length && !char.IsWhiteSpace(text[i]); i++)
                {
                    word.Append(text[i]);
                }

                words.Add((word.ToString(), false));
            }
        }

        return new FaultWords(words);
    }

    public string Take(string what) => _next < _words.Count ? _words[_next++].Text : throw new FormatException($"It ends where {what} is expected.");

    public string TakeUnquoted(string what) => _next < _words.Count && _words[_next].IsQuoted
        ? throw new FormatException($"A text in quotes stands where {what} is expected.")
        : Take(what);

    public bool TryTake(string word) => Taken(Unquoted is { } next && string.Equals(next, word, StringComparison.Ordinal));

    /// <summary>A text in quotes.</summary>
    public string? TryTakeText() => _next < _words.Count && _words[_next].IsQuoted ? _words[_next++].Text : null;

    /// <summary>A media type, in quotes or not.</summary>
    public string? TryTakeMediaType() => _next < _words.Count && _words[_next].Text.Contains('/') ? _words[_next++].Text : null;

    public string? TryTakeDigits() => Unquoted is { } next && next.All(char.IsAsciiDigit) ? _words[_next++].Text : null;

    public bool TryTakeNumber(char? prefix, out int number)
    {
        number = 0;
        return Taken(Unquoted is { } next
            && (prefix is null || next[0] == prefix)
            && int.TryParse(next.AsSpan(prefix is null ? 0 : 1), NumberStyles.None, CultureInfo.InvariantCulture, out number));
    }

    public int TakeNumber(string what) => TryTakeNumber(null, out var number) ? number : throw Unexpected(what);

    public bool TryTakePercent(out double percent)
    {
        percent = 100;
        return Taken(Unquoted is [.. var number, '%']
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out percent)
            && percent <= 100);
    }

    public bool TryTakeDuration(out TimeSpan duration)
    {
        duration = default;
        return Taken(Unquoted is { } next && FaultText.TryReadDuration(next, out duration));
    }

    public TimeSpan TakeDuration() => TryTakeDuration(out var duration) ? duration : throw Unexpected("a time like 250ms, 2s, 10m or 1h");

    public void ExpectEnd()
    {
        if (_next < _words.Count)
        {
            throw new FormatException($"'{_words[_next].Text}' is not understood there.");
        }
    }

    private string? Unquoted => _next < _words.Count && !_words[_next].IsQuoted ? _words[_next].Text : null;

    private bool Taken(bool matches)
    {
        _next += matches ? 1 : 0;
        return matches;
    }

    private FormatException Unexpected(string what) => _next < _words.Count
        ? new FormatException($"'{_words[_next].Text}' stands where {what} is expected.")
        : new FormatException($"It ends where {what} is expected.");
}
