namespace MentorBot.Dialogs.Tests.Checks;

public class LanguageChecksTests
{
    [Fact]
    public void Words_missing_from_a_language_are_named_where_they_belong()
    {
        using var folder = new SampleFolder()
            .With("Welcome/words.en.yaml", "first: Hello.\nsecond: Hello again.")
            .With("Welcome/words.cy.yaml", "first: Helo.")
            .With("Tips/words.cy.yaml", CymraegTips);

        Assert.Equal(
            ["dialogs/Welcome/words.cy.yaml:1: `second` is missing. Write it here in this language; dialogs/Welcome/words.en.yaml has it on line 2."],
            folder.Problems());
    }

    [Fact]
    public void A_language_that_lacks_a_whole_conversation_lacks_each_of_its_words()
    {
        using var folder = new SampleFolder().With("Welcome/words.cy.yaml", "first: Helo.").With("Welcome/words.en.yaml", "first: Hello.");

        Assert.Equal(3, folder.Problems().Count(problem => problem.StartsWith("dialogs/Tips/words.cy.yaml:1: ", StringComparison.Ordinal)));
    }

    [Fact]
    public void Words_that_English_does_not_have_are_named()
    {
        using var folder = new SampleFolder()
            .With("Welcome/words.en.yaml", "first: Hello.")
            .With("Welcome/words.cy.yaml", "first: Helo.\nfrist: Helo.")
            .With("Tips/words.cy.yaml", CymraegTips);

        Assert.Equal(
            ["dialogs/Welcome/words.cy.yaml:2: `frist` is not in the English words. Check how it is spelt, write it in words.en.yaml too, or take it out here."],
            folder.Problems());
    }

    [Fact]
    public void A_gap_that_another_language_lacks_or_adds_is_named()
    {
        using var folder = new SampleFolder()
            .With("Welcome/words.en.yaml", "first: Come to {place}.")
            .With("Welcome/words.cy.yaml", "first: Dewch i {count}.")
            .With("Tips/words.cy.yaml", CymraegTips);

        Assert.Equal(
            [
                "dialogs/Welcome/words.cy.yaml:1: `{place}` is in the English words and not here. Put `{place}` where it belongs in this sentence.",
                "dialogs/Welcome/words.cy.yaml:1: `{count}` is not in the English words. Take it out, or put it into words.en.yaml too.",
            ],
            folder.Problems());
    }

    [Fact]
    public void A_short_form_may_leave_a_gap_out_but_not_add_one()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", """
            left:
              text: Come to {place}.
              sms: Come.
            added:
              text: Come.
              sms: Come to {place}.
            """);

        Assert.Equal(
            ["dialogs/Welcome/words.en.yaml:6: `{place}` is in this form and not in `text`. Put it into `text` too, or take it out here."],
            folder.Problems());
    }

    [Fact]
    public void A_gap_we_cannot_fill_is_named()
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", "first: Hello {nickname}.");

        Assert.Equal(
            ["dialogs/Welcome/words.en.yaml:1: `{nickname}` is not a gap we know. Check how it is spelt, or add it to dialogs/placeholders.yaml with the longest thing that can fill it."],
            folder.Problems());
    }

    [Theory]
    [InlineData("Come to {place.")]
    [InlineData("Come to place}.")]
    [InlineData("Come to {the place}.")]
    [InlineData("Come to {Place}.")]
    public void A_brace_that_is_not_around_a_name_is_named(string text)
    {
        using var folder = new SampleFolder().With("Welcome/words.en.yaml", $"first: {text}");

        Assert.Equal(
            ["dialogs/Welcome/words.en.yaml:1: There is a brace, { or }, that is not around a name. Write a gap as `{name}`: one word, letters only, the first one small."],
            folder.Problems());
    }

    [Fact]
    public void A_tip_missing_from_a_language_is_named()
    {
        using var folder = new SampleFolder()
            .WithCourse(course => course)
            .WithCourse(course => course[..course.IndexOf("## Hold", StringComparison.Ordinal)], language: "cy");

        Assert.Equal(
            ["dialogs/courses/photos/cy.md:1: The tip `hold-steady` is missing. Write it here too; dialogs/courses/photos/en.md has it on line 16."],
            folder.Problems());
    }

    [Fact]
    public void A_tip_that_English_does_not_have_is_named()
    {
        using var folder = new SampleFolder()
            .WithCourse(course => course[..course.IndexOf("## Hold", StringComparison.Ordinal)])
            .WithCourse(course => course, language: "cy");

        Assert.Equal(
            ["dialogs/courses/photos/cy.md:16: The tip `hold-steady` is not in the English course. Check its id, write it in en.md too, or take it out here."],
            folder.Problems());
    }

    [Fact]
    public void Tips_in_another_order_are_named()
    {
        using var folder = new SampleFolder()
            .WithCourse(course => course)
            .WithCourse(
                course => course.Replace("{#clean-lens}", "{#x}", StringComparison.Ordinal)
                    .Replace("{#hold-steady}", "{#clean-lens}", StringComparison.Ordinal)
                    .Replace("{#x}", "{#hold-steady}", StringComparison.Ordinal),
                language: "cy");

        Assert.Equal(
            ["dialogs/courses/photos/cy.md:1: The tips are in another order than in English. Use this order: clean-lens, hold-steady."],
            folder.Problems());
    }

    private const string CymraegTips = """
        try: "Tro chi:"
        tip: "{number} o {count}. {body} Tro chi: {try}"
        last: "{number} o {count}. {body} Tro chi: {try}"
        """;
}
