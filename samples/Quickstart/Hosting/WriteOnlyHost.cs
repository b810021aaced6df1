using System.Globalization;
using System.Management.Automation.Host;

namespace NcpSearchEngine.Hosting;

/// <summary>A PowerShell host that shows and never asks.</summary>
internal sealed class WriteOnlyHost(WriteOnlyInterface ui, CultureInfo culture) : PSHost
{
    public override string Name => "NcpSearchEngine sample host";

    public override Version Version { get; } = new(1, 0);

    public override Guid InstanceId { get; } = Guid.NewGuid();

    public override CultureInfo CurrentCulture => culture;

    public override CultureInfo CurrentUICulture => culture;

    public override PSHostUserInterface UI => ui;

    public override void EnterNestedPrompt() => throw new NotSupportedException();

    public override void ExitNestedPrompt() => throw new NotSupportedException();

    public override void NotifyBeginApplication()
    {
    }

    public override void NotifyEndApplication()
    {
    }

    public override void SetShouldExit(int exitCode)
    {
    }
}
