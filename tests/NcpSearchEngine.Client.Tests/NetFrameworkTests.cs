using System.Diagnostics;
using System.Xml.Linq;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The tests of the client's netstandard2.0 build on .NET Framework, run as the program that they are.</summary>
public class NetFrameworkTests
{
    /// <summary>How many tests there are at least: a run that finds fewer has found the wrong ones.</summary>
    private const int Fewest = 700;

    [Fact]
    public async Task They_pass()
    {
        string? mono = OperatingSystem.IsWindows() ? null : Find("mono");
        Assert.SkipUnless(OperatingSystem.IsWindows() || mono is not null, "Mono is not installed, so nothing was run on .NET Framework (Debian: apt-get install mono-runtime mono-devel).");
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        emulator.Faults.Add($"503/500 x1 on getRollingUpgradeProgress {StandardClusters.Published2024}");
        string program = Path.Combine(AppContext.BaseDirectory, "net472", "NcpSearchEngine.Client.NetFramework.Tests.exe");
        string report = Path.Combine(AppContext.BaseDirectory, "net472.xml");
        File.Delete(report);

        ProcessStartInfo start = new(mono ?? program) { RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [.. mono is null ? Array.Empty<string>() : [program], "-xml", report, "-noLogo", "-noColor"];
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["NCP_EMULATOR_ENDPOINT"] = emulator.Endpoint.ToString();
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        // By the report, not by the exit code: Mono now and then aborts when all is over, in a timer that the runner leaves behind.
        Assert.True(File.Exists(report), output + await errors);
        XElement assembly = XDocument.Load(report).Root!.Elements("assembly").Single();
        TestContext.Current.TestOutputHelper?.WriteLine($"On .NET Framework: {assembly.Attribute("passed")!.Value} passed, {assembly.Attribute("failed")!.Value} failed.");
        Assert.True(assembly.Attribute("failed")!.Value == "0" && assembly.Attribute("errors")!.Value == "0", output);
        Assert.True((int)assembly.Attribute("passed")! >= Fewest, output);
    }

    private static string? Find(string command) => Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists);
}
