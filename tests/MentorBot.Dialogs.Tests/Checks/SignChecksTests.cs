using MentorBot.Dialogs.Checks;

namespace MentorBot.Dialogs.Tests.Checks;

public class SignChecksTests
{
    [Theory]
    [InlineData("- (very) sad", "The sign `(very) sad` does not begin with a word.")]
    [InlineData("- sad <thing>", "`<thing>` cannot be read in a sign.")]
    [InlineData("- I'm sad", "`I'm` cannot be read in a sign.")]
    [InlineData("- sad (today|tonight)", "In `sad (today|tonight)` only one part has to be there.")]
    public void A_sign_that_cannot_be_read_is_named(string sign, string problem)
    {
        using var folder = new SampleFolder().With("Concerns/signs.en.yaml", $"signs:\n  self-harm:\n    {sign}\n");

        Assert.StartsWith($"dialogs/Concerns/signs.en.yaml:2: {problem}", folder.Problems()[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sings:\n  a: [b]", "dialogs/Concerns/signs.en.yaml:1: `sings` is no list of signs.")]
    [InlineData("signs:\n  sadness: [sad day]", "dialogs/Concerns/signs.en.yaml:2: `sadness` is no kind of concern.")]
    public void A_list_that_nobody_reads_is_named(string text, string problem)
    {
        using var folder = new SampleFolder().With("Concerns/signs.en.yaml", text);

        Assert.StartsWith(problem, Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("overdose:\n    much: [pills]")]
    [InlineData("overdose:\n    0: [pills]")]
    [InlineData("overdose:\n    10: [pills]")]
    [InlineData("every:\n    4: [pills]")]
    [InlineData("sadness:\n    4: [pills]")]
    public void A_weight_that_cannot_be_used_is_named(string hints)
    {
        using var folder = new SampleFolder().With("Concerns/signs.hints.en.yaml", $"hints:\n  {hints}\n");

        Assert.Contains(" is no weight of hints.", Assert.Single(folder.Problems()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_signs_does_not_start()
    {
        using var folder = new SampleFolder();
        var content = folder.Read([new NeededSigns()]);

        Assert.Contains("dialogs/Concerns/signs.en.yaml:1: There are no signs of `self-harm`. Put them back.", content.Problems.Select(problem => problem.ToString()));
    }
}
