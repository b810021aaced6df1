using System.Text;

namespace NcpSearchEngine.Emulator;

/// <summary>A cluster whose progress is a recorded answer, byte for byte; or several, one after the other, the last one again and again.</summary>
public sealed class ReplayCluster : EmulatedCluster
{
    private Tape _tape;

    /// <summary>A cluster that answers with this text.</summary>
    public ReplayCluster(string no, string body)
        : this(no, [body])
    {
    }

    /// <summary>A cluster that answers with these texts, one after the other.</summary>
    public ReplayCluster(string no, params IReadOnlyList<string> bodies)
        : this(no, Bytes(bodies))
    {
    }

    /// <summary>A cluster that answers with these bytes, one body after the other.</summary>
    public ReplayCluster(string no, params IReadOnlyList<ReadOnlyMemory<byte>> bodies)
        : base(no, RecordedProgress.NameIn(First(bodies)) ?? "cluster-" + no) => _tape = new Tape(bodies);

    /// <inheritdoc/>
    public override string Kind => "replay";

    /// <summary>Replaces what is answered from now on; the first of them comes next.</summary>
    public void Replay(params IReadOnlyList<string> bodies) => Replay(Bytes(bodies));

    /// <summary>Replaces what is answered from now on; the first of them comes next.</summary>
    public void Replay(params IReadOnlyList<ReadOnlyMemory<byte>> bodies)
    {
        First(bodies);
        Volatile.Write(ref _tape, new Tape(bodies));
    }

    /// <inheritdoc/>
    public override ClusterState ReadState() => RecordedProgress.StateIn(Volatile.Read(ref _tape).Current);

    internal override ValueTask<EmulatedAnswer?> AnswerAsync(EmulatedRequestContext request) =>
        new(request.Operation == OperationNames.Progress ? new EmulatedAnswer { Body = Volatile.Read(ref _tape).Next() } : null);

    private static ReadOnlyMemory<byte>[] Bytes(IReadOnlyList<string> bodies) =>
        [.. bodies.Select(body => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(body)))];

    private static ReadOnlyMemory<byte> First(IReadOnlyList<ReadOnlyMemory<byte>> bodies) =>
        bodies.Count > 0 ? bodies[0] : throw new ArgumentException("There must be at least one answer to replay.", nameof(bodies));

    private sealed class Tape(IReadOnlyList<ReadOnlyMemory<byte>> bodies)
    {
        private int _played;

        /// <summary>The body answered last; the first one before that.</summary>
        public ReadOnlyMemory<byte> Current => bodies[Math.Max(0, Volatile.Read(ref _played) - 1)];

        public ReadOnlyMemory<byte> Next()
        {
            while (true)
            {
                var played = Volatile.Read(ref _played);
                if (played == bodies.Count)
                {
                    return bodies[^1];
                }

                if (Interlocked.CompareExchange(ref _played, played + 1, played) == played)
                {
                    return bodies[played];
                }
            }
        }
    }
}
