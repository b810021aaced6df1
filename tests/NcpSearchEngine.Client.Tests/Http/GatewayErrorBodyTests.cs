using System.Text;

namespace NcpSearchEngine.Client.Tests;

/// <summary>The forms in which the gateway's errors have been seen: what counts is the body, not its content type.</summary>
public class GatewayErrorBodyTests
{
    /// <summary>body, code, message, details.</summary>
    public static TheoryData<string, string?, string?, string?> Forms => new()
    {
        { """{"error":{"errorCode":"200","message":"M","details":"D"}}""", "200", "M", "D" },
        { """{"error":{"errorCode":200,"message":"M","details":"D"}}""", "200", "M", "D" },
        { """{"error":{"errorCode":" 200 ","message":"M","details":"D"}}""", "200", "M", "D" },
        { """{"error":{"errorCode":"200","message":"M","details":""}}""", "200", "M", "" },
        { """{"error":{"errorCode":"200","message":"M","details":null}}""", "200", "M", null },
        { """{"error":{"errorCode":"200","message":"M"}}""", "200", "M", null },
        { """{"error":{"errorCode":"200"}}""", "200", null, null },
        { """{"error":{}}""", null, null, null },
        { """{"error":{"errorCode":"200","message":{"text":"M"},"details":["D"]}}""", "200", null, null },
        { """{"error":{"errorCode":"200","message":"인증에 실패했습니다","details":"D"}}""", "200", "인증에 실패했습니다", "D" },
        { """{"error":{"errorCode":"200","message":"<html><b>M</b></html>","details":"D"}}""", "200", "<html><b>M</b></html>", "D" },
        { """{"code":0,"error":{"errorCode":"200","message":"M"},"result":{}}""", "200", "M", null },
        { """ { "error" : { "errorCode" : 200, "message" : "M", "unknown" : [1] }, "more" : {} } """, "200", "M", null },
        { """{"more":[{}],"error":{"unknown":{"errorCode":"300","details":"X"},"errorCode":"200","message":"M"}}""", "200", "M", null },
        { "\uFEFF{\"error\":{\"errorCode\":\"200\",\"message\":\"M\"}}", "200", "M", null },
        { "<Error><errorCode>200</errorCode><message>M</message><details>D</details></Error>", "200", "M", "D" },
        { """<?xml version="1.0" encoding="UTF-8"?><Error><details>D</details><errorCode> 200 </errorCode></Error>""", "200", null, "D" },
        { "\uFEFF<error>\n  <errorCode>200</errorCode>\n  <message>실패</message>\n  <other/>\n</error>\n", "200", "실패", null },
        { "<Error><!-- by the gateway --><errorCode>200</errorCode><!-- no more --><message>M</message></Error>", "200", "M", null },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task Is_read_in_every_form(string body, string? code, string? message, string? details)
    {
        foreach (string? contentType in new[] { "application/json", "text/plain;charset=UTF-8", "application/xml", "text/html", null })
        {
            StubService service = new(Answer.Text(body, 401) with { ContentType = contentType });
            using SearchEngineClient client = service.Client();

            NcpApiException exception = await client.RefusedAsync(NcpErrorId.AuthenticationFailed);

            Assert.Equal((code, message, details), (exception.Code, exception.ServiceMessage, exception.Details));
        }
    }

    [Theory]
    [InlineData("<Fault><errorCode>200</errorCode></Fault>")]
    [InlineData("<Error><message>M</message></Error>")]
    [InlineData("<Error/>")]
    [InlineData("<!-- nothing -->")]
    public async Task Other_xml_is_no_error_of_the_gateway(string body)
    {
        StubService service = new(Answer.Text(body, 200));
        using SearchEngineClient client = service.Client();

        Assert.Null((await client.RefusedAsync(NcpErrorId.InvalidResponse)).Code);
    }

    /// <summary>errorCode in an answer whose status says that all is well, or nothing in particular.</summary>
    [Theory]
    [InlineData("200", NcpErrorId.AuthenticationFailed)]
    [InlineData("210", NcpErrorId.PermissionDenied)]
    [InlineData("300", NcpErrorId.RouteNotFound)]
    [InlineData("400", NcpErrorId.Throttled)]
    [InlineData("410", NcpErrorId.Throttled)]
    [InlineData("420", NcpErrorId.Throttled)]
    [InlineData("500", NcpErrorId.ServiceUnavailable)]
    [InlineData("510", NcpErrorId.ServiceUnavailable)]
    [InlineData("900", NcpErrorId.ServiceUnavailable)]
    [InlineData("100", NcpErrorId.ServiceError)]
    [InlineData("430", NcpErrorId.ServiceError)]
    [InlineData("12345", NcpErrorId.ServiceError)]
    public async Task An_error_object_is_an_error_whatever_the_status_says(string code, NcpErrorId expected)
    {
        foreach (int status in new[] { 200, 400 })
        {
            StubService service = new(Answer.Gateway(status, code));
            using SearchEngineClient client = service.Client();

            Assert.Equal(status, (await client.RefusedAsync(expected)).HttpStatus);
        }
    }

    [Fact]
    public async Task An_error_object_beside_a_code_of_success_is_an_error()
    {
        StubService service = new(Answer.Text("""{"code":0,"message":"SUCCESS","result":{},"error":{"errorCode":"210","message":"M"}}"""));
        using SearchEngineClient client = service.Client();

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.PermissionDenied);

        Assert.Equal((200, "210"), (exception.HttpStatus, exception.Code));
    }

    [Theory]
    [InlineData(401, NcpErrorId.AuthenticationFailed)]
    [InlineData(403, NcpErrorId.PermissionDenied)]
    [InlineData(404, NcpErrorId.RouteNotFound)]
    [InlineData(429, NcpErrorId.Throttled)]
    [InlineData(500, NcpErrorId.ServiceUnavailable)]
    [InlineData(502, NcpErrorId.ServiceUnavailable)]
    [InlineData(503, NcpErrorId.ServiceUnavailable)]
    [InlineData(504, NcpErrorId.ServiceUnavailable)]
    [InlineData(400, NcpErrorId.InvalidResponse)]
    [InlineData(200, NcpErrorId.InvalidResponse)]
    [InlineData(204, NcpErrorId.InvalidResponse)]
    public async Task Without_a_body_that_can_be_understood_the_status_decides(int status, NcpErrorId expected)
    {
        string[] bodies = ["", "<html><body><h1>Bad Gateway</h1></body></html>", "upstream connect error", "{}", "null", "[]", "0", "{\"error\":\"none\"}"];
        foreach (string body in bodies)
        {
            StubService service = new(Answer.Text(body, status) with { ContentType = "text/html" });
            using SearchEngineClient client = service.Client();

            NcpApiException exception = await client.RefusedAsync(expected);

            Assert.Equal((status, null), (exception.HttpStatus, exception.Code));
            Assert.Contains(body.Length == 0 ? "empty" : body, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Texts_are_cleaned_in_every_property_and_in_the_message()
    {
        byte[] body = Encoding.UTF8.GetBytes("""{"error":{"errorCode":"2\u001b00","message":"a\u001b[31mb\u202Ec","details":"x\ny"}}""");
        StubService service = new(new Answer(503, body) { TraceId = "trace\u202E1" });
        using SearchEngineClient client = service.Client();

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.ServiceUnavailable);

        Assert.Equal(("2\uFFFD00", "a\uFFFD[31mb\uFFFDc", "x\uFFFDy"), (exception.Code, exception.ServiceMessage, exception.Details));
        Assert.Equal("trace\uFFFD1", exception.TraceId);
        Assert.DoesNotMatch("[\u001b\u202E\n]", exception.Message);
    }

    [Fact]
    public async Task A_message_in_a_code_page_of_its_own_does_not_hide_its_code()
    {
        byte[] body = [.. "{\"error\":{\"errorCode\":\"210\",\"message\":\""u8, 0xBD, 0xC7, 0xC6, 0xD0, .. "\"}}"u8];
        StubService service = new(new Answer(401, body));
        using SearchEngineClient client = service.Client();

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.PermissionDenied);

        Assert.Equal("210", exception.Code);
        Assert.Contains('\uFFFD', exception.ServiceMessage!);
    }

    [Fact]
    public async Task Xml_that_refers_to_other_files_is_not_followed()
    {
        const string body = """<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><Error><errorCode>200</errorCode><message>&e;</message></Error>""";
        StubService service = new(Answer.Text(body));
        using SearchEngineClient client = service.Client();

        NcpApiException exception = await client.RefusedAsync(NcpErrorId.InvalidResponse);

        Assert.Null(exception.Code);
    }
}
