using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace MentorBot.Channels.Sms;

/// <summary>What else a message came with, kept as channel data: nothing that says who or where the person is, and nothing kept elsewhere.</summary>
internal static class TwilioRemainder
{
    // Words and ids live in the activity; names and places tell who somebody is.
    private static readonly FrozenSet<string> Left = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Body", "To", "Author", "WaId", "ProfileName", "ExternalUserId", "ChannelMetadata", "Latitude", "Longitude", "Address", "Label",
        "MessageSid", "SmsSid", "SmsMessageSid");

    /// <summary>The other fields as a JSON object, without any whose value holds the address.</summary>
    public static JsonObject Of(TwilioForm form, string address)
    {
        var digits = address.AsSpan(1);
        var others = new JsonObject();
        foreach (var name in form.Names)
        {
            if (Left.Contains(name) || StartsWithAny(name, "From", "MediaUrl", "MediaContentType", "Caller"))
                continue;
            var value = form.Find(name)!;
            if (!value.AsSpan().Contains(digits, StringComparison.Ordinal) && !name.AsSpan().Contains(digits, StringComparison.Ordinal))
                others[name] = value;
        }
        return others;
    }

    private static bool StartsWithAny(string name, params ReadOnlySpan<string> prefixes)
    {
        foreach (var prefix in prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
