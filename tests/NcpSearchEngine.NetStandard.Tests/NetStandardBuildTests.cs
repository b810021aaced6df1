using System.Reflection;
using System.Runtime.Versioning;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>All else in this process says something of the build for Windows PowerShell only because of this.</summary>
public sealed class NetStandardBuildTests
{
    [Theory]
    [InlineData("NcpSearchEngine")]
    [InlineData("NcpSearchEngine.Client")]
    public void The_build_under_test_is_the_one_for_Windows_PowerShell(string name)
    {
        using Shell shell = new();
        Assembly loaded = AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == name);

        Assert.Equal(".NETStandard,Version=v2.0", loaded.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName);
        Assert.Equal(Path.Combine(ModuleFolder.Path, "bin", "netstandard2.0", name + ".dll"), loaded.Location);
        Assert.StartsWith(AppContext.BaseDirectory, loaded.Location, StringComparison.Ordinal);
    }
}
