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

        Dictionary<string[], Section> sections = SectionTitles.All.Index().ToDictionary(static title => title.Item, title => Find(title.Item, title.Index, page));
        if (root.Contents.Count > 0 || root.Sections.Count > sections.Count)
        {
            throw new PageException(page.Path, root.Line, "A page has these sections and nothing else: " + string.Join(", ", SectionTitles.All.Select(static titles => titles[0])));
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

    private static Section Find(string[] titles, int index, Page page)
    {
        if (page.Root.Sections.ElementAtOrDefault(index) is not { } section || !titles.Contains(section.Title))
        {
            int line = page.Root.Sections.ElementAtOrDefault(index)?.Line ?? page.Root.Line;
            throw new PageException(page.Path, line, $"'## {string.Join("' or '## ", titles)}' belongs here.");
        }

        return SectionTitles.WithItems.Contains(titles)
            ? section.Contents.Count == 0 ? section : throw new PageException(page.Path, section.Contents[0].Line, "Text belongs under a heading of level 3 here.")
            : section.Sections.Count == 0 ? section : throw new PageException(page.Path, section.Sections[0].Line, "Get-Help has no place for a heading of level 3 here.");
    }
}
