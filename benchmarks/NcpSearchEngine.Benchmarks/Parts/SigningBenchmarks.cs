using System.Text;
using BenchmarkDotNet.Attributes;
using NcpSearchEngine.Benchmarks.Service;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Benchmarks.Parts;

/// <summary>Signing one request.</summary>
[MemoryDiagnoser]
public class SigningBenchmarks
{
    private readonly byte[] _secretKey = Encoding.UTF8.GetBytes(ServerProcess.SecretKey);

    [Benchmark]
    public string Signature() =>
        RequestSignature.Compute("POST", "/api/v2/cluster/getRollingUpgradeProgress", 1_700_000_000_000, ServerProcess.AccessKey, _secretKey);
}
