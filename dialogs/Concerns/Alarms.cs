using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Concerns;

/// <summary>Tells lead and deputy of a concern on their own phones: her alias, what it is in plain words, how long ago. Never a number, and never her words.</summary>
internal sealed class Alarms(Content content, Waiting waiting)
{
    private const string Alert = "Mentors.alert";
    private const string AlertStopped = "Mentors.alertStopped";
    private const string AlertHeld = "Mentors.alertHeld";
    private const string AlertTaken = "Mentors.alertTaken";
    private const string Again = "Mentors.concernAgain";
    private const string StillYours = "Mentors.stillYours";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Alert, AlertStopped, AlertHeld, AlertTaken, Again, StillYours, .. ConcernKind.All.Select(KeyOf)];

    /// <summary>What it is, in words that follow her alias.</summary>
    public string KindIn(Conversation phone, RaisedConcern concern) => content.Words.MessageIn(phone, KeyOf(concern.Kind)).Text!;

    /// <summary>Alerts them. In a turn of her conversation.</summary>
    public async Task TellAsync(Turn turn, RaisedConcern concern, IReadOnlyList<Mentor> mentors, CancellationToken cancellationToken)
    {
        if (mentors.Count == 0) return;
        // Whose rights were withdrawn talks to nobody any more.
        var holder = turn.Conversation.Floor == Floor.Mentor && await turn.FindHandoffAsync(cancellationToken) is { Mentor: { WithdrawnAt: null } mentorOfHers } ? mentorOfHers.Name : null;
        foreach (var mentor in mentors) turn.Tell(mentor, AlertOf(turn, concern, (mentor.Phone!, holder)));
    }

    /// <summary>His deputy talks with her already, and looks after it: the lead hears of it all the same.</summary>
    public void TellTaken(Turn turn, RaisedConcern concern, Mentor lead, Mentor deputy)
    {
        if (lead.Phone is not { } phone) return;
        turn.Tell(content.Words, lead, AlertTaken, ("tag", concern.Tag), ("alias", turn.Mentee.Alias), ("concern", KindIn(phone, concern)), ("name", deputy.Name));
    }

    /// <summary>Whoever looks after her hears that she told of it again, unless he talks with her and reads it himself.</summary>
    public void TellAgain(Turn turn, RaisedConcern concern)
    {
        if (concern.TakenBy is not { Phone: { } phone } mentor || turn.Conversation.Floor == Floor.Mentor) return;
        turn.Tell(content.Words, mentor, Again, ("tag", concern.Tag), ("alias", turn.Mentee.Alias), ("concern", KindIn(phone, concern)));
    }

    /// <summary>Whoever looks after her is reminded that it is not over, if it is time.</summary>
    public async Task RemindAsync(Turn turn, RaisedConcern concern, CancellationToken cancellationToken)
    {
        if (await turn.RemindIfDueAsync(concern, cancellationToken) is { Phone: { } phone } mentor)
            turn.Tell(content.Words, mentor, StillYours, ("tag", concern.Tag), ("alias", turn.Mentee.Alias), ("concern", KindIn(phone, concern)));
    }

    private Activity AlertOf(Turn turn, RaisedConcern concern, (Conversation Phone, string? Holder) to)
    {
        var key = to.Holder is not null ? AlertHeld : turn.Conversation.Floor == Floor.Nobody ? AlertStopped : Alert;
        return content.Words.MessageIn(
            to.Phone, key, ("tag", concern.Tag), ("alias", turn.Mentee.Alias), ("concern", KindIn(to.Phone, concern)), ("ago", waiting.Ago(to.Phone, turn.Now - concern.HeardAt)), ("name", to.Holder ?? ""));
    }

    private static string KeyOf(ConcernKind kind) => ConcernWatch.KeyOf(kind).Replace("Concerns.", "Mentors.", StringComparison.Ordinal);
}
