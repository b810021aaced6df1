using NcpSearchEngine.Client;

namespace NcpSearchEngine.Commands;

/// <summary>Keeps several reads in flight and gives their answers back in the order of the questions.</summary>
/// <remarks>Used by the pipeline thread, which waits here on the token and never on a request. Later answers are kept while an earlier one is awaited, up to a window.</remarks>
internal sealed class OrderedReads<T>(int limit, CancellationToken stop) : IDisposable
{
    /// <summary>How many answers are kept per request in flight, so that one slow answer doesn't idle the others and memory stays bounded.</summary>
    private const int WindowFactor = 8;

    private readonly Queue<Read> _reads = new();
    private readonly SemaphoreSlim _changed = new(0);
    private readonly CancellationTokenSource _abandon = CancellationTokenSource.CreateLinkedTokenSource(stop);
    private int _inFlight;
    private volatile bool _anyFatal;

    /// <summary>Whether nothing is awaited and nothing is kept.</summary>
    internal bool IsEmpty => _reads.Count == 0;

    /// <summary>Whether one more read may begin.</summary>
    internal bool HasRoom => Volatile.Read(ref _inFlight) < limit && _reads.Count < limit * WindowFactor;

    /// <summary>Begins a read.</summary>
    internal void Start(string question, NcpSearchEngineSession session, Func<CancellationToken, Task<T>> ask)
    {
        Read read = new(question, session);
        _reads.Enqueue(read);
        Interlocked.Increment(ref _inFlight);
        _ = RunAsync(read, ask);
    }

    /// <summary>Takes the next answer in order, if it is there.</summary>
    internal bool TryTake(out Read read)
    {
        read = IsEmpty ? null! : _reads.Peek();
        return read?.IsDone == true && _reads.Dequeue() == read;
    }

    /// <summary>The first answer, in order, that ends the command.</summary>
    internal Read? FindFatal() => _anyFatal ? _reads.FirstOrDefault(static read => read is { IsDone: true, IsFatal: true }) : null;

    /// <summary>Waits until any answer comes.</summary>
    /// <exception cref="OperationCanceledException">The command is to stop.</exception>
    internal void WaitForChange() => _changed.Wait(stop);

    /// <summary>Sends nothing more and gives back what was received before.</summary>
    internal IEnumerable<Read> Abandon()
    {
        _abandon.Cancel();
        Read[] received = [.. _reads.Where(static read => read.IsDone)];
        _reads.Clear();
        return received;
    }

    public void Dispose()
    {
        _abandon.Cancel();
        _abandon.Dispose();

        // Not _changed: reads that are just being cancelled still signal it.
    }

    private async Task RunAsync(Read read, Func<CancellationToken, Task<T>> ask)
    {
        try
        {
            read.Answer = await ask(_abandon.Token).ConfigureAwait(false);
        }
        catch (NcpSearchEngineException exception)
        {
            read.Failure = exception;
        }
        catch (OperationCanceledException)
        {
            // Nobody waits for it any more.
            return;
        }
#pragma warning disable CA1031 // A defect of ours must end the command on its own thread, not vanish on this one.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            read.Defect = exception;
        }

        read.IsDone = true;
        _anyFatal |= read.IsFatal;
        Interlocked.Decrement(ref _inFlight);
        _changed.Release();
    }

    /// <summary>One question with its answer.</summary>
    internal sealed class Read(string question, NcpSearchEngineSession session)
    {
        private volatile bool _isDone;

        internal string Question => question;

        internal NcpSearchEngineSession Session => session;

        internal T? Answer;

        internal NcpSearchEngineException? Failure;

        internal Exception? Defect;

        internal bool IsFatal => Failure is not null && ErrorRecords.IsTerminating(Failure);

        internal bool IsDone
        {
            get => _isDone;
            set => _isDone = value;
        }
    }
}
