using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Mentors;

/// <summary>A message of a mentor, and whom it may be for.</summary>
/// <param name="Context">The turn.</param>
/// <param name="Mentor">Who wrote.</param>
/// <param name="Held">Whom he holds; at least one.</param>
internal sealed record MentorTalk(ITurnContext Context, Mentor Mentor, IReadOnlyList<Handoff> Held)
{
    /// <summary>What waits for a letter, or null.</summary>
    public Kept? ForLetter { get; init; }

    /// <summary>What is held back for the number in it, or null.</summary>
    public Kept? HeldBack { get; init; }

    /// <summary>The alias of whom he wrote to last, or null.</summary>
    public string? TalkedTo { get; init; }

    /// <summary>Whether what waits for a letter has waited too long, or nobody is left whom the question named.</summary>
    public bool IsLate => ForLetter is { } waiting && (waiting.IsTooOld(Now) || !Held.Any(IsNamed));

    private DateTimeOffset Now => Context.Turn().Now;

    /// <summary>For whom it is. That he holds one only decides nothing by itself: what he wrote may have been for one who left meanwhile.</summary>
    /// <param name="text">His words.</param>
    /// <param name="sends">His answer, if it is one, to whether held back words are sent.</param>
    public Aim ForWhom(string text, bool? sends)
    {
        if (HeldBack is not null && sends is { } yes) return OfHeldBack(HeldBack, yes);
        if (Tags.TryRead(text, out var tag, out var rest)) return OfTagged(text, tag, rest);
        return ForLetter is not null && Tags.Parse(text) is { } letter ? OfLetter(ForLetter, letter) : OfUntagged(text);
    }

    private Aim OfHeldBack(Kept back, bool sends)
    {
        if (back.IsTooOld(Now)) return new Aim.TooLate();
        return Held.FirstOrDefault(one => back.Names.Contains(Listing.Name(one))) is { } handoff ? new Aim.Release(handoff, sends ? back.Text : Contacts.Hide(back.Text)) : new Aim.Gone(back.FirstAlias);
    }

    private Aim OfTagged(string text, string tag, string rest)
    {
        if (rest.Length == 0 && ForLetter is not null) return OfLetter(ForLetter, tag);
        if (Find(tag) is not { } handoff) return new Aim.Unknown(tag, rest);
        return rest.Length == 0 ? OfUntagged(text) : new Aim.At(handoff, rest, ByLetter: false, EndsWaiting: ForLetter is { IsToBeSentAgain: true });
    }

    private Aim OfLetter(Kept waiting, string letter)
    {
        if (IsLate) return new Aim.TooLate();
        if (Find(letter) is not { } handoff) return new Aim.Unknown(letter, Text: null);
        // The letter may be somebody else's by now.
        return IsNamed(handoff) ? new Aim.At(handoff, waiting.Text, ByLetter: true, EndsWaiting: true) : new Aim.TooLate();
    }

    private Aim OfUntagged(string text)
    {
        var isSure = Held.Count == 1 && (ForLetter is null || IsLate) && (TalkedTo is null || TalkedTo == Cards.AliasOf(Held[0]));
        return isSure ? new Aim.At(Held[0], text, ByLetter: false, EndsWaiting: false) : new Aim.Unclear(text);
    }

    private Handoff? Find(string tag) => Held.FirstOrDefault(handoff => handoff.Tag == tag);

    private bool IsNamed(Handoff handoff) => ForLetter!.Names.Contains(Listing.Name(handoff));
}
