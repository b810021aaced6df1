using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace NcpSearchEngine.Emulator;

/// <summary>An emulator run from the command line, from its start to Ctrl+C.</summary>
internal static class EmulatorRun
{
    private const int Success = 0;
    private const int Failure = 1;

    public static async Task<int> UntilCancelledAsync(EmulatorSettings settings, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        if (!IPAddress.IsLoopback(settings.Options.Address))
        {
            await error.WriteLineAsync($"Warning: {settings.Options.Address} is not a loopback address; whoever reaches it can use this emulator.");
        }

        SearchEngineEmulator emulator;
        try
        {
            emulator = await SearchEngineEmulator.StartAsync(settings.Options, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or SocketException)
        {
            await error.WriteLineAsync(WhyNotListening(settings.Options, exception));
            return Failure;
        }

        await using (emulator)
        {
            emulator.Clusters.AddLiveClusters(settings.Clusters, new LiveUpgradePlan { NodeCount = settings.Nodes });
            foreach (var fault in settings.Faults)
            {
                emulator.Faults.Add(fault);
            }

            if (!settings.IsQuiet)
            {
                emulator.Requests.Answered += record => output.WriteLine(record);
            }

            await output.WriteLineAsync(StartText.Of(emulator, settings));
            await UntilAsync(cancellationToken);
            return Success;
        }
    }

    private static async Task UntilAsync(CancellationToken cancellationToken)
    {
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = cancellationToken.Register(ended.SetResult);
        await ended.Task;
    }

    private static string WhyNotListening(EmulatorOptions options, Exception exception)
    {
        var port = options.Port.ToString(CultureInfo.InvariantCulture);
        return exception.InnerException is AddressInUseException
            ? $"Port {port} is in use. End what listens there, or choose another with --port (--port 0 takes a free one)."
            : $"Can't listen on {options.Address} port {port}: {exception.Message.TrimEnd('.')}. Choose another with --port or --listen.";
    }
}
