using System.Diagnostics;
using System.Globalization;
using NcpSearchEngine.Benchmarks.Hosting;

namespace NcpSearchEngine.Benchmarks.Service;

/// <summary>A server in a process of its own, so that its work is not counted as the client's.</summary>
internal sealed class ServerProcess : IDisposable
{
    internal const string AccessKey = "FAKEACCESSKEY0000000";
    internal const string SecretKey = "FAKESECRETKEY00000000000000000000000000A";

    private readonly Process _process;
    private readonly Dictionary<(int Nodes, int DelayMs), Uri> _endpoints = [];

    internal ServerProcess(params (int Nodes, int DelayMs)[] answers)
    {
        _process = ThisProgram.Start(["serve", .. answers.Select(static answer => string.Create(CultureInfo.InvariantCulture, $"{answer.Nodes}:{answer.DelayMs}"))]);
        foreach (var answer in answers)
        {
            _endpoints[answer] = new Uri($"http://127.0.0.1:{_process.StandardOutput.ReadLine()}");
        }
    }

    /// <summary>Processor time that the server has used so far.</summary>
    internal TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    internal Uri Endpoint(int nodes, int delayMs) => _endpoints[(nodes, delayMs)];

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
