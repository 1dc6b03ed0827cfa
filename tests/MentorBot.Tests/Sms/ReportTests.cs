using System.Net;

namespace MentorBot.Tests.Sms;

public class ReportTests(ReportTests.OwnProgram program) : IClassFixture<ReportTests.OwnProgram>
{
    // As MentorBot.BotFramework.DeliveryStatus and MentorBot.Mentoring.Messages.OutboxState count.
    private static readonly int Delivered = (int)BotFramework.DeliveryStatus.Delivered;
    private static readonly int Accepted = (int)Mentoring.Messages.OutboxState.Accepted;

    [Fact]
    public async Task Reports_move_a_message_up_and_never_down_whatever_order_they_come_in()
    {
        var reply = await FirstReplyAsync(Cast.Stranger());

        foreach (var status in new[] { "sent", "delivered", "sending", "delivered", "queued", "sent" })
            Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(reply, status));

        Assert.Equal(1, Rows("Status = @status", ("@sid", reply.Sid), ("@status", Delivered)));
    }

    [Fact]
    public async Task A_report_settles_a_message_whose_sending_was_never_answered_and_the_talk_goes_on()
    {
        var amina = Cast.Stranger();
        program.Twilio.NextAnswers(FakeAnswer.ResetAfterTaking);
        var unanswered = await FirstReplyAsync(amina);

        Assert.Equal(HttpStatusCode.NoContent, await ReportAsync(unanswered, "delivered"));
        using var next = await program.TextAsync(amina, "1");
        var replies = await program.Twilio.TakenForAsync(amina.Mobile, 2);

        // Were the first still uncertain, the second would wait for it; had it been sent again, it would be here.
        Assert.Equal(2, replies.Count);
        Assert.StartsWith("Tip 1 of 12", replies[1].Body, StringComparison.Ordinal);
        Assert.Equal(1, Rows("State = @state", ("@sid", unanswered.Sid), ("@state", Accepted)));
    }

    [Fact]
    public async Task A_report_without_a_good_signature_is_refused_with_403_and_changes_nothing()
    {
        var reply = await FirstReplyAsync(Cast.Stranger());
        var stranger = new TwilioClientSigner(TextedProgram.PublicUrl, program.Twilio.AccountSid, "not-our-token");

        using var request = stranger.Post(new Uri(reply.StatusCallback!).PathAndQuery, Fields(reply, "failed"));
        using var answer = await program.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(0, Rows("Status IS NOT NULL", ("@sid", reply.Sid)));
    }

    [Fact]
    public async Task A_report_about_a_message_that_nobody_knows_is_taken_and_does_nothing()
    {
        var reply = await FirstReplyAsync(Cast.Stranger());

        using var request = program.Signer.Post($"/channels/sms/status?message={Guid.NewGuid()}", Fields(reply, "delivered"));
        using var answer = await program.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(0, Rows("Status IS NOT NULL", ("@sid", reply.Sid)));
    }

    [Fact]
    public async Task A_report_of_a_status_that_nobody_has_heard_of_is_refused_with_400()
    {
        var reply = await FirstReplyAsync(Cast.Stranger());
        Assert.Equal(HttpStatusCode.BadRequest, await ReportAsync(reply, "teleported"));
    }

    private async Task<SentText> FirstReplyAsync(Person person)
    {
        using var answer = await program.TextAsync(person, "hi");
        return (await program.Twilio.TakenForAsync(person.Mobile, 1))[0];
    }

    private async Task<HttpStatusCode> ReportAsync(SentText about, string status)
    {
        using var answer = await program.Twilio.ReportAsync(program.Http, about, status);
        return answer.StatusCode;
    }

    private Dictionary<string, string> Fields(SentText about, string status) => new(StringComparer.Ordinal)
    {
        ["MessageSid"] = about.Sid, ["MessageStatus"] = status, ["AccountSid"] = program.Twilio.AccountSid,
    };

    private long Rows(string where, params (string, object)[] values) =>
        new Memory(program.Folder).Count($"SELECT COUNT(*) FROM Outbox WHERE ProviderId = @sid AND {where}", values);

    /// <summary>A program of its own: these tests break its carrier.</summary>
    public sealed class OwnProgram : TextedProgram;
}
