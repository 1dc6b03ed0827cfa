using System.Text;
using MentorBot.BotFramework;

namespace MentorBot.Mentoring.Privacy;

/// <summary>Seals what people wrote and where their talk stands. What it makes belongs to one conversation and opens for no other.</summary>
public sealed class TextVault(Cipher cipher)
{
    private const string ActivityPurpose = "activity";
    private const string StatePurpose = "state";
    private const string DeskPurpose = "desk";

    /// <summary>Seals an activity for a conversation.</summary>
    public byte[] Seal(Activity activity, byte[] conversationKey) =>
        cipher.Seal(ActivityJson.ToUtf8Bytes(activity), ActivityPurpose, conversationKey);

    /// <summary>Opens an activity of a conversation.</summary>
    public Activity OpenActivity(byte[] box, byte[] conversationKey) =>
        ActivityJson.Parse(cipher.Open(box, ActivityPurpose, conversationKey));

    /// <summary>Seals a conversation's dialog state.</summary>
    public byte[] SealState(ReadOnlySpan<byte> json, byte[] conversationKey) => cipher.Seal(json, StatePurpose, conversationKey);

    /// <summary>Seals what a mentor wrote at the desk for mentors alone.</summary>
    /// <param name="text">His words.</param>
    /// <param name="of">What it belongs to, such as <c>note 12</c>: it opens for nothing else.</param>
    public byte[] SealText(string text, string of) => cipher.Seal(Encoding.UTF8.GetBytes(text), DeskPurpose, Encoding.UTF8.GetBytes(of));

    /// <summary>Opens it.</summary>
    public string OpenText(byte[] box, string of) => Encoding.UTF8.GetString(cipher.Open(box, DeskPurpose, Encoding.UTF8.GetBytes(of)));

    /// <summary>Opens a conversation's dialog state.</summary>
    public byte[] OpenState(byte[] box, byte[] conversationKey) => cipher.Open(box, StatePurpose, conversationKey);
}
