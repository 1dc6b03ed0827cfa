using System.Text;
using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>What goes out as a text message uses only GSM-7 characters: a single other one more than halves the room in all of them.</summary>
internal sealed class SmsCharacters(Func<string, int> segments) : Check
{
    // One segment holds 70 characters, or 35 emoji, once any of them is outside GSM-7; inside it holds at least 80
    private const int MoreThanFits = 71;

    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from passage in material.Passages
        where passage.BySms
        from character in passage.Text.EnumerateRunes().Distinct()
        where !IsCheap(character)
        select passage.Place.Problem($"A text message cannot hold {character} cheaply (U+{character.Value:X4}).", Mend(character));

    private bool IsCheap(Rune character) => segments(string.Concat(Enumerable.Repeat(character.ToString(), MoreThanFits))) == 1;

    private static string Mend(Rune character) => Lookalikes.Of(character) is { } plain
        ? $"Write {plain} in its place, or use another word."
        : "Take it out, or use another word.";
}
