namespace NcpSearchEngine.HelpCompiler.Pages;

/// <summary>The prose of a cmdlet's help. What the compiled cmdlet tells by itself is not on the page.</summary>
internal sealed record CmdletPage(
    Page Page,
    string Name,
    IReadOnlyList<Content> Synopsis,
    IReadOnlyList<Content> Description,
    IReadOnlyList<Section> Examples,
    IReadOnlyList<Section> Parameters,
    IReadOnlyList<Section> Inputs,
    IReadOnlyList<Section> Outputs,
    Section Errors,
    IReadOnlyList<string> RelatedLinks)
{
    internal static CmdletPage Of(Page page)
    {
        Section root = page.Root;
        if (root.Title != Path.GetFileNameWithoutExtension(page.Path))
        {
            throw new PageException(page.Path, root.Line, "The title of a page is the name of its file.");
        }

        Dictionary<string[], Section> sections = [];
        for (int i = 0; i < SectionTitles.All.Length; i++)
        {
            string[] titles = SectionTitles.All[i];
            sections.Add(titles, root.Sections.ElementAtOrDefault(i) is { } section && titles.Contains(section.Title)
                ? section
                : throw new PageException(page.Path, root.Sections.ElementAtOrDefault(i)?.Line ?? root.Line, $"'## {string.Join("' or '## ", titles)}' belongs here."));
        }

        return new CmdletPage(
            page,
            root.Title,
            sections[SectionTitles.Synopsis].Contents,
            sections[SectionTitles.Description].Contents,
            sections[SectionTitles.Examples].Sections,
            sections[SectionTitles.Parameters].Sections,
            sections[SectionTitles.Inputs].Sections,
            sections[SectionTitles.Outputs].Sections,
            sections[SectionTitles.Errors],
            [.. sections[SectionTitles.RelatedLinks].Contents.OfType<ItemList>().SelectMany(static list => list.Items)]);
    }
}
