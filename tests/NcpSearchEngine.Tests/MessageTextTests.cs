using System.Text.RegularExpressions;
using System.Xml.Linq;
using NcpSearchEngine.Tests.Hosting;

namespace NcpSearchEngine.Tests;

/// <summary>The files of texts: both languages say the same, and the code uses all of it.</summary>
public sealed partial class MessageTextTests
{
    public static TheoryData<string> Files => new(
        Directory.EnumerateFiles(Path.Combine(Checkout.Root, "src"), "*.resx", SearchOption.AllDirectories)
            .Where(static path => !path.EndsWith(".ko.resx", StringComparison.Ordinal))
            .Select(static path => Path.GetRelativePath(Checkout.Root, path)));

    /// <summary>Those that a file of methods of the same name fills in.</summary>
    public static TheoryData<string> FilesWithMethods => new(Files.Select(static row => row.Data).Where(static file => File.Exists(FrontOf(file))));

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_text_is_there_in_both_languages_with_the_same_placeholders(string file)
    {
        Dictionary<string, string> english = Read(file), korean = Read(Path.ChangeExtension(file, ".ko.resx"));

        Assert.NotEmpty(english);
        Assert.Equal(english.Keys.Order(), korean.Keys.Order());
        Assert.All(english, text => Assert.Equal(Placeholders(text.Value), Placeholders(korean[text.Key])));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void English_is_English_and_Korean_is_Korean(string file)
    {
        Assert.All(Read(file).Values, static text => Assert.DoesNotMatch("[ㄱ-ㅎ가-힣]", text));
        Assert.All(
            Read(Path.ChangeExtension(file, ".ko.resx")).Where(static text => Letters().IsMatch(Placeholder().Replace(text.Value, string.Empty).Replace("HTTP", string.Empty))),
            static text => Assert.Matches("[가-힣]", text.Value));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_particle_of_a_Korean_text_depends_on_what_is_put_in_before_it(string file) =>
        Assert.All(Read(Path.ChangeExtension(file, ".ko.resx")).Values, static text => Assert.DoesNotMatch(@"\}['""]?(을|를|이|가|은|는|과|와|으로|로)([\s.,]|$)", text));

    [Theory]
    [MemberData(nameof(FilesWithMethods))]
    public void Every_message_is_used(string file)
    {
        string code = File.ReadAllText(FrontOf(file));

        Assert.All(Read(file).Keys, name => Assert.Matches($@"nameof\(\w+\.{name}\)", code));
    }

    private static string FrontOf(string file) => Path.Combine(Checkout.Root, Path.ChangeExtension(file, ".cs"));

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Checkout.Root, file)).Root!.Elements("data")
            .ToDictionary(static text => text.Attribute("name")!.Value, static text => text.Element("value")!.Value);

    /// <summary>Each with its format; Korean has another order of words.</summary>
    private static IEnumerable<string> Placeholders(string text) => Placeholder().Matches(text).Select(static match => match.Value).Distinct().Order();

    [GeneratedRegex(@"\{\d[^}]*\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex("[A-Za-z]{2}")]
    private static partial Regex Letters();
}
