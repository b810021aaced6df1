using System.Net;
using System.Net.Sockets;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>An emulator starts, stops and leaves nothing behind.</summary>
public sealed class EmulatorLifetimeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_starts_on_a_free_loopback_port_with_the_fake_keys()
    {
        await using var emulator = await SearchEngineEmulator.StartAsync(cancellationToken: Token);
        Assert.Equal(("http", "127.0.0.1"), (emulator.Endpoint.Scheme, emulator.Endpoint.Host));
        Assert.NotEqual(0, emulator.Endpoint.Port);
        Assert.Equal(("FAKEACCESSKEY0000000", "FAKESECRETKEY00000000000000000000000000A"), (emulator.AccessKey, emulator.SecretKey));
    }

    [Fact]
    public async Task Two_do_not_share_anything()
    {
        await using var first = await TestEmulator.StartAsync();
        await using var second = await TestEmulator.StartAsync();
        first.Clusters.Clear();
        first.Faults.Add("503/500");

        Assert.Equal(503, (await first.ProgressAsync("3427188")).Status);
        Assert.Equal(200, (await second.ProgressAsync("3427188")).Status);
        Assert.Equal(1, second.Requests.Count);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_an_IOException()
    {
        await using var first = await SearchEngineEmulator.StartAsync(cancellationToken: Token);
        await Assert.ThrowsAsync<IOException>(() => SearchEngineEmulator.StartAsync(new EmulatorOptions { Port = first.Endpoint.Port }, Token));
    }

    [Fact]
    public async Task After_it_has_stopped_nobody_listens_and_the_port_is_free_again()
    {
        var emulator = await SearchEngineEmulator.StartAsync(cancellationToken: Token);
        var port = emulator.Endpoint.Port;
        await emulator.StopAsync();
        await emulator.StopAsync();
        await emulator.DisposeAsync();
        await emulator.DisposeAsync();

        using var client = new TcpClient();
        await Assert.ThrowsAsync<SocketException>(async () => await client.ConnectAsync(IPAddress.Loopback, port, Token));
        await using var next = await SearchEngineEmulator.StartAsync(new EmulatorOptions { Port = port }, Token);
        Assert.Equal(port, next.Endpoint.Port);
    }

    [Fact]
    public async Task Stopping_does_not_wait_for_an_answer_that_never_comes()
    {
        var emulator = await TestEmulator.StartAsync();
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        emulator.Clusters.Add(new DelegateCluster("42", async request =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, request.Aborted);
            return null;
        }));
        var reply = emulator.ProgressAsync("42");
        await arrived.Task.WaitAsync(Token);

        await emulator.Emulator.StopAsync().WaitAsync(Token);

        await Assert.ThrowsAsync<HttpRequestException>(() => reply);
        await emulator.DisposeAsync();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public async Task A_speed_must_be_above_0(double speed) =>
        await Assert.ThrowsAsync<ArgumentException>(() => SearchEngineEmulator.StartAsync(new EmulatorOptions { Speed = speed }, Token));

    [Fact]
    public async Task It_listens_on_IPv6_too_if_asked()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "There is no IPv6 here.");
        SearchEngineEmulator emulator;
        try
        {
            emulator = await SearchEngineEmulator.StartAsync(new EmulatorOptions { Address = IPAddress.IPv6Loopback }, Token);
        }
        catch (SocketException)
        {
            Assert.Skip("There is no IPv6 loopback address here.");
            throw;
        }

        await using (emulator)
        {
            Assert.Equal("[::1]", emulator.Endpoint.Host);
        }
    }
}
