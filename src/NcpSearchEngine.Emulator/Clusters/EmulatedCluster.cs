namespace NcpSearchEngine.Emulator;

/// <summary>A cluster that the emulator answers for.</summary>
public abstract class EmulatedCluster
{
    /// <summary>A cluster with this number and name.</summary>
    protected EmulatedCluster(string no, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(no);
        ArgumentNullException.ThrowIfNull(name);
        if (no.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            throw new ArgumentException($"A cluster number consists of digits; '{no}' does not.", nameof(no));
        }

        No = no;
        Name = name;
    }

    /// <summary>The cluster's number, <c>serviceGroupInstanceNo</c>.</summary>
    public string No { get; }

    /// <summary>The cluster's name.</summary>
    public string Name { get; }

    /// <summary>Whether the key has a right to it. Without one it is listed among the disallowed, and no operation finds it.</summary>
    public bool IsAllowed { get; init; } = true;

    /// <summary>In a word or two, what kind of cluster this is; for people.</summary>
    public abstract string Kind { get; }

    /// <summary>The cluster as the service knows it now.</summary>
    public abstract ClusterState ReadState();

    /// <summary>The cluster's own answer, or null for the one that the service makes from its state.</summary>
    internal virtual ValueTask<EmulatedAnswer?> AnswerAsync(EmulatedRequestContext request) => default;

    /// <summary>The cluster enters a catalog; its time begins.</summary>
    internal virtual void Enter(EmulatorClock clock, double speed)
    {
    }
}
