using System.Text;

namespace NcpSearchEngine.Client.Tests;

public class RequestSignatureTests
{
    private const string Path = "/api/v2/cluster/getRollingUpgradeProgress";
    private const long Timestamp = 1_700_000_000_000;

    public static TheoryData<string, string, long, string, string, string> PublishedVectors => new()
    {
        {
            "GET", "/vserver/v2/getServerInstanceList?responseFormatType=json", 1234567890123, "TestAccessKey", "TestSecretKey",
            "FPsYYX8fuMAgi+cue3eACOW0dNtIwu1LYWfg/megA2M="
        },
        {
            "POST", "/vserver/v2/createServerInstances?regionCode=KR", 1700000000000, "AK_TEST", "SK_TEST",
            "xBcE26XFU55BMjppdPT7ZY3oDrqoOedfPyAn3Cq4lUw="
        },
        {
            "POST", "/api/v2/cluster/getRollingUpgradeProgress", 1700000000000, "FAKEACCESSKEY0000000", "FAKESECRETKEY00000000000000000000000000A",
            "0UDFJPHBW5bUhYrjlFMcX/8qsA0h5o7663psMr80fVA="
        },
    };

    [Theory]
    [MemberData(nameof(PublishedVectors))]
    public void Signs_the_published_vectors(string method, string pathAndQuery, long timestamp, string accessKey, string secretKey, string expected)
    {
        using NcpCredential credential = new(accessKey, secretKey);

        Assert.Equal(expected, RequestSignature.Compute(method, pathAndQuery, timestamp, accessKey, Encoding.UTF8.GetBytes(secretKey)));
        Assert.Equal(expected, credential.Sign(method, pathAndQuery, timestamp));
    }

    [Theory]
    [InlineData("GET", Path, Timestamp, TestKeys.AccessKey, TestKeys.SecretKey)]
    [InlineData("POST", Path + "?pageNo=1", Timestamp, TestKeys.AccessKey, TestKeys.SecretKey)]
    [InlineData("POST", Path + "/", Timestamp, TestKeys.AccessKey, TestKeys.SecretKey)]
    [InlineData("POST", Path, Timestamp + 1, TestKeys.AccessKey, TestKeys.SecretKey)]
    [InlineData("POST", Path, Timestamp, "FAKEACCESSKEY0000001", TestKeys.SecretKey)]
    [InlineData("POST", Path, Timestamp, TestKeys.AccessKey, "FAKESECRETKEY00000000000000000000000000B")]
    public void Signs_every_part_of_the_request_line_and_both_keys(string method, string path, long timestamp, string accessKey, string secretKey)
    {
        string signature = RequestSignature.Compute(method, path, timestamp, accessKey, Encoding.UTF8.GetBytes(secretKey));

        Assert.NotEqual("0UDFJPHBW5bUhYrjlFMcX/8qsA0h5o7663psMr80fVA=", signature);
    }

    [Fact]
    public void Does_not_decode_a_secret_that_looks_like_base64()
    {
        const string secret = "U0VDUkVUU0VDUkVUU0VDUkVUU0VDUkVUU0VDUkVU";

        Assert.Equal(
            TestKeys.Signature("POST", Path, "1700000000000", TestKeys.AccessKey, secret),
            RequestSignature.Compute("POST", Path, Timestamp, TestKeys.AccessKey, Encoding.UTF8.GetBytes(secret)));
    }
}
