using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace MentorBot.Tests.Sms;

public class OddTextTests(TextedProgram program)
{
    public static TheoryData<string, string> Oddities => new()
    {
        { "nothing at all", "" },
        { "spaces alone", "   \t\r\n" },
        { "as long as ten texts", new string('a', 1600) },
        { "as long as ten texts of emoji", string.Concat(Enumerable.Repeat("👩🏽‍🎓", 200)) },
        { "an emoji", "👍" },
        { "right to left", "سلام، حال شما چطور است؟ \u202e\u2066" },
        { "Welsh", "Sut wyt ti? ŵ ŷ" },
        { "NUL", "hi\0there" },
        { "every control character", string.Concat(Enumerable.Range(1, 31).Select(c => (char)c)) },
        { "markup", "<script>alert(1)</script> & \"quotes\" ]]>" },
        { "braces", "{0} {name} %s ${jndi:x} {{7*7}}" },
        { "SQL", "'; DROP TABLE Inbox; --" },
        { "digits without end", new string('9', 400) },
        { "a date that is none", "31/02/99999 25:61" },
        { "combining marks without end", "a" + new string('\u0301', 500) },
    };

    [Theory]
    [MemberData(nameof(Oddities))]
    public async Task A_text_is_answered_and_the_next_one_too_whatever_is_in_it(string what, string body)
    {
        var amina = Cast.Stranger();

        using var odd = await program.TextAsync(amina, body);
        await program.ReplyAsync(amina);
        using var next = await program.TextAsync(amina, "MENU");
        var before = (await program.Twilio.TakenForAsync(amina.Mobile, 2)).Count;

        Assert.True(odd.StatusCode == HttpStatusCode.OK && next.StatusCode == HttpStatusCode.OK, what);
        Assert.True(before >= 2, what);
    }

    // What .NET strings cannot hold or HttpClient would repair has to be written as bytes.
    [Theory]
    [InlineData("EDA0BD")]
    [InlineData("EDB880")]
    [InlineData("EDA0BDEDB880")]
    [InlineData("61EDA0BD")]
    [InlineData("0000")]
    [InlineData("EFBFBEEFBFBF")]
    public async Task Half_a_character_is_answered(string bytesOfBody)
    {
        var amina = Cast.Stranger();

        using var request = Raw(amina, Convert.FromHexString(bytesOfBody));
        using var answer = await program.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await program.ReplyAsync(amina));
    }

    [Theory]
    [InlineData("FF")]
    [InlineData("C080")]
    [InlineData("F888808080")]
    public async Task Bytes_that_are_no_text_at_all_are_refused_with_400_and_do_no_harm(string bytesOfBody)
    {
        var amina = Cast.Stranger();

        using var request = Raw(amina, Convert.FromHexString(bytesOfBody));
        using var answer = await program.Http.SendAsync(request);
        using var next = await program.TextAsync(amina, "hi");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Single(await program.Twilio.TakenForAsync(amina.Mobile, 1));
    }

    private HttpRequestMessage Raw(Person from, byte[] body)
    {
        const string Path = "/channels/sms/inbound";
        var fields = program.Signer.TextFields(from.Mobile, Cast.OurNumber, "").Select(f => KeyValuePair.Create(f.Key, Encoding.UTF8.GetBytes(f.Value)))
            .Where(f => f.Key != "Body").Append(KeyValuePair.Create("Body", body)).ToList();
        var form = string.Join('&', fields.Select(f => $"{f.Key}={string.Concat(f.Value.Select(b => $"%{b:X2}"))}"));
        var request = new HttpRequestMessage(HttpMethod.Post, TextedProgram.PublicUrl + Path) { Content = new ByteArrayContent(Encoding.ASCII.GetBytes(form)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add("X-Twilio-Signature", program.Signer.SignBytes(Path, fields));
        return request;
    }
}
