using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.Tips;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Learning;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>What a mentor sees of a mentee, in place of all that she wrote: alias, language, what it is about, how many tips she had.</summary>
internal sealed class Cards(Content content, Abouts abouts, DeskNotes notes)
{
    private const string Offered = "Mentors.offer";
    private const string OfferedPlain = "Mentors.offerPlain";
    private const string OfferedMessage = "Mentors.offerMessage";
    private const string OfferedNow = "Mentors.offerNow";
    private const string Taken = "Mentors.taken";
    private const string TakenPlain = "Mentors.takenPlain";
    private const string Noted = "Mentors.noted";
    private const string English = "Mentors.english";
    private const string Welsh = "Mentors.welsh";

    // As long as {about}, {story} and {note} in placeholders.yaml.
    private const int LongestAbout = 60;
    private const int LongestStory = 200;
    private const int LongestNote = 120;
    private const int MostNotes = 3;
    private const string Cut = "...";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Offered, OfferedPlain, OfferedMessage, OfferedNow, Taken, TakenPlain, Noted, English, Welsh];

    /// <summary>What she said it is about, without numbers; null if she said nothing.</summary>
    public async Task<string?> AboutAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var words = string.Join(' ', (await abouts.ReadAsync(turn, handoff, cancellationToken) ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? null : Contacts.Hide(words);
    }

    /// <summary>The question whether he takes it.</summary>
    /// <param name="handoff">With its conversation.</param>
    /// <param name="about">What it is about, or null.</param>
    /// <param name="phone">Where he is asked.</param>
    public Activity Offer(Handoff handoff, string? about, Conversation phone) => Card(about is null ? OfferedPlain : handoff.State == HandoffState.Parked ? OfferedMessage : Offered, handoff, phone, ("about", Short(about, LongestAbout)));

    /// <summary>The same where somebody may be in danger: what it is, in our words. Hers are for whoever takes it.</summary>
    /// <param name="handoff">With its conversation.</param>
    /// <param name="concern">What it is, as <see cref="Concerns.Alarms.KindIn"/> says it.</param>
    /// <param name="phone">Where he is asked.</param>
    public Activity OfferNow(Handoff handoff, string concern, Conversation phone) => Card(OfferedNow, handoff, phone, ("concern", concern));

    /// <summary>What he sees once it is his.</summary>
    public async Task<Activity> TakenAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var about = await AboutAsync(turn, handoff, cancellationToken);
        var tips = await TipsHadAsync(turn, handoff, cancellationToken);
        return Card(about is null ? TakenPlain : Taken, handoff, turn.Conversation, ("story", Short(about, LongestStory)), ("count", $"{tips}"));
    }

    /// <summary>What mentors noted about it, for whoever took it: the newest, oldest first, a line each.</summary>
    /// <param name="turn">A turn of any conversation.</param>
    /// <param name="handoff">What he took.</param>
    /// <param name="phone">His phone.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IEnumerable<string>> NotesAsync(Turn turn, Handoff handoff, Conversation phone, CancellationToken cancellationToken)
    {
        var last = await notes.LastAsync(turn, handoff, MostNotes, cancellationToken);
        return last.Select(note => content.Words.MessageIn(phone, Noted, ("name", note.Author), ("note", Short(Contacts.Hide(note.Text), LongestNote))).Text!);
    }

    /// <summary>How many tips she had.</summary>
    public async Task<int> TipsHadAsync(Turn turn, Handoff handoff, CancellationToken cancellationToken)
    {
        var last = await turn.FindLastTipOfAsync(MenteeOf(handoff), TipsDialog.FirstCourse, cancellationToken);
        return content.Courses.Find(TipsDialog.FirstCourse, Language.English)?.Tips.FirstOrDefault(tip => tip.Id == last)?.Number ?? 0;
    }

    /// <summary>Her alias.</summary>
    public static string AliasOf(Handoff handoff) => MenteeOf(handoff).Alias;

    private static Mentee MenteeOf(Handoff handoff) => handoff.Conversation!.Address!.Mentee!;

    private Activity Card(string key, Handoff handoff, Conversation phone, params ReadOnlySpan<(string Name, string Value)> more)
    {
        var language = content.Words.MessageIn(phone, MenteeOf(handoff).Language == "cy" ? Welsh : English).Text!;
        return content.Words.MessageIn(phone, key, [("tag", handoff.Tag), ("alias", AliasOf(handoff)), ("language", language), .. more]);
    }

    private static string Short(string? text, int most) => text is null || text.Length <= most ? text ?? "" : text[..(most - Cut.Length)].TrimEnd() + Cut;
}
