using System.Text.Json.Nodes;

namespace MentorBot.Tests.AzureBot;

public class HubTests(HubProgram program) : IClassFixture<HubProgram>
{
    private const string Asked = "I have asked for";
    private const string Initiation = "handoff.initiate";
    private const string Here = "A person is here";
    private const string Nobody = "Sorry, no person is";
    private const string Back = "This is the computer";
    private const string Tip = "Tip 1 of 12:";

    [Fact]
    public async Task A_contact_centre_is_asked_with_the_card_that_a_mentor_would_see()
    {
        await program.AskAsync("card", "my photos are dark, call 07700 900123");

        var sent = (await program.Connector.TakenInAsync("card", 4))[3];
        var answered = (string?)sent.Activity["replyToId"];
        var alias = (string?)sent.Activity["value"]!["alias"];
        var expected = JsonNode.Parse($$$"""
            {"type":"event","name":"handoff.initiate","channelId":"ourcontactcentre","serviceUrl":"{{{program.Connector.ReplyUrl}}}",
             "from":{"id":"28:mentorbot","name":"MentorBot","role":"bot"},"recipient":{"id":"29:card-user"},"conversation":{"id":"card"},
             "replyToId":"{{{answered}}}","attachments":[],"entities":[],"timestamp":"{{{sent.Activity["timestamp"]}}}",
             "relatesTo":{"activityId":"{{{answered}}}","user":{"id":"29:card-user"},"bot":{"id":"28:mentorbot","name":"MentorBot","role":"bot"},
                          "conversation":{"id":"card"},"channelId":"ourcontactcentre","serviceUrl":"{{{program.Connector.ReplyUrl}}}"},
             "value":{"tag":"{{{sent.Activity["value"]!["tag"]}}}","alias":"{{{alias}}}","language":"en","isUrgent":false,"course":"your-phone-your-voice","tips":0,
                      "about":"my photos are dark, call ..."}}
            """);
        Assert.True(JsonNode.DeepEquals(expected, sent.Activity), sent.Activity.ToJsonString());
        Assert.StartsWith("card|", answered, StringComparison.Ordinal);
        Assert.Equal(2, alias!.Split(' ').Length);
    }

    [Fact]
    public async Task From_accepted_to_completed_the_bot_is_silent_and_then_goes_on()
    {
        await program.AskAsync("talk");

        await program.TellAsync(program.Status("talk", "accepted"));
        await program.Connector.TakenInAsync("talk", 5);
        await program.TellAsync(program.Said("talk", "MORE"));
        await program.TellAsync(program.Status("talk", "completed"));
        await program.Connector.TakenInAsync("talk", 6);
        await program.SayAsync("talk", ("1", 7), ("MORE", 8));

        Assert.Equal([Asked, Initiation, Here, Back, "Thank you for telling", Tip], (await program.SentAsync("talk", 8)).Skip(2));
    }

    [Fact]
    public async Task What_is_said_to_her_is_not_sent_to_the_centres_own_account()
    {
        await program.AskAsync("whom");

        await program.TellAsync(program.Status("whom", "accepted"));

        var here = (await program.Connector.TakenInAsync("whom", 5))[4];
        Assert.Equal("/connector/v3/conversations/whom/activities", here.Target);
        Assert.Null(here.Activity["recipient"]);
    }

    [Fact]
    public async Task Where_the_centre_has_nobody_she_is_told_and_may_ask_again()
    {
        await program.AskAsync("nobody");

        await program.TellAsync(program.Status("nobody", "failed"));
        await program.Connector.TakenInAsync("nobody", 5);
        await program.SayAsync("nobody", ("PERSON", 7));

        Assert.Equal([Asked, Initiation, Nobody, Asked, Initiation], (await program.SentAsync("nobody", 7)).Skip(2));
    }

    [Theory]
    [InlineData("accepted", "completed", "failed", "accepted")]
    [InlineData("completed", "accepted", "accepted", "failed")]
    [InlineData("failed", "failed", "completed", "accepted")]
    public async Task Whatever_comes_at_once_and_in_whatever_order_leaves_her_with_somebody(params string[] states)
    {
        var her = $"at-once-{states[0]}";
        await program.AskAsync(her);

        await Task.WhenAll(states.Select(state => program.TellAsync(program.Status(her, state))));
        await program.TellAsync(program.Said(her, "NO PERSON"));
        await program.TellAsync(program.Said(her, "MORE"));

        await UntilAsync(async () => (await program.SentAsync(her, 4)).Contains(Tip));
    }

    [Fact]
    public async Task The_same_word_of_the_centre_posted_ten_times_counts_once()
    {
        await program.AskAsync("repeated");
        var accepted = program.Status("repeated", "accepted");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => program.TellAsync(accepted.DeepClone())));
        await program.TellAsync(program.Status("repeated", "completed"));

        Assert.Equal([Here, Back], (await program.SentAsync("repeated", 6)).Skip(4));
    }

    [Fact]
    public async Task A_centre_that_accepts_too_late_is_told_so()
    {
        await program.AskAsync("late");
        await program.SayAsync("late", ("NO PERSON", 6));

        await program.TellAsync(program.Status("late", "accepted"));
        await program.Connector.TakenInAsync("late", 7);
        await program.SayAsync("late", ("MORE", 8));

        Assert.Equal(["Okay, I called it", "failed withdrawn", "failed too-late", Tip], (await program.SentAsync("late", 8)).Skip(4));
    }

    [Fact]
    public async Task Whoever_ends_it_herself_is_not_left_waiting_in_the_centre()
    {
        await program.AskAsync("ended");
        await program.TellAsync(program.Status("ended", "accepted"));
        await program.Connector.TakenInAsync("ended", 5);

        await program.SayAsync("ended", ("NO PERSON", 7));

        Assert.Equal([Here, "Okay, this is the", "completed"], (await program.SentAsync("ended", 7)).Skip(4));
    }

    [Fact]
    public async Task A_word_for_another_conversation_changes_nothing_in_hers()
    {
        await program.AskAsync("hers");

        await program.TellAsync(program.Status("anothers", "accepted"));
        await program.TellAsync(program.Status("hers", "unheard-of"));
        await program.SayAsync("hers", ("MORE", 5));

        Assert.Equal(Tip, (await program.SentAsync("hers", 5))[4]);
    }

    [Fact]
    public async Task After_the_process_died_the_words_of_the_centre_count_once()
    {
        await program.AskAsync("died");
        var accepted = program.Status("died", "accepted");
        await program.TellAsync(accepted);

        await program.RestartAsync();
        await program.TellAsync(accepted.DeepClone());
        await program.TellAsync(program.Said("died", "MORE"));
        await program.TellAsync(program.Status("died", "completed"));

        // What was on its way when it died may be sent once more: nobody knows whether it arrived.
        await UntilAsync(async () => (await program.SentAsync("died", 6)).Contains(Back));
        var sent = await program.SentAsync("died", 6);
        Assert.InRange(sent.Count(words => words == Here), 1, 2);
        Assert.Equal((1, Back), (sent.Count(words => words == Back), sent[^1]));
        Assert.DoesNotContain(Tip, sent);
    }

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!await isSo()) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }
}
