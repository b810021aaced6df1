using Spectre.Console;
using Spectre.Console.Rendering;

namespace NcpSearchEngine.HelpCompiler.Topics;

/// <summary>Text and tables broken into lines of a width, counted in columns of a terminal.</summary>
internal static class TextLines
{
    internal static IReadOnlyList<string> Of(string text, int width) => Render(new Text(text), width);

    /// <summary>The widest first column that is never broken: ids and cmdlets are to be found at a glance.</summary>
    private const int WidestKey = 34;

    /// <summary>A table as PowerShell draws one.</summary>
    internal static IReadOnlyList<string> Of(Pages.Table table, int width)
    {
        bool hasKeys = table.Rows.All(static row => row[0].GetCellWidth() <= WidestKey);
        Table drawn = new() { Border = TableBorder.None, ShowHeaders = false };
        for (int i = 0; i < table.Head.Count; i++)
        {
            drawn.AddColumn(new TableColumn(string.Empty) { NoWrap = i == 0 && hasKeys, Padding = new Padding(0, 0, i < table.Head.Count - 1 ? 2 : 0, 0) });
        }

        drawn.AddRow(table.Head.Select(static title => new Text(title)));
        drawn.AddRow(table.Head.Select(static title => new Text(new string('-', title.GetCellWidth()))));
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            drawn.AddRow(row.Select(static cell => new Text(cell)));
        }

        return Render(drawn, width);
    }

    private static IReadOnlyList<string> Render(IRenderable content, int width)
    {
        using StringWriter written = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(written),
        });
        console.Profile.Width = width;
        console.Write(content);
        return [.. written.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(static line => line.TrimEnd())];
    }
}
