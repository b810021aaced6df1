using System.Diagnostics;
using System.Globalization;
using NcpSearchEngine.Benchmarks.Hosting;
using NcpSearchEngine.Benchmarks.Service;

namespace NcpSearchEngine.Benchmarks.Comparison;

/// <summary>In a real pwsh: the script that one would write today with Invoke-RestMethod, against the module; and the import.</summary>
internal sealed class ScriptOfToday(string pwsh)
{
    /// <summary>In place of a path: PowerShell as this repository's own tool.</summary>
    internal const string Tool = "dotnet";

    internal IEnumerable<Row> Measure(int rounds, Uri endpoint)
    {
        int fewer = Math.Clamp(rounds / 6, 2, 5);
        yield return Row.Of(
            "Import-Module in a fresh pwsh, against an empty module",
            Pair.Interleave(Math.Clamp(rounds / 2, 2, 15), 1, () => Run("import", Repository.Module), () => Run("import", Repository.EmptyModule)),
            "ms",
            budget: 1.3);
        yield return Compare("32 clusters, 30 ms, one at a time, against a loop of Invoke-RestMethod", fewer, endpoint, 32, 1, "serial");
        yield return Compare("160 clusters, 30 ms, 16 at a time, against ForEach-Object -Parallel of Invoke-RestMethod", fewer, endpoint, 160, 16, "parallel");
    }

    private Row Compare(string what, int rounds, Uri endpoint, int clusters, int throttle, string way) => Row.Of(
        what,
        Pair.Interleave(
            rounds,
            warmUps: 0,
            () => Run("module", Repository.Module, endpoint, clusters, throttle),
            () => Run(way, Repository.Module, endpoint, clusters, throttle)),
        "ms");

    private double Run(string way, string module, Uri? endpoint = null, int clusters = 0, int throttle = 1)
    {
        ProcessStartInfo start = new(pwsh)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            WorkingDirectory = Repository.Root,
            Environment = { ["NCLOUD_ACCESS_KEY_ID"] = ServerProcess.AccessKey, ["NCLOUD_SECRET_ACCESS_KEY"] = ServerProcess.SecretKey },
        };
        foreach (string argument in (string[])
        [
            .. pwsh == Tool ? ["pwsh"] : Array.Empty<string>(),
            "-NoProfile", "-NonInteractive", "-File", Path.Combine(AppContext.BaseDirectory, "today.ps1"),
            "-Way", way, "-Module", module, "-Endpoint", endpoint?.GetLeftPart(UriPartial.Authority) ?? "none",
            "-Clusters", clusters.ToString(CultureInfo.InvariantCulture), "-ThrottleLimit", throttle.ToString(CultureInfo.InvariantCulture),
        ])
        {
            start.ArgumentList.Add(argument);
        }

        return ThisProgram.Measure(Process.Start(start)!)[0];
    }
}
