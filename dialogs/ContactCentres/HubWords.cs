using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.ContactCentres;

/// <summary>Where a hub carries the conversation, other people than our mentors may come, and some of what we say of that is said otherwise.</summary>
internal sealed class HubWords(Hubs hubs)
{
    private const string Asked = "ContactCentres.asked";

    private static readonly Dictionary<string, string> There = new(StringComparer.Ordinal)
    {
        ["Handoffs.about"] = "ContactCentres.about",
        ["Handoffs.asked"] = Asked,
        ["Handoffs.askedWithout"] = Asked,
        ["Handoffs.waiting"] = "ContactCentres.waiting",
        ["Handoffs.nobody"] = "ContactCentres.nobody",
    };

    /// <summary>The keys of all that is said otherwise.</summary>
    public static IReadOnlyList<string> Keys => [.. There.Values.Distinct()];

    /// <summary>Whether a conversation is at a hub.</summary>
    public bool IsAt(Conversation conversation) => hubs.IsHub(conversation);

    /// <summary>The key of what is said in a conversation for a key of <c>Handoffs</c>.</summary>
    public string At(Conversation conversation, string key) => IsAt(conversation) ? There.GetValueOrDefault(key, key) : key;
}
