using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>A mentor notes something about whom he holds, for whoever has her after him: <c>NOTE A: likes pictures</c>. It never reaches her, and he hears so.</summary>
internal sealed class NoteOrder(Content content, DeskNotes notes)
{
    private const string Kept = "Mentors.noteKept";
    private const string How = "Mentors.noteHow";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Kept, How];

    /// <summary>Notes it.</summary>
    /// <returns>The answer to him; null if he holds nobody, and meant something else.</returns>
    public async Task<Activity?> ObeyAsync(ITurnContext context, Mentor mentor, MentorOrder order, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var held = await turn.HeldByAsync(mentor, cancellationToken);
        if (held.Count == 0) return null;
        var meant = held.Where(handoff => order.Tag is null || handoff.Tag == order.Tag).ToList();
        if (meant is not [var handoff] || order.Words is not { } words) return content.Words.MessageIn(turn.Conversation, How, ("list", Listing.Of(held)));
        Keep(turn, mentor, handoff, words);
        return content.Words.MessageIn(turn.Conversation, Kept, ("alias", Cards.AliasOf(handoff)));
    }

    /// <summary>Keeps it: what is too long for one note is several.</summary>
    public void Keep(Turn turn, Mentor mentor, Handoff handoff, string words)
    {
        foreach (var part in words.Chunk(HandoffNote.Longest)) notes.Add(turn, handoff, mentor, new string(part));
    }
}
