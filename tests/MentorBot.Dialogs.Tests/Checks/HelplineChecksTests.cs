namespace MentorBot.Dialogs.Tests.Checks;

public class HelplineChecksTests
{
    private const string Lines = """
        someone:
          name: Someone
          number: 116 123
          nations: [Wales]
          topics: [abuse]
          hours: day and night
          cost: free
          source: https://example.org
          checked: 2026-11-24
        """;

    [Fact]
    public void A_line_that_nobody_has_checked_for_90_days_is_named_and_does_not_stop_the_start()
    {
        using var folder = new SampleFolder().With("helplines.yaml", Lines);
        var content = folder.Read();

        Assert.Empty(content.Problems);
        Assert.Empty(content.Unchecked(new DateOnly(2027, 2, 22)));
        Assert.Equal(
            "dialogs/helplines.yaml:1: `someone` was last checked on 2026-11-24, more than 90 days ago. Compare it with its source, and move `checked:` on.",
            Assert.Single(content.Unchecked(new DateOnly(2027, 2, 23))).ToString());
    }

    [Fact]
    public void Words_name_a_line_and_say_its_number()
    {
        using var folder = new SampleFolder().With("helplines.yaml", Lines).With("Concerns/words.en.yaml", "abuse: Call {someone}.\nafterAbuse: Call {someone} again.");
        var content = folder.Read();

        Assert.Empty(content.Problems);
        Assert.Equal("Call 116 123.", content.Words.For("en", "sms", "Concerns.abuse"));
        Assert.Equal("Call 116 123 again.", content.Words.For("en", "sms", "Concerns.afterAbuse"));
    }

    [Theory]
    [InlineData("abuse: Call {nobody}.", "`{nobody}` is not a gap we know.")]
    [InlineData("abuse: Call 0800 123 456.", "0800 123 456 is not in dialogs/helplines.yaml.")]
    [InlineData("abuse: Call 116 1234.", "116 1234 is not in dialogs/helplines.yaml.")]
    [InlineData("afterSelfHarm: Call {someone}.", "`someone` is not for this: its topics are abuse.")]
    [InlineData("selfHarm: Call {someone}.", "`someone` is not for this: its topics are abuse.")]
    public void A_number_that_is_not_in_the_file_or_is_for_something_else_is_named(string words, string problem)
    {
        using var folder = new SampleFolder().With("helplines.yaml", Lines).With("Concerns/words.en.yaml", words);

        Assert.StartsWith($"dialogs/Concerns/words.en.yaml:1: {problem}", Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("  cost: free\n", "", "dialogs/helplines.yaml:1: `someone` does not say its `cost`.")]
    [InlineData("[Wales]", "[Avalon]", "dialogs/helplines.yaml:4: `Avalon` is no nation.")]
    [InlineData("[abuse]", "[dragons]", "dialogs/helplines.yaml:5: `dragons` is no topic.")]
    [InlineData("2026-11-24", "last week", "dialogs/helplines.yaml:9: This is not a date.")]
    public void A_line_says_all_that_has_to_be_known_of_it(string part, string instead, string problem)
    {
        using var folder = new SampleFolder().With("helplines.yaml", Lines.Replace(part, instead, StringComparison.Ordinal));

        Assert.StartsWith(problem, Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }
}
