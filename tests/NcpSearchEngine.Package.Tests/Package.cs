using System.IO.Compression;
using System.Xml.Linq;

namespace NcpSearchEngine.Package.Tests;

/// <summary>A package as the build has just made it.</summary>
internal sealed class Package : IDisposable
{
    private readonly ZipArchive _archive;

    private Package(string file) => _archive = ZipFile.OpenRead(file);

    /// <summary>The module's version, which all packages have.</summary>
    internal static string Version { get; } = Path.GetFileNameWithoutExtension(Directory.GetFiles(Folder, "NcpSearchEngine.Client.*.nupkg").Single())["NcpSearchEngine.Client.".Length..];

    /// <summary>Where the packages are.</summary>
    internal static string Folder => Path.Combine(AppContext.BaseDirectory, "packages");

    /// <summary>All files but those that every package has for itself.</summary>
    internal IEnumerable<string> Files => _archive.Entries.Select(static entry => entry.FullName).Where(static name =>
        !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
        && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal));

    internal static Package Open(string id, string extension = "nupkg") => new(Path.Combine(Folder, $"{id}.{Version}.{extension}"));

    /// <summary>A value of the nuspec; null where it has none.</summary>
    internal string? Metadata(string name) => Nuspec().Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;

    internal XElement Nuspec()
    {
        using Stream stream = _archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    internal string Text(string file)
    {
        using StreamReader reader = new(_archive.GetEntry(file)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>Lays the files down as a package manager does.</summary>
    internal void Unpack(string folder)
    {
        foreach (string file in Files)
        {
            string target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            _archive.GetEntry(file)!.ExtractToFile(target);
        }
    }

    public void Dispose() => _archive.Dispose();
}
