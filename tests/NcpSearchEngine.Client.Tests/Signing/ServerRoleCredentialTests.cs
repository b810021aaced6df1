using Microsoft.Extensions.Time.Testing;
using NcpSearchEngine.Emulator;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The keys of a server's role, from the emulator's metadata service.</summary>
public sealed class ServerRoleCredentialTests : IAsyncLifetime
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(6);
    private static readonly TimeSpan _renewal = TimeSpan.FromMinutes(5);

    private readonly FakeTimeProvider _clock = new(PromptClock.Begin);
    private SearchEngineEmulator _emulator = null!;
    private ServerRoleCredential _role = null!;
    private SearchEngineClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _emulator = await SearchEngineEmulator.StartAsync(new EmulatorOptions { TimeProvider = _clock, RoleKeyLifetime = _lifetime });
        _role = new ServerRoleCredential(_emulator.Endpoint, _clock);
        _client = new SearchEngineClient(
            SearchEngineEndpoint.Resolve(null, null, _emulator.Endpoint.ToString(), null), _role, new() { TimeProvider = _clock, MaxRetryCount = 0 });
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        _role.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task They_are_asked_for_when_needed_and_sign()
    {
        Assert.Empty(_role.AccessKey);
        Assert.Equal(0, Asked);

        await _client.ReadAsync();

        Assert.Equal("FAKEROLEKEY000000001", _role.AccessKey);
        Assert.Equal(_role.AccessKey, _emulator.Requests.Snapshot()[^1].AccessKey);
    }

    [Fact]
    public async Task Readings_side_by_side_ask_once()
    {
        TaskCompletionSource arrived = new();
        TaskCompletionSource answer = new();
        _emulator.Faults.Add(new FaultRule
        {
            Action = FaultAction.Custom(async (_, next) =>
            {
                arrived.SetResult();
                await answer.Task;
                return await next();
            }),
            Count = 1,
        });

        Task[] readings = [.. Enumerable.Range(0, 8).Select(_ => _client.ReadAsync())];
        await arrived.HappensAsync();
        answer.SetResult();
        await Task.WhenAll(readings);

        Assert.Equal(2, Asked);
    }

    [Fact]
    public async Task They_are_kept_until_five_minutes_before_they_expire()
    {
        await _client.ReadAsync();
        _clock.Advance(_lifetime - _renewal - TimeSpan.FromSeconds(1));
        await _client.ReadAsync();
        Assert.Equal(2, Asked);

        _clock.Advance(TimeSpan.FromSeconds(1));
        await _client.ReadAsync();
        Assert.Equal(4, Asked);
    }

    [Fact]
    public async Task While_they_can_not_be_renewed_the_old_ones_serve_until_they_expire()
    {
        await _client.ReadAsync();
        _emulator.Faults.Add(new FaultRule
        {
            Action = FaultAction.Custom(static (request, next) => request.ClusterNo is null ? new(new EmulatedAnswer { Status = 503 }) : next()),
        });

        _clock.Advance(_lifetime - TimeSpan.FromSeconds(1));
        await _client.ReadAsync();
        _clock.Advance(TimeSpan.FromSeconds(1));
        await _client.FailedAsync(NcpErrorId.ServerRoleUnavailable);

        _emulator.Faults.Clear();
        await _client.ReadAsync();
        Assert.Equal("FAKEROLEKEY000000002", _role.AccessKey);
    }

    [Theory]
    [InlineData("404/300", 0)]
    [InlineData("503/500", 0)]
    [InlineData("reset", 0)]
    [InlineData("endless 70000", 0)]
    [InlineData("redirect \"http://127.0.0.1:1/\"", 0)]
    [InlineData("404/300", 1)]
    [InlineData("body \"\"", 1)]
    [InlineData("body \"[]\"", 1)]
    [InlineData("body \"{}\"", 1)]
    [InlineData("body '{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"MARK\"}'", 1)]
    [InlineData("body '{\"AccessKeyId\":\"A\",\"Expiration\":\"2030-01-01T00:00:00Z\"}'", 1)]
    [InlineData("body '{\"SecretAccessKey\":\"MARK\",\"Expiration\":\"2030-01-01T00:00:00Z\"}'", 1)]
    [InlineData("body '{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"MARK\",\"Expiration\":\"soon\"}'", 1)]
    [InlineData("body '{\"AccessKeyId\":1,\"SecretAccessKey\":\"MARK\",\"Expiration\":\"2030-01-01T00:00:00Z\"}'", 1)]
    [InlineData("body '{\"AccessKeyId\":\"A B\",\"SecretAccessKey\":\"MARK\",\"Expiration\":\"2030-01-01T00:00:00Z\"}'", 1)]
    [InlineData("body '{\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"MARK'", 1)]
    public async Task An_answer_that_gives_none_is_told_and_never_quoted(string fault, int after)
    {
        _emulator.Faults.Add(after == 0 ? fault : $"pass then {fault}");

        NcpSearchEngineException exception = await Assert.ThrowsAsync<NcpSearchEngineException>(() => _role.EnsureAsync(TestContext.Current.CancellationToken));

        Assert.Equal(NcpErrorId.ServerRoleUnavailable, exception.ErrorId);
        Assert.DoesNotContain("MARK", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(_role.AccessKey);
    }

    public static TheoryData<string> NoRoles => new("", "a/b", "/a", "a?b", "a#b", "a\nb", "\na/", new string('a', 257));

    [Theory]
    [MemberData(nameof(NoRoles))]
    public async Task A_text_that_is_no_name_of_a_role_is_not_asked_for_its_keys(string role)
    {
        _emulator.Faults.Add(FaultAction.Body(role, "text/plain"));

        NcpSearchEngineException exception = await Assert.ThrowsAsync<NcpSearchEngineException>(() => _role.EnsureAsync(TestContext.Current.CancellationToken));

        Assert.Equal(NcpErrorId.ServerRoleUnavailable, exception.ErrorId);
        Assert.Contains("no role", exception.Message, StringComparison.Ordinal);
        Assert.Empty(_role.AccessKey);
        Assert.Equal(1, Asked);
    }

    [Fact]
    public async Task The_longest_name_of_a_role_is_asked_for_its_keys()
    {
        string role = new('a', 256);
        _emulator.Faults.Add(new FaultRule { Action = FaultAction.Body(role, "text/plain"), Count = 1 });

        await Assert.ThrowsAsync<NcpSearchEngineException>(() => _role.EnsureAsync(TestContext.Current.CancellationToken));

        Assert.EndsWith("/" + role, _emulator.Requests.Snapshot()[^1].PathAndQuery, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_even_to_where_the_keys_are()
    {
        _emulator.Faults.Add(new FaultRule
        {
            Action = FaultAction.Redirect(_emulator.Endpoint + "latest/meta-data/iam/security-credentials/"), Count = 1,
        });

        NcpSearchEngineException exception = await Assert.ThrowsAsync<NcpSearchEngineException>(() => _role.EnsureAsync(TestContext.Current.CancellationToken));

        Assert.Equal(NcpErrorId.ServerRoleUnavailable, exception.ErrorId);
        Assert.Empty(_role.AccessKey);
        Assert.Equal(1, Asked);
    }

    [Fact]
    public async Task It_is_given_up_after_a_second()
    {
        TaskCompletionSource arrived = new();
        _emulator.Faults.Add(FaultAction.Custom(async (request, next) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, request.Aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return await next();
        }));
        Task reading = _role.EnsureAsync(TestContext.Current.CancellationToken);
        await arrived.HappensAsync();

        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(reading.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(NcpErrorId.ServerRoleUnavailable, (await Assert.ThrowsAsync<NcpSearchEngineException>(() => reading)).ErrorId);
    }

    [Fact]
    public async Task Cancelling_is_no_error_of_the_role()
    {
        using CancellationTokenSource source = new();
        TaskCompletionSource arrived = new();
        _emulator.Faults.Add(FaultAction.Custom(async (request, next) =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, request.Aborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return await next();
        }));
        Task reading = _role.EnsureAsync(source.Token);
        await arrived.HappensAsync();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task After_Dispose_none_are_asked_for_and_those_there_are_wiped()
    {
        await _client.ReadAsync();
        long asked = Asked;

        _role.Dispose();

        await _client.FailedAsync(NcpErrorId.SessionClosed);
        _clock.Advance(_lifetime);
        await _client.FailedAsync(NcpErrorId.SessionClosed);
        Assert.Equal(asked, Asked);
    }

    [Theory]
    [InlineData("http://169.254.169.254", true)]
    [InlineData("http://169.254.169.254:8080/", true)]
    [InlineData("http://localhost:1", true)]
    [InlineData("http://[::1]:1", true)]
    [InlineData("https://169.254.169.254", false)]
    [InlineData("https://localhost", false)]
    [InlineData("http://169.254.169.253", false)]
    [InlineData("http://metadata.example", false)]
    [InlineData("http://169.254.169.254/keys", false)]
    [InlineData("http://169.254.169.254/?a", false)]
    [InlineData("relative", false)]
    public void Only_the_link_local_address_and_this_machine_are_asked(string address, bool isAllowed)
    {
        Exception? refused = Record.Exception(() => new ServerRoleCredential(new Uri(address, UriKind.RelativeOrAbsolute)).Dispose());

        Assert.Equal(isAllowed ? null : NcpErrorId.InvalidEndpoint, (refused as NcpSearchEngineException)?.ErrorId);
        Assert.Equal(isAllowed, refused is null);
    }

    /// <summary>Requests to the metadata service: two for each time that keys are asked for.</summary>
    private long Asked => _emulator.Requests.Snapshot().Count(static request => request.ClusterNo is null);
}
