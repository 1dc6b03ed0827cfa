using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>"And" is a word: not everybody knows the sign for it, and some screens read it out oddly.</summary>
internal sealed class Ampersands : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from passage in material.Passages
        where passage.Text.Contains('&')
        select passage.Place.Problem("There is an & sign.", "Write the word for it.");
}
