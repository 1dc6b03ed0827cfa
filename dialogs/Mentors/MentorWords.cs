using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Linking;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Carries what a mentor writes to whom he holds. Holds he several and names none, he is asked which; nothing is guessed, and nothing that he wrote is lost.</summary>
internal sealed class MentorWords(Content content)
{
    private const string Which = "Mentors.which";
    private const string Lost = "Mentors.lost";
    private const string HeldBack = "Mentors.heldBack";
    private const string LeftOut = "Mentors.leftOut";
    private const string UnknownTalk = "Mentors.unknownTalk";
    private const string SentTo = "Mentors.sentTo";

    // Said to her rather than to us.
    private static readonly string[] SmallTalk = ["okay", "polite", "thanks", "hello", "bye"];

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Which, Lost, HeldBack, LeftOut, UnknownTalk, SentTo];

    /// <summary>Carries a message.</summary>
    /// <returns>Whether it was for somebody; if not it is a learner's, for the bot.</returns>
    public async Task<bool> HearAsync(ITurnContext context, Mentor mentor, CancellationToken cancellationToken)
    {
        var pending = await context.TakeUnsentAsync(cancellationToken);
        var held = await context.Turn().HeldByAsync(mentor, cancellationToken);
        var talk = new MentorTalk(context, mentor, held, pending);
        if (held.Count == 0) return await MissAsync(talk, cancellationToken);
        if (pending is { HandoffId: { } id } && OneOrTwo.Heard(context.Activity, content.Commands) is { } sends)
            await AnswerAsync(talk, id, sends, cancellationToken);
        else if (pending is { HandoffId: null } && Tags.Parse(context.Activity.Text ?? "") is { } chosen && talk.Find(chosen) is { } handoff)
            await SendAsync(talk, handoff, pending.Text, cancellationToken);
        else
            await WriteAsync(talk, cancellationToken);
        return true;
    }

    /// <summary>He holds nobody. Was it taken from him while he wrote, he hears that nobody got his words, once.</summary>
    private async Task<bool> MissAsync(MentorTalk talk, CancellationToken cancellationToken)
    {
        var (context, talkedTo) = (talk.Context, talk.Context.TalkedTo());
        if (await talkedTo.GetAsync(context, cancellationToken: cancellationToken) is not { } alias) return false;
        await talkedTo.DeleteAsync(context, cancellationToken);
        if (content.Commands.Recognise(context.Activity.Text) is { } command && !SmallTalk.Contains(command)) return false;
        await SayAsync(context, Lost, cancellationToken, ("alias", alias));
        return true;
    }

    private async Task AnswerAsync(MentorTalk talk, long id, bool sends, CancellationToken cancellationToken)
    {
        var handoff = talk.Held.FirstOrDefault(one => one.Id == id);
        if (sends && handoff is not null) await CarryAsync(talk, handoff, talk.Pending!.Text, cancellationToken);
        else await SayAsync(talk.Context, LeftOut, cancellationToken);
    }

    private async Task WriteAsync(MentorTalk talk, CancellationToken cancellationToken)
    {
        var text = talk.Words(content.Words);
        if (Tags.TryRead(text, out var tag, out var rest) && rest.Length > 0 && talk.Find(tag) is { } named)
        {
            await KeepWhichAsync(talk, cancellationToken);
            await SendAsync(talk, named, rest, cancellationToken);
        }
        else if (tag is not null && talk.Held.Count > 1)
        {
            await KeepWhichAsync(talk, cancellationToken);
            await SayAsync(talk.Context, UnknownTalk, cancellationToken, ("tag", tag), ("list", Listing.Of(talk.Held)));
        }
        else if (talk.Held.Count == 1)
        {
            await SendAsync(talk, talk.Held[0], talk.Pending is { HandoffId: null } ? $"{talk.Pending.Text}\n{text}" : text, cancellationToken);
        }
        else
        {
            await AskWhichAsync(talk, text, cancellationToken);
        }
    }

    private async Task AskWhichAsync(MentorTalk talk, string text, CancellationToken cancellationToken)
    {
        var all = talk.Pending is { HandoffId: null } ? $"{talk.Pending.Text}\n{text}" : text;
        await talk.Context.KeepUnsentAsync(new Unsent(all, null), cancellationToken);
        await SayAsync(talk.Context, Which, cancellationToken, ("list", Listing.Of(talk.Held)));
    }

    // Words that still wait for a letter go on waiting.
    private static Task KeepWhichAsync(MentorTalk talk, CancellationToken cancellationToken) =>
        talk.Pending is { HandoffId: null } ? talk.Context.KeepUnsentAsync(talk.Pending, cancellationToken) : Task.CompletedTask;

    private async Task SendAsync(MentorTalk talk, Handoff handoff, string text, CancellationToken cancellationToken)
    {
        if (Contacts.AreIn(text))
        {
            await talk.Context.KeepUnsentAsync(new Unsent(text, handoff.Id), cancellationToken);
            await SayAsync(talk.Context, HeldBack, cancellationToken);
            return;
        }
        await CarryAsync(talk, handoff, text, cancellationToken);
        // He chose by a letter alone: then it is good to see to whom it went.
        if (talk.Pending is { HandoffId: null } && talk.Held.Count > 1 && Tags.Parse(talk.Context.Activity.Text ?? "") is not null)
            await SayAsync(talk.Context, SentTo, cancellationToken, ("alias", Cards.AliasOf(handoff)));
    }

    private static async Task CarryAsync(MentorTalk talk, Handoff handoff, string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0) return;
        var turn = talk.Context.Turn();
        turn.NoteMentorSpoke(handoff);
        turn.SayIn(handoff.Conversation!, MentorLines.Plain($"{talk.Mentor.Name}: {text}"), Speaker.Mentor);
        await talk.Context.TalkedTo().SetAsync(talk.Context, Cards.AliasOf(handoff), cancellationToken);
    }

    private Task<ResourceResponse?> SayAsync(ITurnContext context, string key, CancellationToken cancellationToken, params ReadOnlySpan<(string Name, string Value)> values) =>
        context.SendActivityAsync(content.Words.Message(context, key, values), cancellationToken);
}
