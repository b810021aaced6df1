using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Package.Tests;

/// <summary>The package unpacked where a package manager lays it, in a folder of modules with spaces and Korean letters in its path.</summary>
internal sealed class InstalledModule : IDisposable
{
    private readonly DirectoryInfo _temporary = Directory.CreateTempSubdirectory("ncp package ");

    /// <param name="build"><c>net8.0</c>; or <c>netstandard2.0</c>, which the manifest is made to choose, as it does in Windows PowerShell.</param>
    internal InstalledModule(string build)
    {
        using Package package = Package.Open("NcpSearchEngine");
        Folder = Path.Combine(ModulePath, "NcpSearchEngine", Package.Version);
        package.Unpack(Folder);
        if (build != "net8.0")
        {
            const string choice = "if ($PSEdition -eq 'Core')";
            string manifest = Path.Combine(Folder, "NcpSearchEngine.psd1");
            Assert.Contains(choice, File.ReadAllText(manifest), StringComparison.Ordinal);
            File.WriteAllText(manifest, File.ReadAllText(manifest).Replace(choice, "if ($false)", StringComparison.Ordinal));
        }
    }

    internal string Folder { get; }

    private string ModulePath => Path.Combine(_temporary.FullName, "내 모듈 폴더");

    /// <summary>Plays <c>use-module.ps1</c> in a process of its own against an emulator, and gives back its facts.</summary>
    /// <param name="beside">Assemblies that are loaded first, where the host's own are.</param>
    /// <param name="apart">Assemblies that are loaded first, each in a context of its own, as careful modules do.</param>
    internal async Task<ILookup<string, string>> UseAsync(IEnumerable<string>? beside = null, IEnumerable<string>? apart = null)
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        Dictionary<string, string?> environment = new()
        {
            ["PSModulePath"] = ModulePath,
            ["NCLOUD_ACCESS_KEY_ID"] = emulator.AccessKey,
            ["NCLOUD_SECRET_ACCESS_KEY"] = emulator.SecretKey,
        };
        return await ScriptRun.PlayAsync(
            "use-module.ps1",
            environment,
            "-Endpoint", emulator.Endpoint.ToString(),
            "-Beside", string.Join(Path.PathSeparator, beside ?? []),
            "-Apart", string.Join(Path.PathSeparator, apart ?? []));
    }

    public void Dispose() => _temporary.Delete(recursive: true);
}
