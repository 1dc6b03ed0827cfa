using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MentorBot.Mentoring.Desk;

/// <summary>A form of the desk that was dealt with: sent again, it does nothing. Kept for a day.</summary>
public sealed class DeskForm
{
    /// <summary>The longest <see cref="FormId"/>.</summary>
    public const int LongestId = 40;

    /// <summary>How long it is kept: a browser that was asleep sends a form again within hours.</summary>
    public static readonly TimeSpan Stays = TimeSpan.FromDays(1);

    /// <summary>Who sent it.</summary>
    public int MentorId { get; init; }

    /// <summary>Its name: see <see cref="IdOf"/>.</summary>
    public required string FormId { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The name of a form with what was typed in it. Sent again after a lost answer it is the same; edited before it is sent again, it is another, and what was added to it is not lost.</summary>
    /// <param name="form">Its random name, as the page gave it.</param>
    /// <param name="typed">What was typed or chosen in it, in the order of the page.</param>
    public static string IdOf(string form, params ReadOnlySpan<string?> typed)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', [form, .. typed])));
        return Base64Url.EncodeToString(hash)[..LongestId];
    }
}
