namespace MentorBot.Dialogs.Tests.Checks;

public class ReviewDatesTests
{
    [Fact]
    public void A_course_past_its_day_is_named_and_does_not_stop_the_start()
    {
        using var folder = new SampleFolder().WithCourse(course => course);
        var content = folder.Read();

        Assert.Empty(content.Problems);
        Assert.Empty(content.Overdue(new DateOnly(2027, 11, 1)));
        Assert.Equal(
            "dialogs/courses/photos/en.md:1: This course was to be read again by 2027-11-01. Read it, mend what has changed, and move `review-by:` on.",
            Assert.Single(content.Overdue(new DateOnly(2027, 11, 2))).ToString());
    }
}
