using System.Net;
using System.Net.Sockets;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

public class ConnectionTests
{
    [Fact]
    public async Task A_reset_is_a_failed_connection()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Reset());

        NcpSearchEngineException exception = await service.Client().FailedAsync(NcpErrorId.ConnectionFailed);

        Assert.Contains(service.Emulator.Endpoint.Authority, exception.Message, StringComparison.Ordinal);
        Assert.NotNull(exception.InnerException);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_failed_connection_never_half_an_answer()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(FaultAction.Truncate());

        await service.Client().FailedAsync(NcpErrorId.ConnectionFailed);
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("truncate")]
    [InlineData("truncate 0")]
    [InlineData("garbage")]
    public async Task A_broken_connection_is_tried_again(string fault)
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        service.Emulator.Faults.Add(fault + " x2");

        ServiceResponse<RollingUpgrade> answer = await service.Client(retries: 2).ReadAsync();

        Assert.Equal((3, 8), (answer.Attempts, answer.Value.Nodes.Count));
        Assert.Equal(3, service.Requests.Count);
    }

    [Fact]
    public async Task Nobody_listening_is_a_failed_connection_whose_message_tells_the_cause()
    {
        using Socket bound = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        bound.Bind(new IPEndPoint(IPAddress.Loopback, 0)); // Bound, so that nobody else takes the port; not listening.
        SearchEngineEndpoint endpoint = SearchEngineEndpoint.Resolve(address: $"http://127.0.0.1:{((IPEndPoint)bound.LocalEndPoint!).Port}");
        using NcpCredential credential = TestKeys.Credential();
        using SearchEngineClient client = new(endpoint, credential, new SearchEngineClientOptions { MaxRetryCount = 0 });

        NcpSearchEngineException exception = await client.FailedAsync(NcpErrorId.ConnectionFailed);

        Assert.Contains("ConnectionRefused", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_system_says_of_a_failure_is_cleaned()
    {
        StubService service = StubService.Failing(static () => new HttpRequestException("no\u001b[31mway"));
        using SearchEngineClient client = service.Client();

        NcpSearchEngineException exception = await client.FailedAsync(NcpErrorId.ConnectionFailed);

        Assert.Contains("no\uFFFD[31mway", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_that_is_disposed_while_it_reads_says_that_the_session_is_closed()
    {
        await using EmulatedService service = await EmulatedService.StartAsync();
        TaskCompletionSource arrived = new(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Emulator.Faults.Add(FaultAction.Custom(async (request, next) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.Infinite, request.Aborted);
            return await next();
        }));
        SearchEngineClient client = service.Client(retries: 4);
        Task reading = client.FailedAsync(NcpErrorId.SessionClosed);
        await arrived.HappensAsync();

        client.Dispose();

        await reading;
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_client_that_was_disposed_says_that_the_session_is_closed_and_sends_nothing()
    {
        StubService service = new(Answer.Success());
        SearchEngineClient client = service.Client(retries: 4);
        client.Dispose();

        await client.FailedAsync(NcpErrorId.SessionClosed);

        Assert.Empty(service.Requests);
    }
}
