using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;

namespace MentorBot.Dialogs.NotUnderstood;

/// <summary>Tells a machine that answers us, such as "I am driving", from somebody who is lost: two machines would text each other for ever, at somebody's cost.</summary>
internal static class Machines
{
    // Somebody in need may say the same thing again, and is answered. Hardly anybody does six times.
    private const int MostAlike = 5;
    private const int MostMisses = 12;

    /// <summary>Whether this is the sixth time running that the same words were not understood, or the thirteenth that any were not.</summary>
    public static async Task<bool> IsAMachineAsync(this ITurnContext turn, int misses, CancellationToken cancellationToken)
    {
        var alike = await turn.CountAlikeAsync(turn.LastNotUnderstood(), cancellationToken);
        return misses > 0 && (alike > MostAlike || misses >= MostMisses);
    }

    /// <summary>How many times running these words came.</summary>
    /// <param name="turn">The turn that heard them.</param>
    /// <param name="last">Remembers the last words as a digest, and how often running they were said.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<int> CountAlikeAsync(this ITurnContext turn, IStatePropertyAccessor<string?> last, CancellationToken cancellationToken)
    {
        var digest = DigestOf(turn.Activity.Text ?? "");
        var before = (await last.GetAsync(turn, cancellationToken: cancellationToken))?.Split(' ');
        var alike = before?[0] == digest ? int.Parse(before[1], CultureInfo.InvariantCulture) + 1 : 1;
        await last.SetAsync(turn, string.Create(CultureInfo.InvariantCulture, $"{digest} {alike}"), cancellationToken);
        return alike;
    }

    private static string DigestOf(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Commands.Plain(text))), 0, 4);
}
