namespace NcpSearchEngine.Tests.Hosting;

/// <summary>The module as it is installed, which is what the tests import.</summary>
internal static class ModuleFolder
{
    /// <summary>Whether the build for PowerShell 7 is tested, not the one for Windows PowerShell.</summary>
    internal const bool IsForPowerShell7 = true;

    internal static string Path { get; } = System.IO.Path.Combine(Checkout.Root, "output", "NcpSearchEngine");
}
