using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Stopping;

namespace MentorBot.Dialogs.Checks;

/// <summary>
/// Nobody is asked to text a word that the phone company acts on itself: the answer would block us, or never come.
/// The one for stopping is named where people are told how to stop, and nowhere else.
/// </summary>
internal sealed class CarrierWords : Check
{
    private const string Stop = "STOP";
    private static readonly string[] Taken = [.. CarrierKeywords.Stopping, "YES", "UNSTOP", "INFO"];
    private static readonly string[] Asking = ["TEXT", "REPLY", "SEND", "ANSWER", "TECSTIWCH", "ATEBWCH", "ANFONWCH"];

    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from passage in material.Passages
        from word in AskedFor(Prose.Words(passage.Text)).Distinct()
        where word != Stop || !passage.OptOut
        select passage.Place.Problem($"The phone company acts on the word {word} before we ever see it.", word == Stop
            ? "Ask for PAUSE, or mark this as the notice that tells people how to stop: `optOut: true`."
            : "Ask for another word, or for a number.");

    /// <summary>The taken words that stand in capitals, or right after a word that asks for a message.</summary>
    public static IEnumerable<string> AskedFor(IReadOnlyList<string> words)
    {
        var before = "";
        foreach (var word in words)
        {
            var capitals = word.ToUpperInvariant();
            if (Taken.Contains(capitals) && (word == capitals || Asking.Contains(before))) yield return capitals;
            before = capitals;
        }
    }
}
