using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

public class ProxyTests
{
    [Fact]
    public async Task The_systems_proxy_is_never_asked_about_a_loopback_address()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        using ListeningProxy proxy = new();

        await service.Client().ReadAsync();
        Assert.DoesNotContain(service.Emulator.Endpoint.Authority, proxy.Asked);

        // Any other client would have asked.
        using HttpClient other = new();
        using HttpResponseMessage response = await other.GetAsync(service.Emulator.Endpoint, TestContext.Current.CancellationToken);
        Assert.Contains(service.Emulator.Endpoint.Authority, proxy.Asked);
    }

    [Fact]
    public async Task Nor_about_the_metadata_service()
    {
        await using SearchEngineEmulator emulator = await SearchEngineEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        using ServerRoleCredential role = new(emulator.Endpoint);
        using ListeningProxy proxy = new();

        await role.EnsureAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(role.AccessKey);
        Assert.DoesNotContain(emulator.Endpoint.Authority, proxy.Asked);
    }

    [Fact]
    public async Task A_proxy_that_is_given_is_asked_for_the_service()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        SearchEngineClientOptions options = new() { MaxRetryCount = 0, Proxy = new WebProxy(listener.LocalEndpoint.ToString()) };
        using NcpCredential credential = TestKeys.Credential();
        using SearchEngineClient client = new(SearchEngineEndpoint.Resolve(), credential, options);

        Task<NcpSearchEngineException> reading = client.FailedAsync(NcpErrorId.ConnectionFailed);
        using TcpClient connection = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using StreamReader request = new(connection.GetStream());
        Assert.Equal("CONNECT vpcsearchengine.apigw.ntruss.com:443 HTTP/1.1", await request.ReadLineAsync(TestContext.Current.CancellationToken));
        await connection.GetStream().WriteAsync("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        await reading;
    }

    /// <summary>The system's proxy while it lives: lets every request pass by, and remembers the hosts it was asked about.</summary>
    private sealed class ListeningProxy : IWebProxy, IDisposable
    {
        private readonly IWebProxy _before = HttpClient.DefaultProxy;

        public ListeningProxy() => HttpClient.DefaultProxy = this;

        public ICredentials? Credentials { get; set; }

        public ConcurrentBag<string> Asked { get; } = [];

        public Uri? GetProxy(Uri destination)
        {
            Asked.Add(destination.Authority);
            return null;
        }

        public bool IsBypassed(Uri host)
        {
            Asked.Add(host.Authority);
            return true;
        }

        public void Dispose() => HttpClient.DefaultProxy = _before;
    }
}
