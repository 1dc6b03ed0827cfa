using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;

namespace MentorBot.Dialogs.Handoffs;

/// <summary>What one side of a masked talk wrote, as the other reads it on a phone.</summary>
internal static class WrittenWords
{
    /// <summary>The key of what stands for a picture.</summary>
    public const string Photo = "Handoffs.photo";

    /// <summary>The words; of a picture, that there was one.</summary>
    public static string Written(this ITurnContext context, Words words)
    {
        var photo = context.Activity.Attachments is { Count: > 0 } ? words.Message(context, Photo).Text : null;
        return string.Join(' ', new[] { context.Activity.Text, photo }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
