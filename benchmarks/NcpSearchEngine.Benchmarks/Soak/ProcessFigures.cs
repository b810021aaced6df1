using System.Diagnostics;

namespace NcpSearchEngine.Benchmarks.Soak;

/// <summary>What this process holds: managed memory after a full collection, all memory, open handles, threads.</summary>
internal sealed record ProcessFigures(long ManagedBytes, long WorkingSetBytes, int Handles, int Threads)
{
    internal static ProcessFigures Now()
    {
        for (int i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using Process process = Process.GetCurrentProcess();
        int handles = OperatingSystem.IsLinux() ? Directory.GetFiles("/proc/self/fd").Length : process.HandleCount;

        // What was alive in that collection itself: the readings go on meanwhile, and what they allocate since would count otherwise.
        GCMemoryInfo heap = GC.GetGCMemoryInfo(GCKind.FullBlocking);
        return new ProcessFigures(heap.HeapSizeBytes - heap.FragmentedBytes, process.WorkingSet64, handles, process.Threads.Count);
    }

    /// <summary>Whether this is no more than before, but for what is just under way and for the thread pool, which fills up in the first second.</summary>
    internal bool IsFlatSince(ProcessFigures before) =>
        ManagedBytes - before.ManagedBytes < 1024 * 1024 && Handles - before.Handles <= 4 && Threads - before.Threads <= 8;
}
