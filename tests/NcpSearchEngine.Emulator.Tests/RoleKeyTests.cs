namespace NcpSearchEngine.Emulator.Tests;

/// <summary>The metadata service of a server with a role, and the keys that it hands out.</summary>
public sealed class RoleKeyTests
{
    private const string Folder = "/latest/meta-data/iam/security-credentials/";

    [Fact]
    public async Task It_names_the_role_and_gives_keys_that_the_gateway_accepts()
    {
        await using var emulator = await TestEmulator.StartAsync();

        var role = await emulator.SendAsync(TestEmulator.Unsigned(HttpMethod.Get, Folder));
        Assert.Equal((200, "emulated-role"), (role.Status, role.Text));

        var (accessKey, secretKey, expiration) = await KeysAsync(emulator);
        Assert.Equal((20, 40), (accessKey.Length, secretKey.Length));
        Assert.Equal("2026-03-24T14:09:41Z", expiration);
        Assert.Equal(200, await TryAsync(emulator, accessKey, secretKey));
        Assert.Equal(401, await TryAsync(emulator, accessKey, secretKey + "x"));
    }

    [Fact]
    public async Task Keys_stay_the_same_until_they_expire_and_then_are_refused()
    {
        await using var emulator = await TestEmulator.StartAsync(
            time => new EmulatorOptions { TimeProvider = time, RoleName = "작업", RoleKeyLifetime = TimeSpan.FromMinutes(10) });
        var path = Folder + "%EC%9E%91%EC%97%85";
        var first = await KeysAsync(emulator, path);
        emulator.Time.Advance(TimeSpan.FromSeconds(599));
        Assert.Equal(first, await KeysAsync(emulator, path));
        Assert.Equal(200, await TryAsync(emulator, first.AccessKey, first.SecretKey));

        emulator.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, await TryAsync(emulator, first.AccessKey, first.SecretKey));
        Assert.Equal(Refusals.UnknownAccessKey, emulator.Requests.Snapshot()[^1].Refusal);

        var second = await KeysAsync(emulator, path);
        Assert.NotEqual(first.AccessKey, second.AccessKey);
        Assert.NotEqual(first.SecretKey, second.SecretKey);
        Assert.Equal("2026-03-24T08:29:41Z", second.Expiration);
        Assert.Equal(200, await TryAsync(emulator, second.AccessKey, second.SecretKey));
        Assert.Equal(401, await TryAsync(emulator, second.AccessKey, first.SecretKey));
    }

    [Theory]
    [InlineData("another-role")]
    [InlineData("emulated-role/x")]
    public async Task There_is_no_other_role(string name)
    {
        await using var emulator = await TestEmulator.StartAsync();
        Assert.Equal(404, (await emulator.SendAsync(TestEmulator.Unsigned(HttpMethod.Get, Folder + name))).Status);
    }

    [Fact]
    public async Task It_can_fail_like_the_service()
    {
        await using var emulator = await TestEmulator.StartAsync();
        emulator.Faults.Add("empty 503 x1 on security-credentials");
        Assert.Equal(200, (await emulator.ProgressAsync("3427188")).Status);
        Assert.Equal(503, (await emulator.SendAsync(TestEmulator.Unsigned(HttpMethod.Get, Folder))).Status);
        Assert.Equal(200, (await emulator.SendAsync(TestEmulator.Unsigned(HttpMethod.Get, Folder))).Status);
    }

    private static async Task<(string AccessKey, string SecretKey, string Expiration)> KeysAsync(TestEmulator emulator, string path = Folder + "emulated-role")
    {
        var json = (await emulator.SendAsync(TestEmulator.Unsigned(HttpMethod.Get, path))).Json;
        return (json.Text("AccessKeyId")!, json.Text("SecretAccessKey")!, json.Text("Expiration")!);
    }

    private static async Task<int> TryAsync(TestEmulator emulator, string accessKey, string secretKey) =>
        (await emulator.SendAsync(emulator.Progress("3427188", accessKey, secretKey))).Status;
}
