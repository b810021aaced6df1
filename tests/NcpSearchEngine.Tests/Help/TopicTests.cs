using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Help;

/// <summary>The about_ topics, in every language.</summary>
public sealed partial class TopicTests
{
    public static TheoryData<string, string> Topics =>
        [.. HelpPages.Cultures.SelectMany(static culture => HelpPages.Topics.Select(topic => new TheoryDataRow<string, string>(culture, topic)))];

    [Theory]
    [MemberData(nameof(Topics))]
    public void A_topic_shows_in_80_columns_without_a_mark_of_Markdown(string culture, string topic)
    {
        using Shell shell = new();
        PSObject help = shell.Run(HelpPages.Under(culture, "Get-Help $args[0]"), topic).ThrowIfFailed().Output.Single();
        string[] lines = help.ToString().Split('\n');

        Assert.Equal(culture == "ko-KR", HelpPages.IsKorean(help.ToString()));
        Assert.Equal("    " + topic, lines[1]);
        Assert.Equal(lines[4].Trim(), help.Properties["Synopsis"].Value);
        Assert.All(lines, static line => Assert.InRange(Columns(line), 0, IsCode(line) ? 120 : 80));
        Assert.All(["](", " **", "```", "|--", "##"], mark => Assert.DoesNotContain(mark, help.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Both_languages_have_the_same_pages_sections_and_examples()
    {
        Assert.Equal([.. HelpPages.Cmdlets().Concat(HelpPages.Topics).Order(StringComparer.Ordinal)], HelpPages.Names("en-US"));
        Assert.Equal(HelpPages.Names("en-US"), HelpPages.Names("ko-KR"));
        Assert.All(HelpPages.Names("en-US"), static name =>
        {
            string english = HelpPages.Read("en-US", name), korean = HelpPages.Read("ko-KR", name);

            AssertSameOutline(english, korean);
            Assert.Equal(Rows(english), Rows(korean));
        });
    }

    [Fact]
    public void So_have_both_READMEs() => AssertSameOutline(HelpPages.ReadMe("README.md"), HelpPages.ReadMe("README.ko.md"));

    [Theory]
    [InlineData("en-US")]
    [InlineData("ko-KR")]
    public void Troubleshooting_has_every_error_with_its_category(string culture)
    {
        MethodInfo categoryOf = CategoryOf();
        string page = HelpPages.Read(culture, "about_NcpSearchEngine_Troubleshooting");

        Assert.All(ErrorIds().Cast<object>(), id => Assert.Contains($"### {id}\n\n{categoryOf.Invoke(null, [id])}. ", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en-US")]
    [InlineData("ko-KR")]
    public void The_errors_of_a_page_are_errors_of_this_module(string culture)
    {
        string[] ids = [.. ErrorIds().Cast<object>().Select(static id => id.ToString()!)];

        Assert.All(HelpPages.Cmdlets(), cmdlet =>
        {
            string errors = Regex.Split(HelpPages.Read(culture, cmdlet), "^## (?:Errors|오류)$", RegexOptions.Multiline)[1];
            string[] told = [.. ErrorRow().Matches(errors).SelectMany(static row => row.Groups[1].Value.Split(", ")).Except(["ErrorId"])];
            Assert.NotEmpty(told);
            Assert.Subset(ids.ToHashSet(), told.ToHashSet());
        });
    }

    private static void AssertSameOutline(string english, string korean)
    {
        Assert.Equal(Heading().Matches(english).Select(static heading => heading.Groups[1].Value), Heading().Matches(korean).Select(static heading => heading.Groups[1].Value));
        Assert.Equal(HelpPages.PowerShellIn(english).Select(Code), HelpPages.PowerShellIn(korean).Select(Code));
    }

    /// <summary>Characters from the radicals on, Hangul among them, take two columns.</summary>
    private static int Columns(string line) => line.Sum(static c => c >= '\u2E80' ? 2 : 1);

    /// <summary>Whether it is kept as it is, such as the line of a log: help does not break it.</summary>
    private static bool IsCode(string line) => line.StartsWith(new string(' ', 8), StringComparison.Ordinal);

    /// <summary>Comments are in the language of the page.</summary>
    private static string Code(string block) => Comment().Replace(block, string.Empty);

    private static int Rows(string page) => page.Split('\n').Count(static line => line.StartsWith('|'));

    private static Array ErrorIds() => Enum.GetValues(CategoryOf().GetParameters()[0].ParameterType);

    /// <summary>What gives an error its category: these tests don't reference the module.</summary>
    private static MethodInfo CategoryOf()
    {
        using Shell shell = new();
        return AppDomain.CurrentDomain.GetAssemblies().Single(static assembly => assembly.GetName().Name == "NcpSearchEngine")
            .GetType("NcpSearchEngine.Commands.ErrorRecords", throwOnError: true)!
            .GetMethod("CategoryOf", BindingFlags.Static | BindingFlags.NonPublic)!;
    }

    [GeneratedRegex("^(#+) ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(" *#.*")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\| ([A-Z][A-Za-z]+(?:, [A-Z][A-Za-z]+)*) \| ", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();
}
