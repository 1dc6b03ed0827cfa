using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>A course is read again by its day: phones change, and old advice can mislead.</summary>
internal sealed class ReviewDates(DateOnly today) : Check
{
    public override IEnumerable<ContentProblem> Problems(Material material) =>
        from course in material.Courses.All
        where course.ReviewBy < today
        select course.Place.Problem(
            $"This course was to be read again by {course.ReviewBy:yyyy-MM-dd}.", "Read it, mend what has changed, and move `review-by:` on.");
}
