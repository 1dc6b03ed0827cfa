using System.Globalization;

namespace MentorBot.Mentoring.WebChats;

/// <summary>How much of a chat's history somebody has seen. On the wire it is opaque: clients keep it and give it back.</summary>
/// <param name="Inbox">The last of the mentee's messages, by its place among hers in the conversation. Places are committed in order, so none is seen before an earlier one (<see cref="Messages.Inbox"/>).</param>
/// <param name="Outbox">The last of ours, by how many were prepared for the conversation before it, counted from 1.</param>
public readonly record struct Watermark(long Inbox, int Outbox)
{
    /// <summary>Nothing has been seen.</summary>
    public static Watermark Start => default;

    /// <summary>Reads what <see cref="ToString"/> wrote. Nothing at all means the start, so that a client that lost its place misses nothing.</summary>
    /// <returns>Whether it could be read.</returns>
    public static bool TryParse(string? text, out Watermark watermark)
    {
        watermark = default;
        if (string.IsNullOrEmpty(text)) return true;
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        if (dash < 0 || !long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var inbox)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var outbox)) return false;
        watermark = new(inbox, outbox);
        return true;
    }

    /// <summary>As clients are given it.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Inbox}-{Outbox}");
}
