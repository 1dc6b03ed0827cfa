using MentorBot.BotFramework;

namespace MentorBot.Mentoring.Privacy;

/// <summary>Seals what people wrote and where their talk stands. What it makes belongs to one conversation and opens for no other.</summary>
public sealed class TextVault(Cipher cipher)
{
    private const string ActivityPurpose = "activity";
    private const string StatePurpose = "state";

    /// <summary>Seals an activity for a conversation.</summary>
    public byte[] Seal(Activity activity, byte[] conversationKey) =>
        cipher.Seal(ActivityJson.ToUtf8Bytes(activity), ActivityPurpose, conversationKey);

    /// <summary>Opens an activity of a conversation.</summary>
    public Activity OpenActivity(byte[] box, byte[] conversationKey) =>
        ActivityJson.Parse(cipher.Open(box, ActivityPurpose, conversationKey));

    /// <summary>Seals a conversation's dialog state.</summary>
    public byte[] SealState(ReadOnlySpan<byte> json, byte[] conversationKey) => cipher.Seal(json, StatePurpose, conversationKey);

    /// <summary>Opens a conversation's dialog state.</summary>
    public byte[] OpenState(byte[] box, byte[] conversationKey) => cipher.Open(box, StatePurpose, conversationKey);
}
