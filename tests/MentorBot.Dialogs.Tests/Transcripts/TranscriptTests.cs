using System.Text.RegularExpressions;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Channels.Sms;
using MentorBot.Dialogs.Checks;
using MentorBot.Dialogs.CommandLists;
using MentorBot.Dialogs.Concerns;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.Transcripts;
using MentorBot.Testing;

namespace MentorBot.Dialogs.Tests.Transcripts;

public class TranscriptTests(World world)
{
    public static TheoryData<string> Names => [.. Script.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task MentorBot_says_what_the_transcript_says(string name)
    {
        var script = await world.PerformAsync(name);
        if (Environment.GetEnvironmentVariable("MENTORBOT_UPDATE_TRANSCRIPTS") == "1")
            script.Update();
        else
            Assert.True(script.Written == script.ToString(), Differences.Between(script));
    }

    [Fact]
    public async Task An_answer_by_text_takes_one_segment_and_a_tip_or_a_concern_takes_two()
    {
        var texts = (await world.PerformAllAsync()).SelectMany(script => script.SaidBy("sms")).Distinct();
        var concerns = Answers(World.Content.Words.Phrases.Where(phrase => phrase is { Conversation: "Concerns" or "Bookings", Segments: 2 } or { Key: "Mentors.taken" }).Select(phrase => phrase.Key).ToHashSet(StringComparer.Ordinal)).ToList();

        Assert.All(texts, text => Assert.InRange(SmsText.Measure(text).Segments, 1, Tip().IsMatch(text) || concerns.Exists(one => one.IsMatch(text)) ? 2 : 1));
    }

    [Fact]
    public async Task One_message_gets_one_answer_or_none_and_a_cry_for_help_may_get_a_question_too()
    {
        // The lead reads that a talk went quiet, or back, and then the alert of what is open again.
        var answers = Answers([.. ConcernWatch.Keys, "Mentors.quiet", "Mentors.late"]).ToList();
        // What she wrote to a mentor who was gone comes behind the card of the next.
        var cards = Answers(["Mentors.taken", "Mentors.takenPlain"]).ToList();
        // He is back, and hears at once of the messages that wait.
        var back = Answers(["Mentors.backAgain"]).ToList();
        var afterwards = Answers([.. PersonNow.Keys, .. OwnCry.Keys, ConcernWatch.MentorReads, ConcernWatch.MentorReadsWithout, "Mentors.passed", "Mentors.noteKept"]).ToList();
        var seconds = from script in await world.PerformAllAsync()
                      from pair in script.Performed.Lines.Zip(script.Performed.Lines.Skip(1))
                      where pair is { First.Kind: TranscriptLineKind.Said, Second.Kind: TranscriptLineKind.Said }
                      where !(answers.Exists(one => one.IsMatch(pair.First.Text)) && afterwards.Exists(one => one.IsMatch(pair.Second.Text)))
                      where !back.Exists(one => one.IsMatch(pair.First.Text))
                      where !cards.Exists(one => one.IsMatch(pair.First.Text))
                      select $"{script.Name}: {pair.Second.Text}";

        Assert.Empty(seconds);
    }

    [Fact]
    public async Task The_first_conversation_goes_the_same_way_by_every_door()
    {
        var scripts = (await world.PerformAllAsync()).Where(script => script.Name.StartsWith("first-conversation-by-", StringComparison.Ordinal)).ToList();
        var ways = scripts.ConvertAll(script => string.Join('\n', script.Performed.Lines
            .Select(line => line.Kind == TranscriptLineKind.Said ? "<" : $"{line.Kind} {line.Text}")));

        Assert.Equal(["sms", "telegram", "webchat"], scripts.Select(script => script.Performed.Channel).Order());
        Assert.Single(ways.Distinct());
    }

    [Fact]
    public async Task Nothing_we_say_gives_away_a_number() =>
        Assert.DoesNotContain((await world.PerformAllAsync()).SelectMany(script => script.Said), Cast.GivesAwayANumber);

    [Fact]
    public async Task Nobody_is_asked_for_a_word_that_the_phone_company_acts_on()
    {
        var help = World.Content.Words.Phrases.Where(phrase => phrase.OptOut).SelectMany(phrase => phrase.Wordings).Select(wording => wording.Text);
        var texts = (await world.PerformAllAsync()).SelectMany(script => script.Said).Except(help);

        Assert.All(texts, text => Assert.Empty(CarrierWords.AskedFor(Prose.Words(text))));
    }

    [Fact]
    public async Task Every_wording_in_every_language_is_said_in_a_transcript()
    {
        var said = (await world.PerformAllAsync()).SelectMany(script => script.Said).Distinct().ToList();
        // What an app lists or a page shows is not said.
        var never = from phrase in World.Content.Words.Phrases.Where(phrase => !phrase.IsOnPage && !CommandList.Keys.Contains(phrase.Key))
                    from wording in phrase.Wordings
                    let pattern = Pattern(wording.Text)
                    where !said.Exists(pattern.IsMatch)
                    select $"{phrase.Locale} {phrase.Key} ({wording.Channel})";

        Assert.Empty(never);
    }

    [Fact]
    public async Task Every_dialog_begins_in_a_transcript()
    {
        await world.PerformAllAsync();
        var dialogs = typeof(DialogServices).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Dialog)) && !type.IsAbstract);

        Assert.Empty(dialogs.Except(world.Begun.Keys).Except([typeof(RootDialog)]));
    }

    private static IEnumerable<Regex> Answers(IEnumerable<string> keys) =>
        from phrase in World.Content.Words.Phrases.Where(phrase => keys.Contains(phrase.Key))
        from wording in phrase.Wordings
        select Pattern(wording.Text);

    // An SMS is folded to plain letters before it is sent.
    private static Regex Pattern(string wording)
    {
        var gaps = Placeholders.Fill(SmsText.Fold(wording), _ => "\u0001");
        var anyForm = $"(?:{Escaped(gaps)}|{Escaped(Placeholders.Fill(wording, _ => "\u0001"))})";
        return new Regex(anyForm, RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking, TimeSpan.FromSeconds(10));
    }

    private static string Escaped(string text) => Regex.Escape(text).Replace("\u0001", ".+?", StringComparison.Ordinal);

    private static Regex Tip() => new("^(?:Tip|Awgrym) [0-9]+ o", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
