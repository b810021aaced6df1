using System.Xml.Linq;

namespace NcpSearchEngine.HelpCompiler.CommandHelp;

/// <summary>The namespaces of MAML, Microsoft Assistance Markup Language.</summary>
internal static class MamlNames
{
    internal static readonly XNamespace Msh = "http://msh";
    internal static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";
    internal static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    internal static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
}
