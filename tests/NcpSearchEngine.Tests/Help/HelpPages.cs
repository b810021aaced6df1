using System.Text.RegularExpressions;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Help;

/// <summary>What there is help for, and in which languages.</summary>
internal static partial class HelpPages
{
    internal static readonly string[] Cultures = ["en-US", "ko-KR"];

    internal static readonly string[] Topics =
    [
        "about_NcpSearchEngine", "about_NcpSearchEngine_ContinuousIntegration", "about_NcpSearchEngine_Emulator",
        "about_NcpSearchEngine_Sessions", "about_NcpSearchEngine_Troubleshooting", "about_NcpSearchEngine_Waiting",
    ];

    private static string Docs { get; } = Path.Combine(ModuleFolder.Path, "..", "..", "docs");

    /// <summary>The names of all cmdlets, as the manifest exports them.</summary>
    internal static string[] Cmdlets()
    {
        using Shell shell = new();
        return [.. shell.Run("(Get-Module NcpSearchEngine).ExportedCmdlets.Keys").ThrowIfFailed().Output.Select(static name => name.ToString())];
    }

    /// <summary>Every page of a language, by the name of its file.</summary>
    internal static string[] Names(string culture) =>
        [.. Directory.GetFiles(Path.Combine(Docs, culture), "*.md").Select(Path.GetFileNameWithoutExtension).OfType<string>().Order(StringComparer.Ordinal)];

    /// <summary>The Markdown of a page.</summary>
    internal static string Read(string culture, string name) => File.ReadAllText(Path.Combine(Docs, culture, name + ".md")).ReplaceLineEndings("\n");

    /// <summary>A README at the root of the repository.</summary>
    internal static string ReadMe(string file) => File.ReadAllText(Path.Combine(Docs, "..", file)).ReplaceLineEndings("\n");

    /// <summary>The code that a text in Markdown shows as PowerShell.</summary>
    internal static IEnumerable<string> PowerShellIn(string markdown) => PowerShellBlock().Matches(markdown).Select(static match => match.Groups[1].Value);

    /// <summary>A script that runs under a UI culture. PowerShell has that of its process; a hosted engine does not take it from its host.</summary>
    internal static string Under(string culture, string script) => $"[cultureinfo]::CurrentUICulture = '{culture}'; {script}";

    internal static bool IsKorean(string text) => Hangul().IsMatch(text);

    [GeneratedRegex(@"^```powershell\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex PowerShellBlock();

    [GeneratedRegex(@"\p{IsHangulSyllables}")]
    private static partial Regex Hangul();
}
