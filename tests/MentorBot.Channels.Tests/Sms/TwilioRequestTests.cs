using MentorBot.Channels.Sms;
using MentorBot.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace MentorBot.Channels.Tests.Sms;

public sealed class TwilioRequestTests
{
    [Fact]
    public async Task A_signed_request_is_read_from_HTTP_with_its_path_as_it_was_sent()
    {
        const string Target = "/channels/sms/inbound?x=it's%20a%3Ab";
        var fields = Carrier.Signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        var http = Post(TwilioClientSigner.Encode(fields), Target);
        http.Headers["X-Twilio-Signature"] = Carrier.Signer.Sign(Target, fields);

        var request = await TwilioRequest.ReadAsync(http, TestContext.Current.CancellationToken);

        Assert.Equal("hi", new TwilioWebhook(Carrier.Settings()).Read(request).Accepted?.Activity.Text);
    }

    [Fact]
    public async Task A_server_that_keeps_no_raw_path_gives_the_path_escaped_again()
    {
        var http = Post([], target: "");
        (http.PathBase, http.Path, http.QueryString) = ("/bot", "/a b", new("?c=%20"));

        Assert.Equal("/bot/a%20b?c=%20", (await TwilioRequest.ReadAsync(http, TestContext.Current.CancellationToken)).PathAndQuery);
    }

    [Fact]
    public async Task An_endless_body_is_not_read_to_its_end()
    {
        var http = Post(new byte[100 * TwilioForm.MaxBytes], TwilioWebhook.Path);

        var request = await TwilioRequest.ReadAsync(http, TestContext.Current.CancellationToken);

        Assert.InRange(request.Body.Length, TwilioForm.MaxBytes + 1, 3 * TwilioForm.MaxBytes);
        Assert.Equal("TooLarge", new TwilioWebhook(Carrier.Settings()).Read(request).Refusal?.Detail);
    }

    private static HttpRequest Post(byte[] body, string target)
    {
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target;
        context.Request.ContentType = Carrier.FormType;
        context.Request.Body = new MemoryStream(body);
        return context.Request;
    }
}
