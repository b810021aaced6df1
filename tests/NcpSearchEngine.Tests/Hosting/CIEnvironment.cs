using System.Runtime.CompilerServices;

namespace NcpSearchEngine.Tests.Hosting;

/// <summary>The tests see what a person sees in a shell, also where they run on a CI host themselves.</summary>
internal static class CIEnvironment
{
    internal static readonly string[] Names = ["GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT", "TF_BUILD", "AGENT_TEMPDIRECTORY"];

#pragma warning disable CA2255 // Before any test, whichever comes first.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Leave()
    {
        foreach (string name in Names)
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }
}
