using System.Diagnostics;
using System.Text.Json;
using NcpSearchEngine.Benchmarks.Hosting;

namespace NcpSearchEngine.Benchmarks.Soak;

/// <summary>The emulator in a process of its own, so that its memory is not counted as the module's.</summary>
internal sealed class EmulatorProcess : IDisposable
{
    private const string ListensOn = "The emulator listens on ";

    private readonly HttpClient _administration;
    private readonly Process _process;

    internal EmulatorProcess(params string[] arguments)
    {
        // Built as this program is: bin/Release/net10.0 here as there.
        string[] build = AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^2..];
        string emulator = Path.Combine(Repository.Root, "src", "NcpSearchEngine.Emulator", "bin", build[0], build[1], "NcpSearchEngine.Emulator.dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [emulator, "--port", "0", "--quiet", .. arguments]) { RedirectStandardOutput = true })!;
        string start = _process.StandardOutput.ReadLine()!;
        Endpoint = new Uri(start[ListensOn.Length..start.IndexOf(';', StringComparison.Ordinal)]);
        _ = _process.StandardOutput.ReadToEndAsync();
        _administration = new HttpClient { BaseAddress = Endpoint };
    }

    internal Uri Endpoint { get; }

    /// <summary>How many requests it has received.</summary>
    internal long Requests
    {
        get
        {
            using HttpResponseMessage response = _administration.Send(new HttpRequestMessage(HttpMethod.Get, "/_emulator/requests?last=0"));
            using JsonDocument answer = JsonDocument.Parse(response.Content.ReadAsStream());
            return answer.RootElement.GetProperty("count").GetInt64();
        }
    }

    public void Dispose()
    {
        _administration.Dispose();
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }
}
