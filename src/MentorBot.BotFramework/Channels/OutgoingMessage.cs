using System.Text;

namespace MentorBot.BotFramework;

/// <summary>One rendered message on its way to one person.</summary>
/// <param name="Id">Our own id for it, told to the provider so that a report about it can be matched.</param>
/// <param name="Address">Where the person can be reached: E.164, or the provider's chat id.</param>
/// <param name="OurAddress">Which of our numbers it should come from, so that a reply stays in one thread; null leaves it to the settings.</param>
/// <param name="Activity">One element of what <see cref="IChannel.Render"/> returned.</param>
/// <param name="FirstTriedAt">When it was first given to the provider. No provider has it from before this instant.</param>
public sealed record OutgoingMessage(Guid Id, string Address, string? OurAddress, Activity Activity, DateTimeOffset FirstTriedAt)
{
    /// <summary>When it was last given to the provider, which is later than <see cref="FirstTriedAt"/> from the second try on. That request may still be under way.</summary>
    public DateTimeOffset LastTriedAt { get; init; } = FirstTriedAt;

    /// <summary>Whether it was sent again already although nobody could tell whether it had arrived (<see cref="Delivery.SendBlindly"/>): once is enough.</summary>
    public bool WasSentBlindly { get; init; }

    // No address and no words: this is what a log line or an exception would show.
    private bool PrintMembers(StringBuilder builder)
    {
        builder.Append("Id = ").Append(Id).Append(", FirstTriedAt = ").Append(FirstTriedAt.ToString("O"))
            .Append(", LastTriedAt = ").Append(LastTriedAt.ToString("O"));
        return true;
    }
}
