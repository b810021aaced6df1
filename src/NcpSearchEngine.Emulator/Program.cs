using System.CommandLine;
using NcpSearchEngine.Emulator;

return await EmulatorCommand.RunAsync(args, new InvocationConfiguration(), CancellationToken.None);
