using System.Reflection;
using System.Text;

namespace NcpSearchEngine.Client.Tests;

public class NcpCredentialTests
{
    public static TheoryData<string> ImpossibleAccessKeys =>
    [
        "", " ", "AK TEST", " AK_TEST", "AK_TEST\n", "AK\r\nx-header: 1", "AK\0", "AK\u007F", "키", "ＡＫ", new string('A', 257),
    ];

    [Theory]
    [MemberData(nameof(ImpossibleAccessKeys))]
    public void Refuses_an_access_key_that_can_be_none(string accessKey)
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => new NcpCredential(accessKey, TestKeys.SecretKey));

        Assert.Equal("accessKey", exception.ParamName);
        Assert.DoesNotContain(TestKeys.SecretKey, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_null_for_either_key()
    {
        Assert.Equal("accessKey", Assert.Throws<ArgumentException>(static () => new NcpCredential(null!, TestKeys.SecretKey)).ParamName);
        Assert.Equal("secretKey", Assert.Throws<ArgumentException>(static () => new NcpCredential(TestKeys.AccessKey, (string)null!)).ParamName);
    }

    [Fact]
    public void Refuses_an_empty_secret() =>
        Assert.Equal("secretKey", Assert.Throws<ArgumentException>(static () => new NcpCredential(TestKeys.AccessKey, [])).ParamName);

    [Theory]
    [InlineData("A")]
    [InlineData("FAKEACCESSKEY0000000")]
    [InlineData("ncp_iam_BPASKR0000000000000000")]
    [InlineData("!AK~")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void Takes_access_keys_of_the_older_and_the_newer_form(string accessKey)
    {
        using NcpCredential credential = new(accessKey, TestKeys.SecretKey);

        Assert.Equal(accessKey, credential.AccessKey);
        Assert.Equal(
            TestKeys.Signature("GET", "/", "1", accessKey, TestKeys.SecretKey),
            credential.Sign("GET", "/", 1));
    }

    [Fact]
    public void Keeps_a_copy_so_that_the_caller_can_clear_its_own()
    {
        byte[] mine = Encoding.UTF8.GetBytes(TestKeys.SecretKey);
        using NcpCredential credential = new(TestKeys.AccessKey, mine);

        Array.Clear(mine);

        Assert.Equal(TestKeys.Signature("GET", "/", "1", TestKeys.AccessKey, TestKeys.SecretKey), credential.Sign("GET", "/", 1));
    }

    [Fact]
    public void Dispose_overwrites_the_secret_and_ends_signing()
    {
        NcpCredential credential = TestKeys.Credential();
        byte[] secret = typeof(NcpCredential).GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .Select(field => field.GetValue(credential)).OfType<byte[]>().Single();
        Assert.Equal(TestKeys.SecretKey, Encoding.UTF8.GetString(secret));
        Assert.False(credential.IsDisposed);

        credential.Dispose();
        credential.Dispose();

        Assert.All(secret, static value => Assert.Equal(0, value));
        Assert.True(credential.IsDisposed);
        Assert.Throws<ObjectDisposedException>(() => credential.Sign("GET", "/", 1));
    }

    [Fact]
    public async Task Dispose_under_way_never_lets_a_half_wiped_secret_sign()
    {
        string expected = TestKeys.Signature("GET", "/", "1", TestKeys.AccessKey, TestKeys.SecretKey);
        for (int run = 0; run < 50; run++)
        {
            NcpCredential credential = TestKeys.Credential();
            using Barrier together = new(2);
            Task<HashSet<string>> signing = Task.Run(() =>
            {
                HashSet<string> signatures = [];
                together.SignalAndWait(TestContext.Current.CancellationToken);
                try
                {
                    while (true)
                    {
                        signatures.Add(credential.Sign("GET", "/", 1));
                    }
                }
                catch (ObjectDisposedException)
                {
                    return signatures;
                }
            });
            together.SignalAndWait(TestContext.Current.CancellationToken);
            credential.Dispose();

            Assert.All(await signing, signature => Assert.Equal(expected, signature));
        }
    }

    [Fact]
    public async Task A_call_with_wiped_keys_says_that_the_session_is_closed_and_sends_nothing()
    {
        StubService service = new(Answer.Success());
        NcpCredential credential = TestKeys.Credential();
        using SearchEngineClient client = new(SearchEngineEndpoint.Resolve(), credential, service.Options());
        credential.Dispose();

        await client.FailedAsync(NcpErrorId.SessionClosed);

        Assert.Empty(service.Requests);
    }
}
