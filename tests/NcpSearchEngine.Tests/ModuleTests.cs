using System.Management.Automation;
using System.Reflection;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

public sealed class ModuleTests
{
    [Fact]
    public void The_assemblies_under_test_lie_in_the_output_folder()
    {
        using Shell shell = new();
        string[] loaded = [.. AppDomain.CurrentDomain.GetAssemblies()
            .Where(static assembly => assembly.GetName().Name is "NcpSearchEngine" or "NcpSearchEngine.Client")
            .Select(static assembly => assembly.Location)];

        Assert.Equal(2, loaded.Length);
        Assert.All(loaded, static path => Assert.StartsWith(ModuleFolder.Path, path, StringComparison.Ordinal));
        Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, "NcpSearchEngine.dll")));
    }

    [Fact]
    public void The_manifest_exports_every_cmdlet_and_nothing_else()
    {
        using Shell shell = new();

        string[] exported = [.. shell.Run("(Get-Module NcpSearchEngine).ExportedCommands.Keys").Output.Select(static name => name.ToString())];
        string[] cmdlets = [.. Module().GetTypes()
            .Select(static type => type.GetCustomAttribute<CmdletAttribute>())
            .OfType<CmdletAttribute>()
            .Select(static attribute => $"{attribute.VerbName}-{attribute.NounName}")];

        Assert.Equal(cmdlets.Order(), exported.Order());
    }

    [Fact]
    public void Class_names_are_the_tail_of_error_ids_and_follow_the_cmdlet()
    {
        using Shell shell = new();

        Assert.All(
            Module().GetTypes().Where(static type => type.GetCustomAttribute<CmdletAttribute>() is not null),
            static type =>
            {
                CmdletAttribute attribute = type.GetCustomAttribute<CmdletAttribute>()!;
                Assert.Equal($"NcpSearchEngine.Commands.{attribute.VerbName}{attribute.NounName}Command", type.FullName);
            });
    }

    [Fact]
    public void Importing_needs_no_assembly_beyond_PowerShells_own()
    {
        string[] shipped = [.. Directory.GetFiles(Path.Combine(ModuleFolder.Path, "bin", "net8.0"), "*.dll").Select(Path.GetFileName).OfType<string>().Order()];

        Assert.Equal(["NcpSearchEngine.Client.dll", "NcpSearchEngine.dll"], shipped);
    }

    private static Assembly Module() => AppDomain.CurrentDomain.GetAssemblies().Single(static assembly => assembly.GetName().Name == "NcpSearchEngine");
}
