using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NcpSearchEngine.Client.Tests;

/// <summary>What one answer sets travels with no other request: each stands on its own signature.</summary>
public sealed class CookieTests : IAsyncLifetime
{
    private readonly WebApplication _server = WebApplication.Create();
    private readonly List<string> _sent = [];
    private string _answer = string.Empty;

    private Uri Address => new(_server.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        _server.Urls.Add("http://127.0.0.1:0");
        _server.Run(async context =>
        {
            _sent.Add(context.Request.Headers.Cookie.ToString());
            context.Response.Cookies.Append("session", "1");
            await context.Response.WriteAsync(_answer);
        });
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task The_service_gets_none_back()
    {
        _answer = """{"code":0,"result":null}""";
        using NcpCredential credential = TestKeys.Credential();
        using SearchEngineClient client = new(SearchEngineEndpoint.Resolve(address: Address.ToString()), credential);

        await client.ReadAsync();
        await client.ReadAsync();

        Assert.Equal(["", ""], _sent);
    }

    [Fact]
    public async Task Nor_does_the_metadata_service()
    {
        _answer = """{"AccessKeyId":"A","SecretAccessKey":"B","Expiration":"2000-01-01T00:00:00Z"}""";
        using ServerRoleCredential role = new(Address);

        await role.EnsureAsync(TestContext.Current.CancellationToken);
        await role.EnsureAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["", "", "", ""], _sent);
    }
}
