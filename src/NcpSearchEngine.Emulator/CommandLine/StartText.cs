using System.Globalization;
using System.Text;

namespace NcpSearchEngine.Emulator;

/// <summary>What is printed at the start: what there is, and the lines that connect to it.</summary>
internal static class StartText
{
    public static string Of(SearchEngineEmulator emulator, EmulatorSettings settings)
    {
        var text = new StringBuilder();
        text.AppendLine(
            CultureInfo.InvariantCulture, $"The emulator listens on {Address(emulator)}; upgrades go {settings.Options.Speed:0.##} times as fast as in life.");
        Clusters(text, settings);
        Faults(text, emulator);
        Lines(text, emulator, settings);
        text.AppendLine().Append(CultureInfo.InvariantCulture, $"Look inside: {Address(emulator)}{AdministrationPages.Root}/    End it: Ctrl+C");
        return text.ToString();
    }

    private static void Clusters(StringBuilder text, EmulatorSettings settings)
    {
        text.AppendLine().AppendLine("Clusters");
        if (settings.Options.Examples)
        {
            foreach (var (no, about) in StandardClusters.Descriptions)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {no}  {about}");
            }
        }

        if (settings.Clusters > 0)
        {
            var last = ClusterCatalog.FirstGeneratedNo + settings.Clusters - 1;
            text.AppendLine(
                CultureInfo.InvariantCulture, $"  {ClusterCatalog.FirstGeneratedNo} to {last}  live, {settings.Nodes} nodes each, started with the emulator");
        }
    }

    private static void Faults(StringBuilder text, SearchEngineEmulator emulator)
    {
        if (emulator.Faults.Rules.Count > 0)
        {
            text.AppendLine().AppendLine("Faults");
            foreach (var rule in emulator.Faults.Rules)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"  {rule}");
            }
        }
    }

    private static void Lines(StringBuilder text, SearchEngineEmulator emulator, EmulatorSettings settings)
    {
        var secret = settings.IsSecretGiven ? "<your secret>" : emulator.SecretKey;
        text.AppendLine().AppendLine("Paste into PowerShell");
        text.AppendLine(CultureInfo.InvariantCulture, $"$env:NCLOUD_ACCESS_KEY_ID = '{Quoted(emulator.AccessKey)}'");
        text.AppendLine(CultureInfo.InvariantCulture, $"$env:NCLOUD_SECRET_ACCESS_KEY = '{Quoted(secret)}'");
        text.AppendLine("Import-Module ./output/NcpSearchEngine");
        text.AppendLine(CultureInfo.InvariantCulture, $"$env:NCP_EMULATOR_ENDPOINT = '{Address(emulator)}'");
        text.AppendLine("Connect-NcpSearchEngine -Endpoint $env:NCP_EMULATOR_ENDPOINT");
        var first = emulator.Clusters.Find(StandardClusters.Published2025) ?? emulator.Clusters.FirstOrDefault();
        text.AppendLine(CultureInfo.InvariantCulture, $"Get-NcpRollingUpgradeProgress {first?.No ?? StandardClusters.Published2025}");
    }

    private static string Address(SearchEngineEmulator emulator) => emulator.Endpoint.GetLeftPart(UriPartial.Authority);

    private static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);
}
