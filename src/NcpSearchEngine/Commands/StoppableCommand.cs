namespace NcpSearchEngine.Commands;

/// <summary>A cmdlet that sends requests: Ctrl+C and the end of the pipeline cancel what is in flight.</summary>
public abstract class StoppableCommand : SessionCommand, IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    private protected CancellationToken Stop => _stop.Token;

    /// <summary>Cancels what is in flight. <c>| Select-Object -First 1</c> calls nothing else.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Frees what the command holds.</summary>
    /// <param name="disposing">Whether it is called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Cancel();
            _stop.Dispose();
        }
    }

    /// <summary>Waits on the pipeline thread, on the token and never on the request alone, so that Ctrl+C is immediate.</summary>
    /// <exception cref="OperationCanceledException">The command is to stop.</exception>
    private protected T Await<T>(Task<T> task)
    {
        Await((Task)task);
        return task.GetAwaiter().GetResult();
    }

    /// <inheritdoc cref="Await{T}"/>
    private protected void Await(Task task)
    {
        try
        {
            task.Wait(Stop);
        }
        catch (AggregateException)
        {
            // Thrown below as it is.
        }

        task.GetAwaiter().GetResult();
    }

    /// <summary>Goes on to the next item; false after the last. Waits likewise.</summary>
    /// <exception cref="OperationCanceledException">The command is to stop.</exception>
    private protected bool Next<T>(IAsyncEnumerator<T> items)
    {
        ValueTask<bool> next = items.MoveNextAsync();
        return next.IsCompleted ? next.GetAwaiter().GetResult() : Await(next.AsTask());
    }

    /// <inheritdoc/>
    protected override void StopProcessing()
    {
        try
        {
            _stop.Cancel();
        }
        catch (ObjectDisposedException)
        {
            // The pipeline ended while it was being stopped.
        }
    }
}
