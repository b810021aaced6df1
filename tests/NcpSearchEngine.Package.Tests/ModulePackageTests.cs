using System.Text.RegularExpressions;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Package.Tests;

/// <summary>The module's package, as the PowerShell gallery wants it.</summary>
public sealed partial class ModulePackageTests : IDisposable
{
    private static readonly string[] _help =
    [
        "NcpSearchEngine.dll-Help.xml",
        "about_NcpSearchEngine.help.txt",
        "about_NcpSearchEngine_ContinuousIntegration.help.txt",
        "about_NcpSearchEngine_Emulator.help.txt",
        "about_NcpSearchEngine_Sessions.help.txt",
        "about_NcpSearchEngine_Troubleshooting.help.txt",
        "about_NcpSearchEngine_Waiting.help.txt",
    ];

    private readonly Package _package = Package.Open("NcpSearchEngine");
    private readonly string _manifest = File.ReadAllText(Path.Combine(Checkout.Root, "NcpSearchEngine.psd1"));

    [Fact]
    public void It_has_these_files_and_no_others() => Assert.Equal(
        [
            "LICENSE",
            "NcpSearchEngine.Format.ps1xml",
            "NcpSearchEngine.psd1",
            "THIRD-PARTY-NOTICES.txt",
            "bin/net8.0/NcpSearchEngine.Client.dll",
            "bin/net8.0/NcpSearchEngine.Client.pdb",
            "bin/net8.0/NcpSearchEngine.dll",
            "bin/net8.0/NcpSearchEngine.pdb",
            "bin/net8.0/ko/NcpSearchEngine.Client.resources.dll",
            "bin/net8.0/ko/NcpSearchEngine.resources.dll",
            "bin/netstandard2.0/Microsoft.Bcl.AsyncInterfaces.dll",
            "bin/netstandard2.0/Microsoft.Bcl.TimeProvider.dll",
            "bin/netstandard2.0/NcpSearchEngine.Client.dll",
            "bin/netstandard2.0/NcpSearchEngine.Client.pdb",
            "bin/netstandard2.0/NcpSearchEngine.dll",
            "bin/netstandard2.0/NcpSearchEngine.pdb",
            "bin/netstandard2.0/System.Buffers.dll",
            "bin/netstandard2.0/System.Memory.dll",
            "bin/netstandard2.0/System.Numerics.Vectors.dll",
            "bin/netstandard2.0/System.Runtime.CompilerServices.Unsafe.dll",
            "bin/netstandard2.0/System.Text.Encodings.Web.dll",
            "bin/netstandard2.0/System.Text.Json.dll",
            "bin/netstandard2.0/System.Threading.Tasks.Extensions.dll",
            "bin/netstandard2.0/ko/NcpSearchEngine.Client.resources.dll",
            "bin/netstandard2.0/ko/NcpSearchEngine.resources.dll",
            .. _help.Select(static file => "en-US/" + file),
            .. _help.Select(static file => "ko-KR/" + file),
            .. _help.Select(static file => "ko/" + file),
        ],
        _package.Files.Order(StringComparer.Ordinal));

    [Fact]
    public void The_notices_name_every_assembly_of_others()
    {
        string notices = _package.Text("THIRD-PARTY-NOTICES.txt");

        Assert.All(
            _package.Files.Where(static file => file.EndsWith(".dll", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Where(static name => !name!.StartsWith("NcpSearchEngine", StringComparison.Ordinal)),
            name => Assert.Contains(name!, notices, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("id", null, "NcpSearchEngine")]
    [InlineData("version", "ModuleVersion", null)]
    [InlineData("authors", "Author", null)]
    [InlineData("description", "Description", null)]
    [InlineData("projectUrl", "ProjectUri", null)]
    [InlineData("licenseUrl", "LicenseUri", null)]
    [InlineData("iconUrl", "IconUri", null)]
    [InlineData("releaseNotes", "ReleaseNotes", null)]
    public void What_the_gallery_shows_stands_in_the_manifest(string name, string? inManifest, string? value) =>
        Assert.Equal(value ?? Assert.Single(FromManifest(inManifest!)), _package.Metadata(name));

    [Fact]
    public void Its_tags_are_those_of_the_manifest_and_its_commands()
    {
        string[] tags = _package.Metadata("tags")!.Split(' ');

        Assert.Contains("PSModule", tags);
        Assert.Superset(new HashSet<string>(["PSEdition_Core", "PSEdition_Desktop", "Windows", "Linux", "MacOS"]), new HashSet<string>(tags));
        Assert.Contains("PSCommand_Wait-NcpRollingUpgrade", tags);
        Assert.Equal(tags.Length, tags.Distinct().Count());
        Assert.DoesNotContain(tags, static tag => tag.Contains('\'') || tag.Contains(','));
    }

    [Fact]
    public void Every_address_is_of_one_project() => Assert.All(
        (string[])["licenseUrl", "iconUrl", "releaseNotes"],
        name => Assert.StartsWith(_package.Metadata("projectUrl") + "/", _package.Metadata(name)!, StringComparison.Ordinal));

    [Fact]
    public void It_asks_for_no_other_package() =>
        Assert.DoesNotContain(_package.Nuspec().Descendants(), static element => element.Name.LocalName == "dependency");

    [Fact]
    public void It_says_of_which_commit_it_is_made() =>
        Assert.Matches("^[0-9a-f]{40}$", _package.Nuspec().Elements().Single(static element => element.Name.LocalName == "repository").Attribute("commit")!.Value);

    public void Dispose() => _package.Dispose();

    private IEnumerable<string> FromManifest(string name) => Regex.Matches(_manifest, $@"^\s*{name}\s*=\s*'([^']*)'", RegexOptions.Multiline).Select(static match => match.Groups[1].Value);
}
