using System.Management.Automation;

namespace NcpSearchEngine.Hosting;

/// <summary>Shows everything on the console of this process.</summary>
internal sealed class ConsoleInterface : WriteOnlyInterface
{
    private const int DefaultWidth = 80;

    private readonly ConsoleProgress? _progress;

    internal ConsoleInterface()
        : base(Width()) => _progress = Console.IsOutputRedirected ? null : new ConsoleProgress(Width());

    public override bool SupportsVirtualTerminal => !Console.IsOutputRedirected;

    public override void Write(string value)
    {
        _progress?.Hide();
        Console.Write(GetOutputString(value, SupportsVirtualTerminal));
        _progress?.Draw();
    }

    public override void WriteProgress(long sourceId, ProgressRecord record) => _progress?.Take(record);

    private static int Width() => Console.IsOutputRedirected || Console.WindowWidth < DefaultWidth ? DefaultWidth : Console.WindowWidth;
}
