using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;

namespace MentorBot.Dialogs.Mentors;

/// <summary>A message of a mentor, and whom it may be for.</summary>
/// <param name="Context">The turn.</param>
/// <param name="Mentor">Who wrote.</param>
/// <param name="Held">Whom he holds.</param>
/// <param name="Pending">What he wrote before and was asked about, or null.</param>
internal sealed record MentorTalk(ITurnContext Context, Mentor Mentor, IReadOnlyList<Handoff> Held, Unsent? Pending)
{
    private const string Photo = "Handoffs.photo";

    /// <summary>What he holds under a tag, or null.</summary>
    public Handoff? Find(string tag) => Held.FirstOrDefault(handoff => handoff.Tag == tag);

    /// <summary>His words; of a picture, that there was one.</summary>
    public string Words(Words words)
    {
        var photo = Context.Activity.Attachments is { Count: > 0 } ? words.Message(Context, Photo).Text : null;
        return string.Join(' ', new[] { Context.Activity.Text, photo }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
