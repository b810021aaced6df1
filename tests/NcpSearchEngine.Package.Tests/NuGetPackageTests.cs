namespace NcpSearchEngine.Package.Tests;

/// <summary>The packages for NuGet: the client and the emulator.</summary>
public sealed class NuGetPackageTests
{
    [Fact]
    public void The_client_has_both_builds_its_documentation_and_its_symbols()
    {
        using Package package = Package.Open("NcpSearchEngine.Client");
        using Package symbols = Package.Open("NcpSearchEngine.Client", "snupkg");

        Assert.Equal(
            [
                "README.md",
                "icon.png",
                "lib/net8.0/NcpSearchEngine.Client.dll",
                "lib/net8.0/NcpSearchEngine.Client.xml",
                "lib/net8.0/ko/NcpSearchEngine.Client.resources.dll",
                "lib/netstandard2.0/NcpSearchEngine.Client.dll",
                "lib/netstandard2.0/NcpSearchEngine.Client.xml",
                "lib/netstandard2.0/ko/NcpSearchEngine.Client.resources.dll",
            ],
            package.Files.Order(StringComparer.Ordinal));
        Assert.Equal(
            ["lib/net8.0/NcpSearchEngine.Client.pdb", "lib/netstandard2.0/NcpSearchEngine.Client.pdb"],
            symbols.Files.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_client_brings_nothing_along_on_todays_NET()
    {
        using Package package = Package.Open("NcpSearchEngine.Client");

        var dependencies = package.Nuspec().Descendants().Where(static element => element.Name.LocalName == "dependency")
            .Select(static element => (element.Parent!.Attribute("targetFramework")!.Value, element.Attribute("id")!.Value));

        Assert.Equal([(".NETStandard2.0", "Microsoft.Bcl.TimeProvider"), (".NETStandard2.0", "System.Text.Json")], dependencies.Order());
    }

    [Fact]
    public void The_emulator_is_a_tool()
    {
        using Package package = Package.Open("NcpSearchEngine.Emulator");

        Assert.Equal("DotnetTool", package.Nuspec().Descendants().Single(static element => element.Name.LocalName == "packageType").Attribute("name")!.Value);
        Assert.Contains("""<Command Name="ncp-search-engine-emulator" """, package.Text("tools/net10.0/any/DotnetToolSettings.xml"), StringComparison.Ordinal);
        Assert.DoesNotContain(package.Files, static file => file.Contains("NcpSearchEngine.Client", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NcpSearchEngine.Client")]
    [InlineData("NcpSearchEngine.Emulator")]
    public void They_say_what_they_are_and_where_they_come_from(string id)
    {
        using Package package = Package.Open(id);
        using Package module = Package.Open("NcpSearchEngine");

        Assert.Equal(("MIT", "README.md", "icon.png"), (package.Metadata("license"), package.Metadata("readme"), package.Metadata("icon")));
        Assert.StartsWith($"# {id}\n", package.Text("README.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Equal((module.Metadata("version"), module.Metadata("projectUrl")), (package.Metadata("version"), package.Metadata("projectUrl")));
        Assert.Equal(package.Metadata("projectUrl"), package.Nuspec().Elements().Single(static element => element.Name.LocalName == "repository").Attribute("url")!.Value);
    }
}
