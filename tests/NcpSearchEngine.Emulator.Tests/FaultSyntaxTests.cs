namespace NcpSearchEngine.Emulator.Tests;

/// <summary>The small language of faults: what it understands, how it writes it, and what it says to the rest.</summary>
public sealed class FaultSyntaxTests
{
    [Theory]
    [InlineData("503/500")]
    [InlineData("503/500 x3")]
    [InlineData("503/500 x3 on getRollingUpgradeProgress")]
    [InlineData("503/500 x3 on 3427188")]
    [InlineData("503/500 x3 on getRollingUpgradeProgress 3427188")]
    [InlineData("401/210 \"Permission Denied\" \"A subscription to the API is required.\"")]
    [InlineData("500/900 '<h1 class=\"x\">Oops</h1>'")]
    [InlineData("code 10107")]
    [InlineData("code 10107 \"No such cluster\"")]
    [InlineData("code 10107 \"No such cluster\" at 500")]
    [InlineData("code 10107 at 400 x1")]
    [InlineData("throttle")]
    [InlineData("throttle 5s")]
    [InlineData("throttle/420 2m date x2")]
    [InlineData("delay 250ms")]
    [InlineData("delay 2s + 504/510 x2")]
    [InlineData("delay 2s + truncate + gzip")]
    [InlineData("reset")]
    [InlineData("truncate")]
    [InlineData("truncate 0 x1")]
    [InlineData("garbage x1")]
    [InlineData("endless")]
    [InlineData("endless slow")]
    [InlineData("endless 1000000")]
    [InlineData("endless slow 5 x1")]
    [InlineData("body \"<Error/>\"")]
    [InlineData("body \"<Error/>\" \"application/xml\" 500")]
    [InlineData("body \"\" 502")]
    [InlineData("empty")]
    [InlineData("empty 503 x2")]
    [InlineData("redirect \"https://example.com/a?b\"")]
    [InlineData("redirect \"/elsewhere\" 308")]
    [InlineData("gzip")]
    [InlineData("no-date x1")]
    [InlineData("clock -6m x1")]
    [InlineData("pass x5 then code 1")]
    [InlineData("503/500 x3 then reset then throttle 1s x2 on getClusterInfo")]
    [InlineData("503/500 12.5% seed 7")]
    [InlineData("reset x3 10% seed 0 on security-credentials")]
    public void A_rule_is_written_as_it_is_read(string text) => Assert.Equal(text, FaultRule.Parse(text).ToString());

    [Theory]
    [InlineData("  503/500\tx3  ", "503/500 x3")]
    [InlineData("redirect https://example.com", "redirect \"https://example.com\"")]
    [InlineData("body oops text/html;charset=EUC-KR", "body \"oops\" \"text/html;charset=EUC-KR\"")]
    [InlineData("delay 120s", "delay 2m")]
    [InlineData("delay 1.5s", "delay 1500ms")]
    [InlineData("clock +1h", "clock 1h")]
    [InlineData("throttle/410", "throttle")]
    [InlineData("code 1 'a' at 200", "code 1 \"a\"")]
    [InlineData("reset 100%", "reset")]
    [InlineData("reset on GETCLUSTERINFO 1", "reset on getClusterInfo 1")]
    [InlineData("401/200 'then' 'x3' then reset", "401/200 \"then\" \"x3\" then reset")]
    public void Other_ways_to_say_it(string text, string written) => Assert.Equal(written, FaultRule.Parse(text).ToString());

    [Fact]
    public void A_rule_made_in_code_is_written_in_the_syntax_too()
    {
        var gateway = FaultAction.Gateway(503, 500);
        Assert.Equal("503/500 x1", new FaultRule { Action = gateway, Count = 1 }.ToString());
        Assert.Equal("503/500", new FaultRule { Action = gateway.Times(3) }.ToString());
        Assert.Equal("503/500 x2", new FaultRule { Action = gateway.Times(3), Count = 2 }.ToString());
        Assert.Equal("503/500 x3 then reset x4", new FaultRule { Action = gateway.Times(3).Then(FaultAction.Reset()), Count = 7 }.ToString());
        Assert.Equal(
            "503/500 then reset then 503/500 then reset on 42",
            new FaultRule { Action = gateway.Then(FaultAction.Reset()).Times(2), ClusterNo = "42" }.ToString());
        Assert.Equal("custom", new FaultRule { Action = FaultAction.Custom((_, next) => next()) }.ToString());
    }

    [Theory]
    [InlineData("", "It ends where an action is expected.")]
    [InlineData("   ", "It ends where an action is expected.")]
    [InlineData("503", "'503' is no action.")]
    [InlineData("explode", "'explode' is no action.")]
    [InlineData("503/", "is not two numbers with a slash")]
    [InlineData("a/b", "is not two numbers with a slash")]
    [InlineData("99/1", "99 is no HTTP status")]
    [InlineData("600/1", "600 is no HTTP status")]
    [InlineData("503/500 x0", "the least is x1")]
    [InlineData("503/500 3x", "'3x' is not understood there.")]
    [InlineData("503/500 x3 x3", "'x3' is not understood there.")]
    [InlineData("503/500 then", "It ends where an action is expected.")]
    [InlineData("503/500 + ", "It ends where an action is expected.")]
    [InlineData("503/500 on", "It ends where an operation or a cluster number after 'on' is expected.")]
    [InlineData("503/500 on getProgress", "'getProgress' is no operation. Operations are getRollingUpgradeProgress,")]
    [InlineData("503/500 on 1 2", "'2' is not understood there.")]
    [InlineData("503/500 on 1 getClusterInfo", "'getClusterInfo' is not understood there.")]
    [InlineData("503/500 101%", "'101%' is not understood there.")]
    [InlineData("503/500 seed", "It ends where a number after 'seed' is expected.")]
    [InlineData("503/500 'open", "The quotation mark ' at position 9 is not closed.")]
    [InlineData("delay", "It ends where a time like 250ms, 2s, 10m or 1h is expected.")]
    [InlineData("delay 2", "'2' stands where a time like 250ms, 2s, 10m or 1h is expected.")]
    [InlineData("delay soon", "'soon' stands where a time")]
    [InlineData("delay -2s", "can't be negative")]
    [InlineData("throttle -2s", "can't be negative")]
    [InlineData("clock 100000h", "'100000h' stands where a time")]
    [InlineData("code", "It ends where a number after 'code' is expected.")]
    [InlineData("code x", "'x' stands where a number after 'code' is expected.")]
    [InlineData("code 1 at", "It ends where a status after 'at' is expected.")]
    [InlineData("body", "It ends where a text after 'body' is expected.")]
    [InlineData("redirect", "It ends where a URL after 'redirect' is expected.")]
    [InlineData("empty 99", "99 is no HTTP status")]
    [InlineData("delay 25h", "nor longer than a day")]
    [InlineData("'reset'", "A text in quotes stands where an action is expected.")]
    public void What_is_wrong_is_said_and_where(string text, string error)
    {
        Assert.False(FaultRule.TryParse(text, out var rule, out var message));
        Assert.Null(rule);
        Assert.StartsWith($"Fault '{text}': ", message, StringComparison.Ordinal);
        Assert.Contains(error, message, StringComparison.Ordinal);
        Assert.Equal(message, Assert.Throws<FormatException>(() => FaultRule.Parse(text)).Message);
    }

    [Fact]
    public void Every_action_that_the_description_names_is_understood()
    {
        var names = FaultSyntax.Description.SkipWhile(line => !line.StartsWith("ACTION", StringComparison.Ordinal))
            .TakeWhile(line => !line.StartsWith("TIME", StringComparison.Ordinal))
            .Select(line => line[8..].Split(' ', '[')[0]).ToList();

        Assert.Equal(15, names.Count);
        Assert.All(names, name =>
        {
            _ = FaultRule.TryParse(name, out _, out var error);
            Assert.DoesNotContain("is no action", error ?? "", StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_sequence_says_what_can_not_be()
    {
        Assert.Throws<ArgumentException>(() => FaultAction.Reset().Times(2).And(FaultAction.Gzip()));
        Assert.Throws<ArgumentException>(() => FaultAction.Sequence());
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultAction.Reset().Times(0));
    }
}
