using System.Net;

namespace MentorBot.Tests.Sms;

public class InboundTests(TextedProgram program)
{
    private const string EmptyTwiml = "<Response/>";

    [Fact]
    public async Task A_signed_text_is_acknowledged_by_twiml_that_does_nothing_and_answered_by_a_text_from_our_number()
    {
        var amina = Cast.Stranger();

        using var answer = await program.TextAsync(amina, "hi");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("text/xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(EmptyTwiml, System.Xml.Linq.XDocument.Parse(await answer.Content.ReadAsStringAsync()).ToString().Replace(" ", "", StringComparison.Ordinal));
        var reply = Assert.Single(await program.Twilio.TakenForAsync(amina.Mobile, 1));
        Assert.StartsWith("Hello, I'm MentorBot", reply.Body, StringComparison.Ordinal);
        Assert.Equal(Cast.OurNumber, reply.From);
    }

    [Fact]
    public async Task A_whole_first_talk_goes_from_the_welcome_to_tip_after_tip()
    {
        var amina = Cast.Stranger();

        await TalkAsync(amina, "hi", "1", "MORE");

        Assert.StartsWith("Tip 1 of 12", await program.ReplyAsync(amina, 2), StringComparison.Ordinal);
        Assert.StartsWith("Tip 2 of 12", await program.ReplyAsync(amina, 3), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_text_posted_ten_times_at_once_is_acknowledged_each_time_and_answered_once()
    {
        var amina = Cast.Stranger();
        var sid = program.Signer.NewSid();

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => program.TextAsync(amina, "hi", sid)));
        await program.ReplyAsync(amina);
        using var next = await program.TextAsync(amina, "1");
        await program.ReplyAsync(amina, 2);

        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        // Replies leave in order, so a second one to the repeats would have come before this.
        Assert.StartsWith("Tip 1 of 12", await program.ReplyAsync(amina, 2), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Texts_that_one_person_sends_in_a_hurry_are_answered_one_by_one_in_their_order()
    {
        var amina = Cast.Stranger();
        await TalkAsync(amina, "hi");

        using var first = await program.TextAsync(amina, "1");
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => program.TextAsync(amina, "MORE")));

        Assert.All(others, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        var replies = await program.Twilio.TakenForAsync(amina.Mobile, 6);
        for (var tip = 1; tip <= 5; tip++)
            Assert.StartsWith($"Tip {tip} of 12", replies[tip].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_who_text_at_the_same_moment_each_get_their_own_answer()
    {
        var people = Enumerable.Range(0, 20).Select(_ => Cast.Stranger()).ToList();

        await Task.WhenAll(people.Select(p => program.TextAsync(p, "hi")));

        foreach (var person in people)
            Assert.StartsWith("Hello, I'm MentorBot", Assert.Single(await program.Twilio.TakenForAsync(person.Mobile, 1)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_signed_with_the_second_token_is_taken_while_tokens_are_being_changed()
    {
        var amina = Cast.Stranger();
        var signer = new TwilioClientSigner(TextedProgram.PublicUrl, program.Twilio.AccountSid, TextedProgram.SecondaryToken);

        using var request = signer.Text(amina.Mobile, Cast.OurNumber, "hi", program.Signer.NewSid());
        using var answer = await program.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await program.ReplyAsync(amina));
    }

    [Fact]
    public async Task A_text_with_a_query_is_taken_when_the_signature_covers_the_query_as_it_was_sent()
    {
        var amina = Cast.Stranger();

        using var request = program.Signer.Post("/channels/sms/inbound?a=%2f+b%20c", program.Signer.TextFields(amina.Mobile, Cast.OurNumber, "hi"));
        using var answer = await program.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await program.ReplyAsync(amina));
    }

    [Fact]
    public async Task A_picture_message_is_answered()
    {
        var amina = Cast.Stranger();
        var fields = program.Signer.TextFields(amina.Mobile, Cast.OurNumber, "");
        fields["NumMedia"] = "1";
        fields["MediaUrl0"] = "https://api.twilio.com/2010-04-01/Accounts/AC0/Messages/MM0/Media/ME0";
        fields["MediaContentType0"] = "image/jpeg";

        using var request = program.Signer.Post("/channels/sms/inbound", fields);
        using var answer = await program.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await program.ReplyAsync(amina));
    }

    [Fact]
    public async Task Fields_that_nobody_has_heard_of_do_no_harm()
    {
        var amina = Cast.Stranger();
        var fields = program.Signer.TextFields(amina.Mobile, Cast.OurNumber, "hi");
        fields["AddOns"] = """{"status":"successful"}""";
        fields["Ünknown"] = "✓";

        using var request = program.Signer.Post("/channels/sms/inbound", fields);
        using var answer = await program.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await program.ReplyAsync(amina));
    }

    private async Task TalkAsync(Person person, params string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            using var answer = await program.TextAsync(person, texts[i]);
            await program.ReplyAsync(person, i + 1);
        }
    }
}
