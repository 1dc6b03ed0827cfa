using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MentorBot.Tests.Sms;

public class RefusalTests(TextedProgram program)
{
    private const string Inbound = "/channels/sms/inbound";

    [Fact]
    public async Task A_text_without_a_signature_is_refused_with_403()
    {
        using var request = program.Signer.Text(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        request.Headers.Remove("X-Twilio-Signature");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(request));
    }

    [Fact]
    public async Task A_text_signed_with_another_token_is_refused_with_403()
    {
        var stranger = new TwilioClientSigner(TextedProgram.PublicUrl, program.Twilio.AccountSid, "not-our-token");
        using var request = stranger.Text(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(request));
    }

    [Fact]
    public async Task A_text_whose_words_were_changed_on_the_way_is_refused_with_403()
    {
        var fields = program.Signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        using var request = program.Signer.Post(Inbound, fields);
        fields["Body"] = "STOP";
        request.Content = new ByteArrayContent(TwilioClientSigner.Encode(fields)) { Headers = { ContentType = Form } };
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(request));
    }

    [Fact]
    public async Task A_text_for_an_account_that_is_not_ours_is_refused_with_403()
    {
        var other = new TwilioClientSigner(TextedProgram.PublicUrl, "AC" + new string('b', 32), program.Twilio.AuthToken);
        using var request = other.Text(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(request));
    }

    [Theory]
    [InlineData("From")]
    [InlineData("To")]
    [InlineData("MessageSid")]
    [InlineData("AccountSid")]
    [InlineData("Body")]
    public async Task A_text_that_lacks_a_field_is_refused_with_400(string field)
    {
        var fields = program.Signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        fields.Remove(field);
        using var request = program.Signer.Post(Inbound, fields);
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(request));
    }

    [Theory]
    [InlineData("From", "whatsapp:+447700900101")]
    [InlineData("From", "MyBank")]
    [InlineData("From", "60777")]
    [InlineData("MessageSid", "'; DROP TABLE Inbox; --")]
    public async Task A_text_that_could_not_be_answered_is_refused_with_400(string field, string value)
    {
        var fields = program.Signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        fields[field] = value;
        using var request = program.Signer.Post(Inbound, fields);
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(request));
    }

    [Theory]
    [InlineData("Body=%zz")]
    [InlineData("Body=%")]
    [InlineData("Body")]
    [InlineData("Body=%ff%fe")]
    [InlineData("&&&&")]
    public async Task A_form_that_is_no_form_is_refused_with_400(string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Inbound) { Content = new StringContent(body, Encoding.UTF8, Form.MediaType!) };
        request.Headers.Add("X-Twilio-Signature", "AAAA");
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(request));
    }

    [Fact]
    public async Task A_form_larger_than_any_carrier_sends_is_refused_with_400()
    {
        using var request = program.Signer.Text(Cast.Amina.Mobile, Cast.OurNumber, new string('a', 70 * 1024));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(request));
    }

    [Fact]
    public async Task A_form_of_more_fields_than_any_carrier_sends_is_refused_with_400()
    {
        var fields = program.Signer.TextFields(Cast.Amina.Mobile, Cast.OurNumber, "hi").Concat(
            Enumerable.Range(0, 300).Select(i => KeyValuePair.Create($"Field{i}", "x")));
        using var request = program.Signer.Post(Inbound, fields);
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(request));
    }

    [Fact]
    public async Task Json_where_a_form_should_be_is_refused_with_400()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Inbound) { Content = new StringContent("{}", Encoding.UTF8, "application/json") };
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(request));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task Another_method_than_POST_is_refused_with_405(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), Inbound);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, await StatusAsync(request));
    }

    [Fact]
    public async Task A_refusal_tells_a_stranger_nothing_but_its_status()
    {
        using var request = program.Signer.Text(Cast.Amina.Mobile, Cast.OurNumber, "hi");
        request.Headers.Remove("X-Twilio-Signature");
        using var answer = await program.Http.SendAsync(request);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    private static MediaTypeHeaderValue Form { get; } = new("application/x-www-form-urlencoded");

    private async Task<HttpStatusCode> StatusAsync(HttpRequestMessage request)
    {
        using var answer = await program.Http.SendAsync(request);
        return answer.StatusCode;
    }
}
