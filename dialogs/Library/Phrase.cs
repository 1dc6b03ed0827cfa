using MentorBot.Dialogs.Calendars;
using MentorBot.Dialogs.WebChat;

namespace MentorBot.Dialogs.Library;

/// <summary>One thing that MentorBot says, in one language.</summary>
/// <param name="Key">The conversation and the name in its words: <c>Welcome.first</c>.</param>
/// <param name="Locale">The language: <c>en</c>, <c>cy</c>.</param>
/// <param name="Place">The line of its name.</param>
internal sealed record Phrase(string Key, string Locale, Place Place)
{
    /// <summary>The form for a channel that has none of its own.</summary>
    public const string AnyChannel = "text";

    /// <summary>Its forms; the one for any channel comes first and is always there.</summary>
    public required IReadOnlyList<Wording> Wordings { get; init; }

    /// <summary>How many SMS segments it may take.</summary>
    public int Segments { get; init; } = 1;

    /// <summary>Whether it tells people how to stop, and so may name the word that the carrier acts on.</summary>
    public bool OptOut { get; init; }

    /// <summary>Whether it stands on a page of ours or in a calendar, and is never sent.</summary>
    public bool IsOnPage => Conversation is PageWords.Folder or CalendarWords.Folder;

    /// <summary>The conversation: the folder that the words are in.</summary>
    public string Conversation => Key.Split('.')[0];

    /// <summary>The name in its file.</summary>
    public string Name => Key.Split('.')[1];

    /// <summary>The form for a channel: its own, or else the one for any channel.</summary>
    public Wording For(string channelId) => Wordings.FirstOrDefault(wording => wording.Channel == channelId) ?? Wordings[0];
}

/// <summary>A phrase as it is said on one channel.</summary>
internal sealed record Wording(string Channel, string Text, Place Place)
{
    /// <summary>The text-message channel, where every character is counted.</summary>
    public const string Sms = "sms";
}
