using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>No word from the list of words that stop a reader.</summary>
internal sealed class PlainWords : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material)
    {
        var hardWords = material.HardWords.ToLookup(word => word.Locale);
        return from passage in material.Passages
               let words = $" {string.Join(' ', Prose.Words(passage.Text))} ".ToLowerInvariant()
               from hard in hardWords[passage.Locale]
               where words.Contains($" {hard.Text} ", StringComparison.Ordinal) || words.Contains($" {hard.Text}s ", StringComparison.Ordinal)
               select passage.Place.Problem($"`{hard.Text}` is a hard word.", $"In its place: {hard.Plainly}.");
    }
}
