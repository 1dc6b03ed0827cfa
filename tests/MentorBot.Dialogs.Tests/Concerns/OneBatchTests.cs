using MentorBot.Dialogs.Tests.Transcripts;
using MentorBot.Testing;

namespace MentorBot.Dialogs.Tests.Concerns;

/// <summary>Cries of several people that came so close together that one transaction holds their turns.</summary>
public sealed class OneBatchTests
{
    private const string Cry = "i want to kill myself";

    [Fact]
    public async Task Whoever_reads_that_one_wants_a_person_is_told_of_another_besides_and_of_the_first_only_once()
    {
        await using var world = new World();
        await world.InitializeAsync();
        var (tomas, amina, joan) = await BeginAsync(world);
        await amina.HearAsync(Cry);
        tomas.TakeSent();

        await amina.AcceptAsync("1");
        await joan.AcceptAsync(Cry);
        await world.WorkAsync();

        Assert.Collection(
            tomas.TakeSent(),
            offer => Assert.Matches("^Urgent. A1: .* wants a person now, in English. Send TAKE A1 or PASS A1.$", offer),
            alert => Assert.Matches("^Urgent. B1: .* just now. Send TAKE B1 to look after it.$", alert));
    }

    [Fact]
    public async Task Two_who_wait_and_cry_in_one_moment_are_each_offered_once_and_nobody_is_alerted_twice()
    {
        await using var world = new World();
        await world.InitializeAsync();
        var (tomas, amina, joan) = await BeginAsync(world);
        foreach (var talk in new[] { amina, joan })
        {
            await talk.HearAsync("person");
            await talk.HearAsync("my photos");
        }
        tomas.TakeSent();

        await amina.AcceptAsync(Cry);
        await joan.AcceptAsync(Cry);
        await world.WorkAsync();

        Assert.Equal(["A", "B"], tomas.TakeSent().Select(text => text["Urgent. ".Length..text.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task The_lead_who_passed_one_of_them_is_alerted_of_her_though_he_is_offered_the_other()
    {
        await using var world = new World();
        await world.InitializeAsync();
        var (tomas, amina, joan) = await BeginAsync(world, "Priya");
        foreach (var talk in new[] { amina, joan })
        {
            await talk.HearAsync("person");
            await talk.HearAsync("my photos");
        }
        await tomas.HearAsync("PASS B");
        tomas.TakeSent();

        await amina.AcceptAsync(Cry);
        await joan.AcceptAsync(Cry);
        await world.WorkAsync();

        Assert.Equal(["Send TAKE A or PASS A.", "Send TAKE B to look after it."], tomas.TakeSent().Select(text => text[text.IndexOf("Send", StringComparison.Ordinal)..]));
    }

    [Fact]
    public async Task What_a_mentor_says_of_her_and_what_she_writes_in_that_moment_end_the_talk_once()
    {
        await using var world = new World();
        await world.InitializeAsync();
        var (tomas, amina, _) = await BeginAsync(world);
        await amina.HearAsync(Cry);
        await amina.HearAsync("1");
        await tomas.HearAsync("TAKE");
        await tomas.HearAsync("DONE");
        amina.TakeSent();

        await tomas.AcceptAsync("1");
        await amina.AcceptAsync("thank you");
        await world.WorkAsync();

        Assert.StartsWith("Tomas has to go now. This is the computer again. Thank you for writing. Samaritans", Assert.Single(amina.TakeSent()), StringComparison.Ordinal);
    }

    private static async Task<(Talk Tomas, Talk Amina, Talk Joan)> BeginAsync(World world, string? second = null)
    {
        var scheme = new Scheme(world, "one batch");
        await scheme.BeginAsync();
        Talk Of(Person person) => new(world, new Speaker(person.Name, "sms"), "one batch", scheme.OurNumber);
        var (tomas, amina, joan) = (Of(Cast.Tomas), Of(Cast.Amina), Of(Cast.Joan));
        await tomas.HearAsync($"JOIN {await scheme.InviteAsync(Cast.Tomas.Name)}");
        if (second is not null) await Of(Cast.Priya).HearAsync($"JOIN {await scheme.InviteAsync(second)}");
        await scheme.MeetAsync($"{Cast.Tomas.Name} leads");
        foreach (var talk in new[] { amina, joan }) await talk.HearAsync("hi");
        return (tomas, amina, joan);
    }
}
