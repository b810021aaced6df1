using System.Globalization;
using System.Management.Automation.Host;

namespace NcpSearchEngine.Hosts;

/// <summary>The UI culture in which a cmdlet speaks: the host's, unless another was chosen for its thread, as <c>[cultureinfo]::CurrentUICulture = 'en-US'</c> does.</summary>
/// <remarks>A host expects its own culture on the thread of a pipeline. Windows PowerShell sets it there; PowerShell 7 leaves the thread with that of the process.</remarks>
internal static class HostCulture
{
    private static CultureInfo? _userDefault;

    internal static CultureInfo UICultureOf(PSHost host)
    {
        CultureInfo ofHost = host.CurrentUICulture, ofThread = CultureInfo.CurrentUICulture;
        return ofThread.Name == ofHost.Name || ofThread.Name == ProcessDefault.Name ? ofHost : ofThread;
    }

    /// <summary>What a thread has for which nobody chose a culture; only such a thread knows.</summary>
    private static CultureInfo ProcessDefault =>
        CultureInfo.DefaultThreadCurrentUICulture ?? LazyInitializer.EnsureInitialized(ref _userDefault, static () =>
        {
            CultureInfo? culture = null;
            Thread thread = new(() => culture = CultureInfo.CurrentUICulture);
            bool wasSuppressed = ExecutionContext.IsFlowSuppressed();
            AsyncFlowControl? flow = wasSuppressed ? null : ExecutionContext.SuppressFlow();
            thread.Start();
            flow?.Undo();
            thread.Join();
            return culture!;
        })!;
}
