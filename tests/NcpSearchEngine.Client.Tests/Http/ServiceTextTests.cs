using System.Globalization;
using CsCheck;

namespace NcpSearchEngine.Client.Tests;

public class ServiceTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("cluster000-mo-6tnk")]
    [InlineData("a b ~ \u00A0 é 한글 日本 \uFFFD")]
    [InlineData("😀 ok")]
    public void Clean_text_comes_back_as_the_same_instance(string text) => Assert.Same(text, ServiceText.Clean(text));

    [Fact]
    public void Null_stays_null() => Assert.Null(ServiceText.Clean(null));

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x07)]
    [InlineData(0x09)]
    [InlineData(0x0A)]
    [InlineData(0x0D)]
    [InlineData(0x1B)]
    [InlineData(0x7F)]
    [InlineData(0x85)]
    [InlineData(0x9B)]
    [InlineData(0x061C)]
    [InlineData(0x200B)]
    [InlineData(0x200E)]
    [InlineData(0x200F)]
    [InlineData(0x2028)]
    [InlineData(0x2029)]
    [InlineData(0x202A)]
    [InlineData(0x202B)]
    [InlineData(0x202C)]
    [InlineData(0x202D)]
    [InlineData(0x202E)]
    [InlineData(0x2066)]
    [InlineData(0x2067)]
    [InlineData(0x2068)]
    [InlineData(0x2069)]
    [InlineData(0xFEFF)]
    public void What_steers_a_terminal_or_the_direction_of_text_is_replaced(int character) =>
        Assert.Equal("a\uFFFDb", ServiceText.Clean($"a{(char)character}b"));

    [Theory]
    [InlineData(255, 255)]
    [InlineData(256, 256)]
    [InlineData(257, 256)]
    [InlineData(100_000, 256)]
    public void Long_text_is_cut(int length, int expected)
    {
        string text = new('x', length);

        string cleaned = ServiceText.Clean(text)!;

        Assert.Equal(new string('x', expected), cleaned);
        Assert.Equal(length == expected, ReferenceEquals(text, cleaned));
    }

    [Fact]
    public void The_cut_does_not_go_through_a_pair_of_surrogates()
    {
        Assert.Equal(new string('x', 255), ServiceText.Clean(new string('x', 255) + "😀"));
        Assert.Equal(new string('x', 254) + "😀", ServiceText.Clean(new string('x', 254) + "😀"));
        Assert.Equal(new string('x', 254) + "😀", ServiceText.Clean(new string('x', 254) + "😀tail"));
    }

    [Fact]
    public void Whatever_the_text_the_result_is_short_and_harmless_and_stays_as_it_is() =>
        Gen.Char.Array[0, 400].Select(static characters => new string(characters)).Sample(
            static text =>
            {
                string cleaned = ServiceText.Clean(text)!;
                Assert.True(cleaned.Length <= ServiceText.MaxLength);
                Assert.DoesNotContain(cleaned, static c => char.GetUnicodeCategory(c)
                    is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
                Assert.Same(cleaned, ServiceText.Clean(cleaned));
                Assert.All(text.Zip(cleaned), static pair => Assert.True(pair.First == pair.Second || pair.Second == '\uFFFD'));
            },
            iter: 2_000);
}
