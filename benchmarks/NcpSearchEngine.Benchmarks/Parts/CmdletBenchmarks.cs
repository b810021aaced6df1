using BenchmarkDotNet.Attributes;
using NcpSearchEngine.Benchmarks.Hosting;
using NcpSearchEngine.Benchmarks.Service;

namespace NcpSearchEngine.Benchmarks.Parts;

/// <summary>One call of the cmdlet over loopback HTTP, engine and pipeline included.</summary>
[MemoryDiagnoser]
public class CmdletBenchmarks
{
    private ServerProcess _server = null!;
    private Engine _engine = null!;

    [GlobalSetup]
    public void Connect()
    {
        _server = new ServerProcess((8, 0));
        _engine = Engine.Connected(_server.Endpoint(8, 0), ServerProcess.AccessKey, ServerProcess.SecretKey);
    }

    [GlobalCleanup]
    public void Disconnect()
    {
        _engine.Dispose();
        _server.Dispose();
    }

    [Benchmark(Baseline = true)]
    public int EmptyCommand() => _engine.Run("Out-Null").Count;

    [Benchmark]
    public int Get() => _engine.Run("Get-NcpRollingUpgradeProgress 3427188").Count;

    [Benchmark]
    public int GetSummary() => _engine.Run("Get-NcpRollingUpgradeProgress 3427188 -Summary").Count;
}
