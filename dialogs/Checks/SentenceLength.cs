using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>No sentence of more than 20 words, in any language.</summary>
/// <remarks>GOV.UK's limit is 25. Ours is lower: our sentences are read on small screens, and often under strain.</remarks>
internal sealed class SentenceLength : Check
{
    private const int Most = 20;

    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from passage in material.Passages
        from sentence in Prose.Sentences(passage.Text)
        let words = Prose.Words(sentence)
        where words.Count > Most
        select passage.Place.Problem(
            $"A sentence here has {words.Count} words: \"{string.Join(' ', words.Take(5))}...\".", $"Make two of it; {Most} words is the most.");
}
