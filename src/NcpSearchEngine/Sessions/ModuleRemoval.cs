using System.Management.Automation;

namespace NcpSearchEngine.Sessions;

/// <summary>Closes this runspace's sessions when the module is removed from it.</summary>
public sealed class ModuleRemoval : IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => SessionStore.Current?.CloseAll();
}
