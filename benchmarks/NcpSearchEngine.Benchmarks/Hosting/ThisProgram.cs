using System.Diagnostics;

namespace NcpSearchEngine.Benchmarks.Hosting;

/// <summary>Starts this program again: a fresh process.</summary>
internal static class ThisProgram
{
    internal static Process Start(params string[] arguments)
    {
        string program = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return Process.Start(new ProcessStartInfo(program, isHost ? [typeof(ThisProgram).Assembly.Location, .. arguments] : arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    /// <summary>Runs it to its end and gives back the numbers that it prints, one a line.</summary>
    internal static double[] Measure(params string[] arguments) => Measure(Start(arguments));

    internal static double[] Measure(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            string output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0
                ? [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(static line => double.Parse(line, System.Globalization.CultureInfo.InvariantCulture))]
                : throw new InvalidOperationException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ended with {process.ExitCode}: {output}");
        }
    }
}
