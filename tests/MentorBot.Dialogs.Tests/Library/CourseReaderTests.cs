namespace MentorBot.Dialogs.Tests.Library;

public class CourseReaderTests
{
    [Fact]
    public void A_course_is_read_as_it_is_written()
    {
        using var folder = new SampleFolder().WithCourse(course => course);

        var photos = folder.Read().Courses.Find("photos", "en");

        Assert.NotNull(photos);
        Assert.Equal(("Good photos", "Take a good photo.", "CC BY 4.0"), (photos.Title, photos.About, photos.Licence));
        Assert.Equal(new DateOnly(2027, 11, 1), photos.ReviewBy);
        Assert.Equal(["clean-lens", "hold-steady"], photos.Tips.Select(tip => tip.Id));
        Assert.Equal([1, 2], photos.Tips.Select(tip => tip.Number));
        Assert.Equal("Wipe the lens with a soft cloth.", photos.Tips[0].Body);
        Assert.Equal("Take a photo before and after.", photos.Tips[0].Try);
    }

    [Fact]
    public void Bold_letters_and_broken_lines_become_plain_text()
    {
        using var folder = new SampleFolder().WithCourse(course => course.Replace(
            "Wipe the lens with a soft cloth.", "Wipe the **lens**\nwith a *soft* cloth.\n\nDo it now.", StringComparison.Ordinal));

        Assert.Equal("Wipe the lens with a soft cloth.\nDo it now.", folder.Read().Courses.Find("photos", "en")?.Tips[0].Body);
    }

    [Fact]
    public void A_course_that_is_not_in_a_language_is_had_in_English()
    {
        using var folder = new SampleFolder().WithCourse(course => course);

        Assert.Equal("en", folder.Read().Courses.Find("photos", "cy")?.Locale);
        Assert.Null(folder.Read().Courses.Find("films", "cy"));
    }

    [Theory]
    [InlineData("licence: CC BY 4.0\n", "", "dialogs/courses/photos/en.md:1: The top of the course does not say its `licence`. Add a line `licence: ...` between the two lines of dashes.")]
    [InlineData("title: Good photos", "title:", "dialogs/courses/photos/en.md:1: The top of the course does not say its `title`. Add a line `title: ...` between the two lines of dashes.")]
    [InlineData("about:", "level: 1\nabout:", "dialogs/courses/photos/en.md:5: `level` is not something a course says about itself. The names are course, language, title, about, licence, review-by.")]
    [InlineData("2027-11-01", "next year", "dialogs/courses/photos/en.md:7: This is not a date. Write the year, the month and the day: `2027-11-01`.")]
    [InlineData("course: photos", "course: films", "dialogs/courses/photos/en.md:2: `course: films` is not the name of the folder. Write `course: photos`, or rename the folder.")]
    [InlineData("language: en", "language: cy", "dialogs/courses/photos/en.md:3: `language: cy` is not the name of the file. Write `language: en`, or rename the file.")]
    [InlineData(" {#clean-lens}", "", "dialogs/courses/photos/en.md:10: This tip has no id. Put one after its title: `## Clean the lens {#clean-lens}`. Never change it later.")]
    [InlineData("{#hold-steady}", "{#clean-lens}", "dialogs/courses/photos/en.md:16: Another tip has the id `clean-lens`, on line 10. Give this one an id of its own.")]
    [InlineData("Try: Take a photo before", "Take a photo before", "dialogs/courses/photos/en.md:10: This tip does not end in something to try. Make its last paragraph start with `Try:`.")]
    [InlineData("Wipe the lens with a soft cloth.\n\n", "", "dialogs/courses/photos/en.md:10: This tip has nothing before its task. Write the idea in a paragraph above `Try:`.")]
    [InlineData("Wipe the lens", "- Wipe the lens", "dialogs/courses/photos/en.md:12: A text message can only show sentences. Write this without lists, links, pictures or headings.")]
    [InlineData("a soft cloth", "[a soft cloth](https://example.org)", "dialogs/courses/photos/en.md:12: A text message can only show sentences. Write this without lists, links, pictures or headings.")]
    [InlineData("## Clean", "Welcome.\n\n## Clean", "dialogs/courses/photos/en.md:10: This comes before the first tip, so nobody is ever sent it. Move it into a tip, or into `about:` at the top.")]
    public void A_mistake_in_a_course_is_named(string written, string mistaken, string problem)
    {
        using var folder = new SampleFolder().WithCourse(course => course.Replace(written, mistaken, StringComparison.Ordinal));

        Assert.Contains(problem, folder.Problems());
    }

    [Fact]
    public void A_course_without_its_top_lacks_all_that_belongs_there()
    {
        using var folder = new SampleFolder().WithCourse(course => course[course.IndexOf("## Clean", StringComparison.Ordinal)..]);

        Assert.Equal(6, folder.Problems().Length);
    }

    [Fact]
    public void No_course_can_be_sent_without_the_frame_of_a_tip()
    {
        using var folder = new SampleFolder().With("Tips/words.en.yaml", "try: 'Try:'\ntip: One.").WithCourse(course => course);

        Assert.Equal(["dialogs/Tips/words.en.yaml:1: `Tips.last` is missing, so no course can be sent. Put it back."], folder.Problems());
    }
}
