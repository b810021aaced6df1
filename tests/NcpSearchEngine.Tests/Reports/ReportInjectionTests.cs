using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NcpSearchEngine.Emulator;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Reports;

/// <summary>Names and messages of the service that try to be more than text, made for each format.</summary>
public sealed partial class ReportInjectionTests
{
    private static readonly string[] _markup =
    [
        "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' onmouseover='alert(1)", "</title><b>", "&lt;b&gt;", "<!--", "]]>",
    ];

    private static readonly string[] _markdown =
    [
        "a|b|c", "`code`", "``two``", "\\`", "[x](javascript:alert(1))", "![x](http://evil.example/p.png)", "# head", "www.evil.example", "http://evil.example", "me@evil.example",
        "@everyone", "#1", "**bold**", "_it_", "~~gone~~", "<details>", "- item", "> quote", "***", "```", "$x$", "\\|",
    ];

    private static readonly string[] _mermaid = ["a:done,2020-01-01", "a;b", "%%{init:{}}%%", "section", "click a href", "title x", "a#quot;b", "end", "todayMarker", "gantt"];

    private static readonly string[] _formulas = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://evil.example\",\"x\")", "＝1", "a\",\"=1", "a;=1", "=cmd|' /C calc'!A0"];

    [Fact]
    public async Task No_tag_and_no_attribute_comes_of_a_text_in_HTML()
    {
        string html = await ReportOf(_markup, "html");
        string plain = await ReportOf([.. _markup.Select(static (_, i) => $"plain{i}")], "html");

        // The same elements and attributes as with names that try nothing.
        Assert.Equal(Structure(plain), Structure(html));
        Assert.All(_markup, name => Assert.Contains(name, Document(html).Root!.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_policy_of_the_page_allows_its_own_style_and_nothing_else()
    {
        string html = await ReportOf(["a"], "html");

        string style = Style().Match(html).Groups[1].Value;
        string hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"content=\"default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'\"", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)<script|<link|<iframe|<img|style=|src=|href=|url\\(|@import", html);
    }

    [Fact]
    public async Task In_Markdown_every_name_is_code_in_a_cell_of_its_own()
    {
        string markdown = await ReportOf(_markdown, "md");

        string[] rows = [.. markdown.Split('\n').Where(static line => line.StartsWith('|'))];
        Assert.Equal(2 + 1 + 2 + _markdown.Length, rows.Length);
        Assert.All(rows, static row => Assert.Equal(8, row.Count(static c => c == '|')));
        Assert.All(_markdown, name => Assert.Single(rows, row => CodeIn(row.Split('|')[1].Trim()) == name));
    }

    [Fact]
    public async Task A_message_in_Markdown_links_mentions_and_opens_nothing()
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        wait.Emulator.Clusters.Add(new DelegateCluster("7", static _ =>
            """{"code":9,"message":"see http://evil.example www.evil.example @everyone #12 ![p](x) <b>x</b> `c` a|b\n# head","result":null,"requestId":"r"}"""));

        wait.Run($"Wait-NcpRollingUpgrade 7 -ReportPath '{folder.File("r.md")}'");

        string quote = Assert.Single(File.ReadAllLines(folder.File("r.md")), static line => line.StartsWith("> ", StringComparison.Ordinal));
        Assert.Contains(@"http\://evil\.example www\.evil\.example", quote, StringComparison.Ordinal);
        Assert.Contains("\\@\u2060everyone \\#\u206012 !\\[p\\](x) &lt;b\\>x&lt;/b\\> \\`c\\` a\\|b", quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_has_one_task_a_node_and_no_other_statement()
    {
        string markdown = await ReportOf(_mermaid, "md");

        string[] chart = markdown[markdown.IndexOf("```mermaid", StringComparison.Ordinal)..].Split('\n').Skip(2).TakeWhile(static line => line != "```").ToArray();
        Assert.Equal(["    dateFormat YYYY-MM-DD HH:mm:ss", "    todayMarker off", "    axisFormat %H:%M", "    tickInterval 2minute"], chart[..4]);
        Assert.Equal(_mermaid.Length, chart.Length - 4);
        Assert.All(chart[4..], static line => Assert.Matches(@"^    Data [\w.-]+ \([^:;#%]+\) :(done|active), [-0-9]{10} [0-9:]{8}, [-0-9]{10} [0-9:]{8}$", line));
    }

    [Fact]
    public async Task No_cell_of_a_spreadsheet_is_a_formula()
    {
        string csv = await ReportOf(_formulas, "csv");

        string[][] rows = [.. csv.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(ReadCsv)];
        Assert.Equal(1 + _formulas.Length, rows.Length);
        Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
        Assert.All(rows.SelectMany(static row => row), static cell => Assert.DoesNotMatch(@"^[=+\-@\t\r\n＝＋－＠]", cell));
        int hostname = Array.IndexOf(rows[0], "Hostname");
        Assert.Equal(_formulas.Order(StringComparer.Ordinal), rows.Skip(1).Select(row => row[hostname].TrimStart('\'')).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task JSON_gives_every_name_back_as_it_was()
    {
        string[] names = [.. _markup, .. _markdown, .. _formulas, "한글", "a\u2028b", "😀"];
        using JsonDocument report = JsonDocument.Parse(await ReportOf(names, "json"));

        IEnumerable<string?> read = report.RootElement.GetProperty("clusters")[0].GetProperty("nodes").EnumerateArray().Select(static node => node.GetProperty("hostname").GetString());
        Assert.Equal(names.Select(static name => name.Replace('\u2028', '\uFFFD')).Order(StringComparer.Ordinal), read.Order(StringComparer.Ordinal));
    }

    /// <summary>A report of a cluster whose nodes have these names; all but the last are done.</summary>
    private static async Task<string> ReportOf(string[] names, string format)
    {
        await using WaitFixture wait = await WaitFixture.StartAsync();
        using TemporaryFolder folder = new();
        DateTimeOffset requested = wait.Clock.GetUtcNow().AddSeconds(-60 * names.Length);
        string nodes = string.Join(',', names.Select((name, i) =>
            $$"""{"hostname":{{JsonSerializer.Serialize(name)}},"status":"{{(i < names.Length - 1 ? "complete" : "Upgrade_OpenSearch")}}","nodeRoleCode":"D","updatedDate":"{{requested.AddHours(9).AddSeconds(30 * (i + 1)):yyyy-MM-dd HH:mm:ss}}"}"""));
        string answer = $$"""
            {"code":0,"message":"SUCCESS","requestId":"r","result":{"name":{{JsonSerializer.Serialize(names[0])}},"nodeCount":{{names.Length}},
            "versionVo":{"currentVersionCode":"2140","targetVersionCode":"2150","actionDate":"{{requested.AddHours(9):yyyy-MM-dd HH:mm:ss}}"},"nodeStatusVoList":[{{nodes}}]
            """ + "}}";
        wait.Emulator.Clusters.Add(new DelegateCluster("7", _ => answer));
        wait.Run($"Wait-NcpRollingUpgrade 7 -TimeoutSec 30 -ReportPath '{folder.File("r." + format)}'");
        return await File.ReadAllTextAsync(folder.File("r." + format));
    }

    /// <summary>The page as XML, which it is but for elements that have no end.</summary>
    private static XDocument Document(string html) =>
        XDocument.Parse(VoidElement().Replace(html, "$0</$1>")["<!DOCTYPE html>".Length..]);

    private static IEnumerable<string> Structure(string html) => Document(html).Descendants()
        .Select(static element => $"{element.Name}[{string.Join(' ', element.Attributes().Select(static attribute => attribute.Name.LocalName))}]");

    /// <summary>What a cell shows as code: a span, in which nothing has a meaning but its end, or an element of letters and character references.</summary>
    private static string? CodeIn(string cell) =>
        CodeSpan().Match(cell) is { Success: true } span ? span.Groups[1].Value
        : CodeElement().Match(cell) is { Success: true } element ? WebUtility.HtmlDecode(element.Groups[1].Value).Replace("\u2060", string.Empty, StringComparison.Ordinal)
        : null;

    private static string[] ReadCsv(string row) =>
        [.. CsvCell().Matches(row).Select(static match => match.Groups[1].Success ? match.Groups[1].Value.Replace("\"\"", "\"", StringComparison.Ordinal) : match.Groups[2].Value)];

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();

    [GeneratedRegex(@"<(meta|br)\b[^>]*>")]
    private static partial Regex VoidElement();

    [GeneratedRegex(@"^`([^`|\\]+)`$")]
    private static partial Regex CodeSpan();

    [GeneratedRegex("^<code>((?:[a-zA-Z0-9 \u2060-]|[^\\x00-\\x7f]|&#[0-9]+;)+)</code>$")]
    private static partial Regex CodeElement();

    [GeneratedRegex("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"]*))")]
    private static partial Regex CsvCell();
}
