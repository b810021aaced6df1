using System.Globalization;
using System.Text;
using CsCheck;

namespace NcpSearchEngine.Client.Tests;

public class RequestSignatureProperties
{
    [Fact]
    public void Agrees_with_an_independent_computation_for_any_text_and_length() =>
        Gen.Select(Gen.String[0, 2000], Gen.Long, Gen.String[1, 300], Gen.String[1, 200]).Sample(
            (path, timestamp, accessKey, secretKey) => Assert.Equal(
                TestKeys.Signature("GET", path, timestamp.ToString(CultureInfo.InvariantCulture), accessKey, secretKey),
                RequestSignature.Compute("GET", path, timestamp, accessKey, Encoding.UTF8.GetBytes(secretKey))),
            iter: 2_000);
}
