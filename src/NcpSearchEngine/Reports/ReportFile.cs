using System.Security;
using NcpSearchEngine.Client;
using NcpSearchEngine.Hosts;

namespace NcpSearchEngine.Reports;

/// <summary>Keeps the file of a report up to date while the wait goes on.</summary>
/// <param name="path">Where the file system has it.</param>
/// <param name="recorder">Keeps what there is to tell; it is told of everything before this is.</param>
/// <param name="warn">Writes a warning.</param>
internal sealed class ReportFile(string path, WaitRecorder recorder, Action<string> warn) : IWaitObserver
{
    /// <summary>A change is written after so long, so that many changes are written together.</summary>
    private static readonly TimeSpan _leastPause = TimeSpan.FromSeconds(5);

    /// <summary>Without a change it is written so often, for the current moment that it shows.</summary>
    private static readonly TimeSpan _refreshInterval = TimeSpan.FromMinutes(1);

    /// <summary>The pipeline thread spends no more than this part of its time on the file.</summary>
    private const int PausesForAWrite = 50;

    private readonly Action<WaitReport, Stream> _write = ReportFormat.Of(path)
        ?? throw ReportPath.Invalid(nameof(ReportTexts.PathWithoutFormat), ServiceText.Clean(path), ReportFormat.Extensions);

    private DateTimeOffset _writtenAt;
    private TimeSpan _pause = _leastPause;
    private int _revision;
    private bool _hasFailed;

    /// <summary>Writes the file for the first time.</summary>
    /// <exception cref="NcpSearchEngineException">ReportPathInvalid: it can't be written.</exception>
    internal void Open()
    {
        try
        {
            string folder = Path.GetDirectoryName(path) ?? string.Empty;
            if (folder.Length > 0 && !Directory.Exists(folder))
            {
                throw ReportPath.Invalid(nameof(ReportTexts.PathWithoutFolder), path, folder);
            }

            Write();
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            throw ReportPath.Invalid(nameof(ReportTexts.PathUnwritable), path, exception.Message.TrimEnd('.'));
        }
    }

    public void Refuse(string no, NcpSearchEngineException error)
    {
        // Written with the beginning of the wait.
    }

    public void Begin(IReadOnlyList<RollingUpgradeTarget> targets) => TryWrite(nameof(ReportTexts.LaterWriteFailed), warn);

    public void Observe(RollingUpgradeEvent happened)
    {
        // A clock that was set back counts as time passed.
        TimeSpan passed = (recorder.Now - _writtenAt).Duration();
        if (passed >= _pause && (passed >= _refreshInterval || recorder.Revision != _revision))
        {
            TryWrite(nameof(ReportTexts.LaterWriteFailed), warn);
        }
    }

    public void End(WaitEnding ending) => TryWrite(nameof(ReportTexts.LastWriteFailed), ending == WaitEnding.Finished ? warn : null);

    private static bool IsOfTheFile(Exception exception) =>
        exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException or SecurityException;

    private void TryWrite(string complaint, Action<string>? complain)
    {
        try
        {
            Write();
            _hasFailed = false;
        }
        catch (Exception exception) when (IsOfTheFile(exception))
        {
            if (!_hasFailed)
            {
                complain?.Invoke(ReportWords.Format(complaint, path, exception.Message.TrimEnd('.')));
            }

            _hasFailed = true;
        }
    }

    private void Write()
    {
        (_writtenAt, _revision) = (recorder.Now, recorder.Revision);
        AtomicFile.Write(path, stream => _write(recorder.Report(), stream));
        TimeSpan pause = TimeSpan.FromTicks((recorder.Now - _writtenAt).Duration().Ticks * PausesForAWrite);
        _pause = pause > _leastPause ? pause : _leastPause;
    }
}
