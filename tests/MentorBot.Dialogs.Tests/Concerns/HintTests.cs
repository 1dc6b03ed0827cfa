using MentorBot.Dialogs.Concerns.Reading;

namespace MentorBot.Dialogs.Tests.Concerns;

/// <summary>Hints, each of which says too little by itself, are a cry together.</summary>
public class HintTests
{
    private const string Signs = """
        families:
          pills: [pills, tablets]

        signs:
          self-harm: [want to die]

        hints:
          every:
            -4: [lesson|film]
          overdose:
            5: [<pills>]
            4: [swallowed|took]
            2: [bottle]
            1: [many|all]
          medical:
            6: [blue|floppy]
            4: [swallowed|fell]

        """;

    private const string Welsh = """
        hints:
          overdose:
            9: [pils]

        """;

    [Theory]
    [InlineData("took all the tablets", "overdose")]
    [InlineData("the tablets, all of them. I took them", "overdose")]
    [InlineData("swallowed pills and she is blue", "medical")]
    [InlineData("swallowed all the pills in the bottle and is blue", "overdose")]
    [InlineData("took the tablets", null)]
    [InlineData("tablets tablets tablets", null)]
    [InlineData("the film where he took all the tablets", null)]
    [InlineData("took pils", null)]
    public void The_kind_that_weighs_most_is_heard_where_its_hints_weigh_enough(string text, string? kind) =>
        Assert.Equal(kind, Reader().Read(text)?.Kind.Id);

    [Fact]
    public void Where_two_kinds_weigh_the_same_the_one_that_leaves_least_time_is_heard() =>
        Assert.Equal("medical", Reader().Read("swallowed all the pills and is blue")?.Kind.Id);

    [Fact]
    public void A_sign_counts_before_all_hints() =>
        Assert.Equal("self-harm", Reader().Read("want to die, took all the tablets")?.Kind.Id);

    [Fact]
    public void Hints_far_apart_are_not_added_up()
    {
        var talk = string.Concat(Enumerable.Repeat("and so we went on ", 10));

        Assert.Null(Reader().Read($"took {talk} all the tablets"));
        Assert.NotNull(Reader().Read($"a film. {talk} {talk} took all the tablets"));
    }

    [Fact]
    public void One_can_read_which_hints_counted() =>
        Assert.Equal(["<pills>", "swallowed|took", "many|all"], Reader().Explain("took all the tablets").Signs.Select(hint => hint.Text));

    private static ConcernReader Reader()
    {
        using var folder = new SampleFolder().With("Concerns/signs.en.yaml", Signs).With("Concerns/signs.hints.cy.yaml", Welsh);
        return folder.Read([]).Concerns;
    }
}
