using System.Text;

namespace MentorBot.BotFramework;

/// <summary>What a channel read from its provider, the provider's proof already checked.</summary>
/// <param name="Channel">The <see cref="IChannel.Id"/> of the channel it came by.</param>
/// <param name="ProviderMessageId">The provider's id for it. With <paramref name="Channel"/> it is unique, and the same when the provider repeats itself.</param>
/// <param name="Address">Where the person can be reached: E.164, or the provider's chat id. The only place that holds it.</param>
/// <param name="OurAddress">Which of our own numbers or bots was written to.</param>
/// <param name="Activity">What was said. Its accounts carry no ids yet and nothing in it holds <paramref name="Address"/>; the inbox gives it opaque ids.</param>
public sealed record IncomingMessage(string Channel, string ProviderMessageId, string Address, string OurAddress, Activity Activity)
{
    /// <summary>What of our side tells the conversation apart: all of <see cref="OurAddress"/>, unless that also says how we are reached for now, which may change.</summary>
    public string OurName { get; init; } = OurAddress;

    // No address and no words: this is what a log line or an exception would show.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Channel = ").Append(Channel).Append(", ProviderMessageId = ").Append(ProviderMessageId);
        return true;
    }
}
