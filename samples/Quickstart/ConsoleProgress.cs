using System.Globalization;
using System.Management.Automation;

namespace NcpSearchEngine.Hosting;

/// <summary>Progress records as bars below everything else that is written.</summary>
internal sealed class ConsoleProgress(int width)
{
    private const int BarWidth = 10;

    private readonly SortedDictionary<int, ProgressRecord> _records = [];
    private int _drawnLines;

    internal void Take(ProgressRecord record)
    {
        Hide();
        if (record.RecordType == ProgressRecordType.Completed)
        {
            _records.Remove(record.ActivityId);
        }
        else
        {
            _records[record.ActivityId] = record;
        }

        Draw();
    }

    /// <summary>Makes room for other output.</summary>
    internal void Hide()
    {
        if (_drawnLines > 0)
        {
            Console.Write($"\u001b[{_drawnLines}A\u001b[J");
            _drawnLines = 0;
        }
    }

    internal void Draw()
    {
        foreach (ProgressRecord record in _records.Values)
        {
            Console.WriteLine(Line(record));
            _drawnLines++;
        }
    }

    private string Line(ProgressRecord record)
    {
        int filled = Math.Max(0, record.PercentComplete) * BarWidth / 100;
        string bar = new string('█', filled) + new string('░', BarWidth - filled);
        string left = record.SecondsRemaining < 0 ? string.Empty : TimeSpan.FromSeconds(record.SecondsRemaining).ToString(@"\ h\:mm\:ss", CultureInfo.InvariantCulture);
        string line = $"{(record.ParentActivityId < 0 ? "" : "  ")}{record.Activity} {bar}{left} {record.StatusDescription}";
        return line.Length < width ? line : line[..(width - 1)];
    }
}
