using Microsoft.Extensions.Time.Testing;

namespace NcpSearchEngine.Emulator.Tests;

/// <summary>The published examples of signatures, against the gateway's check and against these tests' own signing.</summary>
public sealed class SignatureCheckTests
{
    public static TheoryData<string, string, long, string, string, string> Vectors { get; } = new()
    {
        {
            "GET", "/vserver/v2/getServerInstanceList?responseFormatType=json", 1234567890123,
            "TestAccessKey", "TestSecretKey", "FPsYYX8fuMAgi+cue3eACOW0dNtIwu1LYWfg/megA2M="
        },
        {
            "POST", "/vserver/v2/createServerInstances?regionCode=KR", 1700000000000,
            "AK_TEST", "SK_TEST", "xBcE26XFU55BMjppdPT7ZY3oDrqoOedfPyAn3Cq4lUw="
        },
        {
            "POST", "/api/v2/cluster/getRollingUpgradeProgress", 1700000000000,
            "FAKEACCESSKEY0000000", "FAKESECRETKEY00000000000000000000000000A", "0UDFJPHBW5bUhYrjlFMcX/8qsA0h5o7663psMr80fVA="
        },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_tests_sign_as_published(string method, string target, long timestamp, string accessKey, string secretKey, string signature) =>
        Assert.Equal(signature, Signature.Of(method, target, $"{timestamp}", accessKey, secretKey));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_gateway_accepts_what_is_published(string method, string target, long timestamp, string accessKey, string secretKey, string signature) =>
        Assert.Null(Refusal(method, target, timestamp, accessKey, secretKey, signature));

    [Theory]
    [MemberData(nameof(Vectors))]
    public void The_gateway_refuses_any_change_of_it(string method, string target, long timestamp, string accessKey, string secretKey, string signature)
    {
        Assert.Equal(Refusals.WrongSignature, Refusal(method == "GET" ? "POST" : "GET", target, timestamp, accessKey, secretKey, signature));
        Assert.Equal(Refusals.WrongSignature, Refusal(method, target + "&", timestamp, accessKey, secretKey, signature));
        Assert.Equal(Refusals.WrongSignature, Refusal(method, target, timestamp + 1, accessKey, secretKey, signature));
        Assert.Equal(Refusals.WrongSignature, Refusal(method, target, timestamp, accessKey, secretKey + "x", signature));
        Assert.Equal(Refusals.WrongSignature, Refusal(method, target, timestamp, accessKey, secretKey, signature.ToLowerInvariant()));
        Assert.Equal(Refusals.WrongSignature, Refusal(method, target, timestamp, accessKey, secretKey, signature[..^1]));
    }

    private static string? Refusal(string method, string target, long timestamp, string accessKey, string secretKey, string signature)
    {
        var clock = new EmulatorClock(new FakeTimeProvider(DateTimeOffset.FromUnixTimeMilliseconds(timestamp)), TimeSpan.Zero, TimeSpan.Zero);
        var keys = new KeyRing(accessKey, secretKey, new RoleKeys(clock, "role", TimeSpan.FromHours(1)));
        var record = new RequestRecord
        {
            Method = method,
            PathAndQuery = target,
            Timestamp = $"{timestamp}",
            AccessKey = accessKey,
            Signature = signature,
        };
        _ = new SignatureCheck(clock, keys).Refuse(record);
        return record.Refusal;
    }
}
