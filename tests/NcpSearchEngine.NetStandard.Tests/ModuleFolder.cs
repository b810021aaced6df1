namespace NcpSearchEngine.Tests.Hosting;

/// <summary>A copy of the module as it is installed, whose manifest picks the build for Windows PowerShell here too.</summary>
internal static class ModuleFolder
{
    /// <summary>Whether the build for PowerShell 7 is tested, not the one for Windows PowerShell.</summary>
    internal const bool IsForPowerShell7 = false;

    private const string Manifest = "NcpSearchEngine.psd1";
    private const string Choice = "if ($PSEdition -eq 'Core')";

    internal static string Path { get; } = Copy(
        System.IO.Path.Combine(Checkout.Root, "output", "NcpSearchEngine"),
        System.IO.Path.Combine(AppContext.BaseDirectory, "module", "NcpSearchEngine"));

    private static string Copy(string from, string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (string file in Directory.GetFiles(from, "*", SearchOption.AllDirectories))
        {
            FileInfo target = new(System.IO.Path.Combine(to, System.IO.Path.GetRelativePath(from, file)));
            target.Directory!.Create();
            File.Copy(file, target.FullName);
        }

        string manifest = System.IO.Path.Combine(to, Manifest);
        string text = File.ReadAllText(manifest);
        Assert.Contains(Choice, text, StringComparison.Ordinal);
        File.WriteAllText(manifest, text.Replace(Choice, "if ($false)", StringComparison.Ordinal));
        return to;
    }
}
