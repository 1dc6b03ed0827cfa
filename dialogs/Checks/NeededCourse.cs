using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Tips;

namespace MentorBot.Dialogs.Checks;

/// <summary>The course that everybody begins with is there in English, with a tip to send.</summary>
internal sealed class NeededCourse : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material)
    {
        // Then no course was read at all, and the words that are missing were told of.
        if (ContentReader.MissingForCourses(material.Words) is not []) yield break;
        if (material.Courses.Find(TipsDialog.FirstCourse, Language.English) is not { Tips.Count: > 0 })
            yield return new ContentProblem(
                $"dialogs/courses/{TipsDialog.FirstCourse}/{Language.English}.md",
                1,
                "Everybody begins with this course, and it is missing or has no tips.",
                "Put it back, in a folder and with a `course:` of this name.");
    }
}
