namespace NcpSearchEngine.Package.Tests;

/// <summary>The unpacked package at work, each time in a process that nothing of it was in before.</summary>
public sealed class InstalledModuleTests
{
    [Theory]
    [InlineData("net8.0", ".NETCoreApp,Version=v8.0")]
    [InlineData("netstandard2.0", ".NETStandard,Version=v2.0")]
    public async Task It_works_from_a_path_with_spaces_and_Korean_letters(string build, string framework)
    {
        using InstalledModule module = new(build);

        ILookup<string, string> facts = await module.UseAsync();

        AssertWorks(facts, module, build, framework);
    }

    [Theory]
    [InlineData("net8.0", ".NETCoreApp,Version=v8.0")]
    [InlineData("netstandard2.0", ".NETStandard,Version=v2.0")]
    public async Task It_works_where_others_have_loaded_their_versions_of_shared_assemblies_first(string build, string framework)
    {
        using InstalledModule module = new(build);
        string[] foreign = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "foreign"), "*.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

        // A process of .NET has room for one version of a name beside the host's own, and takes a newer one for an older: the newest comes first.
        string[] beside = [.. foreign.Where(static file => Path.GetFileName(file) is "Microsoft.Bcl.AsyncInterfaces.dll" or "Microsoft.Bcl.TimeProvider.dll")
            .GroupBy(Path.GetFileName).Select(static versions => versions.MaxBy(static file => Version.Parse(Path.GetFileName(Path.GetDirectoryName(file)!)))!)];
        ILookup<string, string> facts = await module.UseAsync(beside, foreign);

        Assert.Equal([.. beside, .. foreign], facts["first"]);
        Assert.Equal(9, foreign.Length);
        AssertWorks(facts, module, build, framework);
    }

    [Fact]
    public async Task The_build_for_Windows_PowerShell_finds_its_neighbours_while_it_is_imported_and_only_for_itself()
    {
        using InstalledModule module = new("netstandard2.0");
        string folder = Path.Combine(module.Folder, "bin", "netstandard2.0");

        ILookup<string, string> facts = await ScriptRun.PlayAsync(
            "own-assemblies.ps1",
            new Dictionary<string, string?>(),
            "-Module", Path.Combine(folder, "NcpSearchEngine.dll"),
            "-Elsewhere", Path.Combine(module.Folder, "NcpSearchEngine.dll"));

        Assert.Equal(["FileNotFoundException"], facts["removed"]);
        Assert.Equal([Path.Combine(folder, "NcpSearchEngine.Client.dll")], facts["imported"]);
        Assert.Equal(["FileNotFoundException"], facts["others"]);
        Assert.Equal([Path.Combine(folder, "Microsoft.Bcl.TimeProvider.dll")], facts["neighbour"]);
    }

    private static void AssertWorks(ILookup<string, string> facts, InstalledModule module, string build, string framework)
    {
        Assert.Equal([module.Folder], facts["module"]);
        Assert.Equal([Package.Version], facts["version"]);
        Assert.Equal(
            [Path.Combine(module.Folder, "bin", build, "NcpSearchEngine.Client.dll"), Path.Combine(module.Folder, "bin", build, "NcpSearchEngine.dll")],
            facts["assembly"].Order(StringComparer.Ordinal));
        Assert.Equal([framework, framework], facts["framework"]);
        Assert.Equal(8, facts["node"].Count());
        Assert.Single(facts["node"], static node => node.EndsWith(" Completed", StringComparison.Ordinal));
        Assert.Equal(["back-to-running Completed 100"], facts["waited"]);
        Assert.Contains("2150", facts["target"]);
        Assert.Equal(["InvalidServiceGroupInstanceNo,NcpSearchEngine.Commands.GetNcpRollingUpgradeProgressCommand"], facts["error"]);
        Assert.Equal(["True"], facts["removed"]);
    }
}
