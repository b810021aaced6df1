using System.Diagnostics;
using System.Text;

namespace NcpSearchEngine.Package.Tests;

/// <summary>A script in the real PowerShell engine, in a process of its own.</summary>
internal static class ScriptRun
{
    /// <summary>Plays a script that lies beside the tests, and gives back the facts that it writes, <c>name=value</c>.</summary>
    internal static async Task<ILookup<string, string>> PlayAsync(string script, IReadOnlyDictionary<string, string?> environment, params string[] parameters)
    {
        ProcessStartInfo start = new("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "NcpSearchEngine.ScriptHost.dll"), Path.Combine(AppContext.BaseDirectory, script), .. parameters];
        Array.ForEach(arguments, start.ArgumentList.Add);
        foreach ((string name, string? value) in environment)
        {
            start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{await errors}\n{output}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(static line => line.TrimEnd('\r').Split('=', 2)).ToLookup(static fact => fact[0], static fact => fact[1]);
    }
}
