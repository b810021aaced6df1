using System.Net;
using System.Net.Http.Headers;
using NcpSearchEngine.Benchmarks.Service;

namespace NcpSearchEngine.Benchmarks.Parts;

/// <summary>Answers in place of the network.</summary>
internal sealed class PrebuiltAnswers(int nodes) : HttpMessageHandler
{
    private readonly byte[] _body = AnswerBytes.Body(nodes);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ByteArrayContent content = new(_body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
