using System.Collections.Concurrent;
using System.Net;

namespace NcpSearchEngine.Client.Tests;

public class ProxyTests
{
    [Fact]
    public async Task The_systems_proxy_is_never_asked_about_a_loopback_address()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        IWebProxy before = HttpClient.DefaultProxy;
        ListeningProxy proxy = new();
        try
        {
            HttpClient.DefaultProxy = proxy;

            await service.Client().ReadAsync();
            Assert.DoesNotContain(service.Emulator.Endpoint.Authority, proxy.Asked);

            // Any other client would have asked.
            using HttpClient other = new();
            using HttpResponseMessage response = await other.GetAsync(service.Emulator.Endpoint, TestContext.Current.CancellationToken);
            Assert.Contains(service.Emulator.Endpoint.Authority, proxy.Asked);
        }
        finally
        {
            HttpClient.DefaultProxy = before;
        }
    }

    /// <summary>Lets every request pass by, and remembers the hosts it was asked about.</summary>
    private sealed class ListeningProxy : IWebProxy
    {
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
    }
}
