namespace NcpSearchEngine.Emulator;

/// <summary>
/// A cluster that a test plays itself. The script is asked for every operation on the cluster; where it returns null, the service answers from
/// <see cref="State"/>. A string is an answer: it is taken for the JSON of one.
/// </summary>
public sealed class DelegateCluster : EmulatedCluster
{
    private readonly Func<EmulatedRequestContext, ValueTask<EmulatedAnswer?>> _script;

    /// <summary>A cluster with a script that answers at once.</summary>
    public DelegateCluster(string no, Func<EmulatedRequestContext, EmulatedAnswer?> script)
        : this(no, request => new ValueTask<EmulatedAnswer?>(script(request)))
    {
    }

    /// <summary>A cluster with a script that takes its time.</summary>
    public DelegateCluster(string no, Func<EmulatedRequestContext, ValueTask<EmulatedAnswer?>> script, string? name = null)
        : base(no, name ?? "cluster-" + no) => _script = script;

    /// <inheritdoc/>
    public override string Kind => "script";

    /// <summary>The cluster as the operations see it that the script leaves to the service.</summary>
    public ClusterState State { get; set; } = new("2150", ClusterStatus.Running, null, []);

    /// <inheritdoc/>
    public override ClusterState ReadState() => State;

    internal override ValueTask<EmulatedAnswer?> AnswerAsync(EmulatedRequestContext request) => _script(request);
}
