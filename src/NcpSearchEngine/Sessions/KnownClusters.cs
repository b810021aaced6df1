using System.Runtime.CompilerServices;

namespace NcpSearchEngine.Sessions;

/// <summary>The clusters that a session may touch, remembered for a short while, so that completion need not ask at every key.</summary>
internal sealed class KnownClusters
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromSeconds(60);
    private static readonly ConditionalWeakTable<NcpSearchEngineSession, KnownClusters> _ofSessions = new();

    private readonly object _gate = new();
    private Task<IReadOnlyList<Client.SearchEngineCluster>?>? _reading;
    private long _readAt;

    /// <summary>What is known of a session.</summary>
    internal static KnownClusters Of(NcpSearchEngineSession session) => _ofSessions.GetOrCreateValue(session);

    /// <summary>Gives what is known, or what can be had within a moment of real time; else nothing, while the reading goes on for the next time.</summary>
    internal IReadOnlyList<Client.SearchEngineCluster> Get(NcpSearchEngineSession session, TimeSpan patience)
    {
        Task<IReadOnlyList<Client.SearchEngineCluster>?> reading;
        lock (_gate)
        {
            if (_reading is null || IsOver(_reading, session))
            {
                _reading = Task.Run(() => ReadAsync(session));
            }

            reading = _reading;
        }

        return reading.Wait(patience) ? reading.Result ?? [] : [];
    }

    private bool IsOver(Task<IReadOnlyList<Client.SearchEngineCluster>?> reading, NcpSearchEngineSession session) =>
        reading.IsCompleted && (reading.Result is null || session.TimeProvider.GetElapsedTime(_readAt) >= _lifetime);

    /// <summary>Reads the list; null where that fails, which is nothing that a prompt should tell.</summary>
    private async Task<IReadOnlyList<Client.SearchEngineCluster>?> ReadAsync(NcpSearchEngineSession session)
    {
        if (!session.TryAcquire())
        {
            return null;
        }

        try
        {
            List<Client.SearchEngineCluster> clusters = [];
            await foreach (Client.SearchEngineCluster cluster in session.Client.GetClustersAsync().ConfigureAwait(false))
            {
                if (cluster.IsAllowed)
                {
                    clusters.Add(cluster);
                }
            }

            _readAt = session.TimeProvider.GetTimestamp();
            return clusters;
        }
#pragma warning disable CA1031 // Whatever it is, the command that comes after the prompt will meet and tell it.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
        finally
        {
            session.Release();
        }
    }
}
