namespace NcpSearchEngine.Tests.Reports;

/// <summary>A folder of a test, gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ncp-report-");

    internal string Path => _folder.FullName;

    internal IEnumerable<string> FileNames => _folder.EnumerateFiles().Select(static file => file.Name).Order(StringComparer.Ordinal);

    internal string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
