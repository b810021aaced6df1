using System.Text;
using NcpSearchEngine.HelpCompiler;
using NcpSearchEngine.HelpCompiler.Cmdlets;
using NcpSearchEngine.HelpCompiler.CommandHelp;
using NcpSearchEngine.HelpCompiler.Pages;
using NcpSearchEngine.HelpCompiler.Topics;

if (args.Length < 4)
{
    Console.Error.WriteLine("Usage: HelpCompiler MODULE.dll DOCS OUTPUT CULTURE...: reads DOCS/CULTURE/*.md, writes OUTPUT/CULTURE/MODULE.dll-Help.xml and about_*.help.txt.");
    return 2;
}

(string module, string docs, string output) = (Path.GetFullPath(args[0]), args[1], args[2]);

// Windows PowerShell reads a text without this mark in the code page of the machine.
UTF8Encoding encoding = new(encoderShouldEmitUTF8Identifier: true);
try
{
    IReadOnlyList<CmdletFacts> cmdlets = CmdletFacts.OfModule(module);
    foreach (string culture in args[3..])
    {
        DirectoryInfo folder = Directory.CreateDirectory(Path.Combine(output, culture));
        HashSet<string> topics = [];
        foreach (string page in Directory.GetFiles(Path.Combine(docs, culture), "about_*.md").Order(StringComparer.Ordinal))
        {
            string topic = Path.Combine(folder.FullName, Path.GetFileNameWithoutExtension(page) + ".help.txt");
            File.WriteAllText(topic, TopicText.Of(PageReader.Read(page)), encoding);
            topics.Add(topic);
        }

        foreach (FileInfo gone in folder.GetFiles("about_*.help.txt").Where(file => !topics.Contains(file.FullName)))
        {
            gone.Delete();
        }

        IEnumerable<CmdletPage> pages = Directory.GetFiles(Path.Combine(docs, culture), "*-*.md").Order(StringComparer.Ordinal)
            .Select(static page => CmdletPage.Of(PageReader.Read(page)));
        MamlFile.Of(pages, cmdlets, culture).Save(Path.Combine(folder.FullName, Path.GetFileName(module) + "-Help.xml"));
    }

    return 0;
}
catch (PageException exception)
{
    Console.Error.WriteLine(exception.AsBuildError);
    return 1;
}
