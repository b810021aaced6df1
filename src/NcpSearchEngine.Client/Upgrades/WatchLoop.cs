using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace NcpSearchEngine.Client;

/// <summary>One loop for all clusters of a wait: begins readings, takes their answers, and tells what happened.</summary>
#pragma warning disable CA1001 // The semaphore has nothing to free, and readings that are just being cancelled still use it.
internal sealed class WatchLoop(ClusterWatch[] watches, RollingUpgradeWatchOptions options)
#pragma warning restore CA1001
{
    /// <summary>A reading with the one that proves it takes no longer than so many requests may, so that none holds a place of the throttle for long.</summary>
    private const int ReadingFactor = 3;

    private readonly TimeProvider _timeProvider = watches.Length == 0 ? TimeProvider.System : watches[0].View.Target.Client.TimeProvider;
    private readonly PollSchedule _schedule = new(watches);
    private readonly PollPace _pace = new(options.PollInterval);
    private readonly ConcurrentQueue<Answer> _answers = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly List<RollingUpgradeEvent> _events = [];
    private int _inFlight;
    private int _waiting = watches.Length;
    private bool _anyCompleted;

    private bool IsEnough => options.Any && _anyCompleted;

    internal async IAsyncEnumerable<RollingUpgradeEvent> RunAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource readings = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using ITimer alarm = _timeProvider.CreateTimer(_ => _wake.Release(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        long began = _timeProvider.GetTimestamp();
        TimeSpan nextTick = options.TickInterval;
        try
        {
            while (_waiting > 0)
            {
                TimeSpan now = _timeProvider.GetElapsedTime(began);
                TakeAnswers(now);
                if (IsEnough)
                {
                    DropOthers();
                }
                else if (IsTimeUp(now))
                {
                    TimeOut();
                }
                else
                {
                    BeginReadings(now, readings.Token);
                }

                if (options.TickInterval > TimeSpan.Zero && now >= nextTick)
                {
                    nextTick = now + options.TickInterval;
                    _events.Add(new RollingUpgradeEvent(RollingUpgradeEventKind.Tick));
                }

                // By index: the consumer may take its time, but nothing is added meanwhile.
                for (int i = 0; i < _events.Count; i++)
                {
                    yield return _events[i];
                }

                if (_events.Count > 0)
                {
                    _events.Clear();
                    continue;
                }

                alarm.Change(UntilNext(now, nextTick), Timeout.InfiniteTimeSpan);
                await _wake.WaitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            readings.Cancel();
        }
    }

    private bool IsTimeUp(TimeSpan now) => options.Timeout > TimeSpan.Zero && now >= options.Timeout;

    /// <summary>How long there is nothing to do unless an answer comes.</summary>
    private TimeSpan UntilNext(TimeSpan now, TimeSpan nextTick)
    {
        TimeSpan next = TimeSpan.FromDays(1);
        next = _inFlight < options.ThrottleLimit && _schedule.NextDueAt - now is { } due && due < next ? due : next;
        next = options.Timeout > TimeSpan.Zero && options.Timeout - now < next ? options.Timeout - now : next;
        next = options.TickInterval > TimeSpan.Zero && nextTick - now < next ? nextTick - now : next;

        // Timers count whole milliseconds; rounded up, so that what is due then is due.
        return TimeSpan.FromMilliseconds(Math.Ceiling(Math.Max(0, next.TotalMilliseconds)));
    }

    private void BeginReadings(TimeSpan now, CancellationToken cancellationToken)
    {
        while (_inFlight < options.ThrottleLimit && _schedule.TryTake(now, out int index, out TimeSpan lateBy))
        {
            if (watches[index].LastStartAt > TimeSpan.Zero)
            {
                Note(_pace.Began(lateBy, options.ThrottleLimit));
            }

            watches[index].LastStartAt = now;
            _inFlight++;
            _ = ReadAsync(index, cancellationToken);
        }
    }

    private async Task ReadAsync(int index, CancellationToken cancellationToken)
    {
        ClusterWatch watch = watches[index];
        SearchEngineClient client = watch.View.Target.Client;
        using (CancellationTokenSource limit = _timeProvider.CreateCancellationTokenSource(TimeSpan.FromTicks(client.RequestTimeout.Ticks * ReadingFactor)))
        using (CancellationTokenSource linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken))
        {
            Answer answer;
            try
            {
                answer = new Answer(index, await watch.ReadAsync(linked.Token).ConfigureAwait(false), Failure: null, Defect: null);
            }
            catch (NcpSearchEngineException failure)
            {
                answer = new Answer(index, Response: null, failure, Defect: null);
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The wait is over.
                return;
            }
            catch (OperationCanceledException exception)
            {
                answer = new Answer(index, Response: null, client.TooLong("getRollingUpgradeProgress", exception), Defect: null);
            }
#pragma warning disable CA1031 // A defect of ours must end the wait where it is awaited, not vanish here.
            catch (Exception defect)
#pragma warning restore CA1031
            {
                answer = new Answer(index, Response: null, Failure: null, ExceptionDispatchInfo.Capture(defect));
            }

            _answers.Enqueue(answer);
        }

        _wake.Release();
    }

    private void TakeAnswers(TimeSpan now)
    {
        while (!IsEnough && _answers.TryDequeue(out Answer? answer))
        {
            answer.Defect?.Throw();
            _inFlight--;
            ClusterWatch watch = watches[answer.Index];
            if (answer.Response is { } response)
            {
                Note(_pace.Succeeded(now));
                watch.Observe(response, now, _timeProvider.GetUtcNow(), _events);
            }
            else
            {
                Note(answer.Failure!.ErrorId == NcpErrorId.Throttled ? _pace.Throttled(now, (answer.Failure as NcpApiException)?.RetryAfter) : null);
                watch.ObserveFailure(answer.Failure, now, _events);
            }

            Continue(answer.Index, watch);
        }
    }

    private void Continue(int index, ClusterWatch watch)
    {
        if (watch.IsOver)
        {
            _waiting--;
            _anyCompleted |= watch.View.Outcome == WatchOutcome.Completed;
            return;
        }

        _schedule.Return(index, _pace.Interval);
    }

    private void TimeOut()
    {
        foreach (ClusterWatch watch in watches.Where(static watch => !watch.IsOver))
        {
            watch.TimeOut(_timeProvider.GetUtcNow(), _events);
        }

        _waiting = 0;
    }

    private void DropOthers()
    {
        foreach (ClusterWatch watch in watches.Where(static watch => !watch.IsOver))
        {
            watch.Drop();
        }

        _waiting = 0;
    }

    private void Note(string? message)
    {
        if (message is not null)
        {
            _events.Add(new RollingUpgradeEvent(RollingUpgradeEventKind.Note, message: message));
        }
    }

    private sealed record Answer(int Index, ServiceResponse<RollingUpgrade>? Response, NcpSearchEngineException? Failure, ExceptionDispatchInfo? Defect);
}
