using System.Management.Automation;
using System.Text;
using NcpSearchEngine.Hosting;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>Keeps what a person would have seen.</summary>
internal sealed class RecordingInterface(int width, bool hasColor) : WriteOnlyInterface(width)
{
    private readonly Lock _gate = new();
    private readonly StringBuilder _screen = new();
    private readonly List<ProgressRecord> _progress = [];

    public override bool SupportsVirtualTerminal => hasColor;

    /// <summary>All that was written, as lines.</summary>
    internal string Text
    {
        get
        {
            lock (_gate)
            {
                return _screen.ToString().ReplaceLineEndings("\n");
            }
        }
    }

    internal IReadOnlyList<ProgressRecord> Progress
    {
        get
        {
            lock (_gate)
            {
                return [.. _progress];
            }
        }
    }

    public override void Write(string value)
    {
        lock (_gate)
        {
            _screen.Append(GetOutputString(value, hasColor));
        }
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_gate)
        {
            _progress.Add(record);
        }
    }

    internal void Clear()
    {
        lock (_gate)
        {
            _screen.Clear();
            _progress.Clear();
        }
    }
}
