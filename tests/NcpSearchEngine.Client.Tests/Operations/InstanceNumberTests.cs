namespace NcpSearchEngine.Client.Tests;

public class InstanceNumberTests
{
    [Theory]
    [InlineData("3427188", "3427188")]
    [InlineData(" 3427188\t", "3427188")]
    [InlineData("0", "0")]
    [InlineData("00012", "00012")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    public async Task Digits_are_sent_as_they_are(string given, string sent)
    {
        StubService service = new(Answer.Success());
        using SearchEngineClient client = service.Client(endpoint: SearchEngineEndpoint.Resolve("Gov"));

        ServiceResponse<RollingUpgrade> answer = await client.GetRollingUpgradeProgressAsync(given, TestContext.Current.CancellationToken);

        Assert.Equal($$"""{"serviceGroupInstanceNo":"{{sent}}"}""", Assert.Single(service.Requests).Body);
        Assert.Equal(sent, answer.Value.ServiceGroupInstanceNo);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("abc")]
    [InlineData("342-7188")]
    [InlineData("3427 188")]
    [InlineData("-3427188")]
    [InlineData("+3427188")]
    [InlineData("3427188.0")]
    [InlineData("0x1F")]
    [InlineData("３４２７１８８")]
    [InlineData("٣٤٢٧١٨٨")]
    [InlineData("123456789012345678901")]
    [InlineData("1\u001b[31m")]
    public async Task Anything_else_is_refused_before_a_request_is_sent(string? given)
    {
        StubService service = new(Answer.Success());
        using SearchEngineClient client = service.Client();

        NcpSearchEngineException exception = await Assert.ThrowsAsync<NcpSearchEngineException>(
            () => client.GetRollingUpgradeProgressAsync(given!, TestContext.Current.CancellationToken));

        Assert.Equal(NcpErrorId.InvalidServiceGroupInstanceNo, exception.ErrorId);
        Assert.DoesNotContain('\u001b', exception.Message);
        Assert.Empty(service.Requests);
    }
}
