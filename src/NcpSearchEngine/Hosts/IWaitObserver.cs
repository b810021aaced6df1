using NcpSearchEngine.Client;

namespace NcpSearchEngine.Hosts;

/// <summary>Is told all that happens in a wait, in order, on the pipeline thread.</summary>
internal interface IWaitObserver
{
    /// <summary>An input that no request is sent for; told before the wait begins.</summary>
    /// <param name="no">What was given as its instance number.</param>
    /// <param name="error">Why.</param>
    void Refuse(string no, NcpSearchEngineException error);

    /// <summary>The whole input is there, and nothing has been asked yet.</summary>
    /// <param name="targets">The clusters that are waited for.</param>
    void Begin(IReadOnlyList<RollingUpgradeTarget> targets);

    /// <summary>Something happened.</summary>
    void Observe(RollingUpgradeEvent happened);

    /// <summary>The wait is over; told once, however it ends, and before an error ends the step.</summary>
    /// <param name="ending">How it ends.</param>
    void End(WaitEnding ending);
}

/// <summary>How a wait ends.</summary>
internal enum WaitEnding
{
    /// <summary>By itself: each cluster has ended, or going on makes no sense.</summary>
    Finished,

    /// <summary>By Ctrl+C or because the pipeline wants no more: nothing can be written to the host or to the pipeline any more.</summary>
    Stopped,
}
