using System.Management.Automation;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests.Help;

/// <summary>Get-Help for every cmdlet, in every language. These fail where a cmdlet and its pages drift apart.</summary>
public sealed class CmdletHelpTests
{
    public static TheoryData<string, string> Pages =>
        [.. HelpPages.Cultures.SelectMany(static culture => HelpPages.Cmdlets().Select(cmdlet => new TheoryDataRow<string, string>(culture, cmdlet)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Help_describes_every_parameter_and_no_other(string culture, string cmdlet)
    {
        using Shell shell = new();
        CommandInfo command = (CommandInfo)shell.Run("Get-Command $args[0]", cmdlet).ThrowIfFailed().Output.Single().BaseObject;
        IReadOnlyDictionary<string, string> described = CmdletHelp.Of(cmdlet, culture).Parameters;

        Assert.Equal(command.Parameters.Keys.Except(Cmdlet.CommonParameters).Order(), described.Keys.Order());
        Assert.All(described, parameter => AssertIn(culture, parameter.Value, $"{cmdlet} -{parameter.Key}"));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Help_says_what_it_is_for_what_comes_out_and_what_can_go_wrong(string culture, string cmdlet)
    {
        using Shell shell = new();
        CommandInfo command = (CommandInfo)shell.Run("Get-Command $args[0]", cmdlet).ThrowIfFailed().Output.Single().BaseObject;
        CmdletHelp help = CmdletHelp.Of(cmdlet, culture);

        AssertIn(culture, help.Synopsis, "synopsis");
        AssertIn(culture, help.Description, "description");
        AssertIn(culture, help.Errors, "errors");
        Assert.Equal(command.OutputType.Select(static type => type.Name).DefaultIfEmpty("None"), help.OutputTypes);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Help_has_at_least_four_examples_that_fit_the_window(string culture, string cmdlet)
    {
        CmdletHelp help = CmdletHelp.Of(cmdlet, culture);

        Assert.True(help.Examples.Count >= 4, $"{help.Examples.Count} examples");
        Assert.All(help.Examples, example =>
        {
            AssertIn(culture, example.Title, "title");
            Assert.Contains(cmdlet, help.Examples.Select(static each => each.Code).Aggregate(string.Concat), StringComparison.Ordinal);

            // Get-Help indents by four; a longer line would be broken in the middle of a word.
            Assert.All(example.Code.Split('\n'), static line => Assert.InRange(line.Length, 0, 76));
        });
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Online_leads_to_the_page_in_the_same_language(string culture, string cmdlet)
    {
        using Shell shell = new();
        string? project = (string?)shell.Run("(Get-Module NcpSearchEngine).ProjectUri.OriginalString").ThrowIfFailed().Output.Single().BaseObject;
        string? helpUri = (string?)shell.Run("(Get-Command $args[0]).HelpUri", cmdlet).ThrowIfFailed().Output.Single().BaseObject;

        Assert.Equal($"{project}/blob/main/docs/en-US/{cmdlet}.md", helpUri);
        Assert.Equal($"{project}/blob/main/docs/{culture}/{cmdlet}.md", CmdletHelp.Of(cmdlet, culture).OnlineAddress);
        Assert.Contains(cmdlet, HelpPages.Names(culture));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Nothing_of_Markdown_is_left(string culture, string cmdlet)
    {
        using Shell shell = new();
        string shown = shell.Show(HelpPages.Under(culture, "Get-Help $args[0] -Full"), cmdlet);

        Assert.Contains(cmdlet, shown, StringComparison.Ordinal);
        Assert.All(["](", " **", "```", "|--", "| -", "##"], mark => Assert.DoesNotContain(mark, shown, StringComparison.Ordinal));
        CmdletHelp help = CmdletHelp.Of(cmdlet, culture);
        Assert.All([help.Synopsis, help.Description, help.Errors, .. help.Parameters.Values], static text => Assert.DoesNotContain('`', text));
    }

    [Theory]
    [InlineData("ko", true)]
    [InlineData("ko-KR", true)]
    [InlineData("en-GB", false)]
    [InlineData("ja-JP", false)]
    [InlineData("", false)]
    public void Other_cultures_get_their_language_or_English(string culture, bool isKorean)
    {
        using Shell shell = new();

        Assert.All(HelpPages.Cmdlets(), cmdlet => Assert.Equal(isKorean, HelpPages.IsKorean(CmdletHelp.Of(cmdlet, culture).Synopsis)));
        Assert.All(HelpPages.Topics, topic => Assert.Equal(isKorean, HelpPages.IsKorean(shell.Run(HelpPages.Under(culture, "Get-Help $args[0]"), topic).ThrowIfFailed().Output.Single().ToString())));
    }

    [Fact]
    public void A_parameter_tells_what_the_compiled_cmdlet_knows()
    {
        using Shell shell = new();
        string shown = shell.Show("Get-Help Get-NcpRollingUpgradeProgress -Parameter ServiceGroupInstanceNo, ThrottleLimit").ReplaceLineEndings("\n");

        Assert.Contains("-ServiceGroupInstanceNo <String[]>", shown, StringComparison.Ordinal);
        Assert.Contains("Position?                    0", shown, StringComparison.Ordinal);
        Assert.Contains("Accept pipeline input?       True (ByValue, ByPropertyName)", shown, StringComparison.Ordinal);
        Assert.Contains("Aliases                      ClusterNo", shown, StringComparison.Ordinal);
        Assert.Contains("Default value                5", shown, StringComparison.Ordinal);
    }

    private static void AssertIn(string culture, string text, string what)
    {
        Assert.False(string.IsNullOrWhiteSpace(text), $"docs/{culture} has no text for {what}");
        Assert.True(culture != "ko-KR" || HelpPages.IsKorean(text), $"{what} is not in Korean: {text}");
    }
}
