using BenchmarkDotNet.Attributes;
using NcpSearchEngine.Benchmarks.Service;
using NcpSearchEngine.Client;

namespace NcpSearchEngine.Benchmarks.Parts;

/// <summary>One reading without a network: request, signature, answer, rules.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private PrebuiltAnswers _handler = null!;
    private NcpCredential _credential = null!;
    private SearchEngineClient _client = null!;
    private ProgressRecord? _record;

    [Params(8, 100, 10_000)]
    public int Nodes { get; set; }

    [GlobalSetup]
    public void Connect()
    {
        _handler = new PrebuiltAnswers(Nodes);
        _credential = new NcpCredential(ServerProcess.AccessKey, ServerProcess.SecretKey);
        _client = new SearchEngineClient(SearchEngineEndpoint.Resolve(), _credential, new SearchEngineClientOptions { HttpMessageHandler = _handler });
        _record = ProgressEnvelope.Read(AnswerBytes.Body(Nodes))!.Result;
    }

    [GlobalCleanup]
    public void Disconnect()
    {
        _client.Dispose();
        _credential.Dispose();
        _handler.Dispose();
    }

    [Benchmark]
    public async Task<RollingUpgrade> Answer() => (await _client.GetRollingUpgradeProgressAsync("3427188").ConfigureAwait(false)).Value;

    /// <summary>Judges every node and the cluster, of an answer that has been parsed.</summary>
    [Benchmark]
    public RollingUpgrade StateRules() => new("3427188", _record, TimeSpan.FromHours(9));
}
