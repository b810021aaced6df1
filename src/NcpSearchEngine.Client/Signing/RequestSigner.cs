using System.Globalization;

namespace NcpSearchEngine.Client;

/// <summary>Puts the three headers of the gateway on a request.</summary>
internal sealed class RequestSigner(NcpCredentialSource source)
{
    /// <summary>The keys to sign with, to be had before the time is taken: they may have to be fetched.</summary>
    internal ValueTask<NcpCredential> GetKeysAsync(CancellationToken cancellationToken) => source.GetAsync(cancellationToken);

    internal static void Sign(HttpRequestMessage message, NcpCredential credential, DateTimeOffset now)
    {
        long timestamp = now.ToUnixTimeMilliseconds();

        // Of the request's own address, so that what is signed is what is sent, query and escapes included.
        string pathAndQuery = message.RequestUri!.PathAndQuery;
        string signature;
        try
        {
            signature = credential.Sign(message.Method.Method, pathAndQuery, timestamp);
        }
        catch (ObjectDisposedException exception)
        {
            throw new NcpSearchEngineException(NcpErrorId.SessionClosed, Messages.SessionClosed, exception);
        }

        message.Headers.TryAddWithoutValidation("x-ncp-apigw-timestamp", timestamp.ToString(CultureInfo.InvariantCulture));
        message.Headers.TryAddWithoutValidation("x-ncp-iam-access-key", credential.AccessKey);
        message.Headers.TryAddWithoutValidation("x-ncp-apigw-signature-v2", signature);
    }
}
