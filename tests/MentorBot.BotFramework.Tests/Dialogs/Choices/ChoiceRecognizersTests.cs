using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework.Tests.Dialogs.Choices;

public class ChoiceRecognizersTests
{
    private static readonly IList<Choice> Colours = ChoiceFactory.ToChoices(["red", "green", "blue"]);

    [Theory]
    [InlineData("red", "red")]
    [InlineData("RED", "red")]
    [InlineData(" red ", "red")]
    [InlineData("the red one", "red")]
    [InlineData("I'd like the red one please", "red")]
    [InlineData("red.", "red")]
    [InlineData("green and blue", "green")]
    [InlineData("greenish", null)]
    [InlineData("mauve", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void Words_choose(string? said, string? chosen) => Assert.Equal(chosen, Choose(said));

    [Theory]
    [InlineData("2")]
    [InlineData("2.")]
    [InlineData("no 2")]
    [InlineData("no. 2")]
    [InlineData("#2")]
    [InlineData("(2)")]
    [InlineData("option 2")]
    [InlineData("Option two")]
    [InlineData("2nd")]
    [InlineData("2nd one")]
    [InlineData("the second one")]
    [InlineData("second please")]
    [InlineData("number two please")]
    [InlineData("I'll have 2")]
    [InlineData("2 thanks")]
    [InlineData("ok, 2")]
    public void A_number_that_is_nearly_the_whole_answer_chooses(string said) => Assert.Equal("green", Choose(said));

    [Theory]
    [InlineData("1st", "red")]
    [InlineData("one", "red")]
    [InlineData("#1", "red")]
    [InlineData("the first", "red")]
    [InlineData("option 3", "blue")]
    [InlineData("last", "blue")]
    [InlineData("the last one", "blue")]
    [InlineData("the last one please", "blue")]
    public void Places_in_the_list_choose(string said, string chosen) => Assert.Equal(chosen, Choose(said));

    [Theory]
    [InlineData("I have 2 kids")]
    [InlineData("my 2 kids like the garden")]
    [InlineData("2.5")]
    [InlineData("2-3")]
    [InlineData("2 or 3")]
    [InlineData("0")]
    [InlineData("4")]
    [InlineData("-1")]
    [InlineData("not 2")]
    [InlineData("the first thing I tried")]
    [InlineData("it lasts")]
    [InlineData("22222222222222222222222222222222222222")]
    public void Stray_numbers_choose_nothing(string said) => Assert.Null(Choose(said));

    [Theory]
    [InlineData("not red")]
    [InlineData("I don't want the red one")]
    [InlineData("I don’t like blue")]
    [InlineData("anything but green")]
    [InlineData("never blue")]
    [InlineData("do not send red")]
    public void What_somebody_does_not_want_is_not_chosen(string said) => Assert.Null(Choose(said));

    [Fact]
    public void A_not_of_the_choices_own_is_no_negation() =>
        Assert.Equal("not now", Choose("I'd say not now", ChoiceFactory.ToChoices(["book", "not now"])));

    [Theory]
    [InlineData("calender", "calendar")]
    [InlineData("calndar please", "calendar")]
    [InlineData("emial", "email")]
    [InlineData("camera", null)]
    [InlineData("photo", "photos")]
    public void One_letter_wrong_is_forgiven_in_long_words(string said, string? chosen) =>
        Assert.Equal(chosen, Choose(said, ChoiceFactory.ToChoices(["calendar", "email", "photos", "map"])));

    [Theory]
    [InlineData("tip", "Learn a tip")]
    [InlineData("a tip please", "Learn a tip")]
    [InlineData("a mentor", "Book a mentor")]
    [InlineData("talk to someone", "Talk to someone now")]
    [InlineData("someone to talk", null)]
    [InlineData("book a room", null)]
    [InlineData("a", null)]
    [InlineData("not a tip", null)]
    [InlineData("now", "Talk to someone now")]
    public void Words_of_one_choice_alone_are_enough(string said, string? chosen) =>
        Assert.Equal(chosen, Choose(said, ChoiceFactory.ToChoices(["Learn a tip", "Book a mentor", "Talk to someone now"])));

    [Fact]
    public void Words_of_two_choices_are_not() => Assert.Null(Choose("book", ChoiceFactory.ToChoices(["Book a mentor", "Book a room"])));

    [Fact]
    public void A_choice_with_a_not_is_not_named_by_the_rest_of_it() => Assert.Null(Choose("now", ChoiceFactory.ToChoices(["Book it", "Not now"])));

    [Fact]
    public void A_slip_that_could_be_two_choices_is_neither() => Assert.Null(Choose("lighs", ChoiceFactory.ToChoices(["light", "lighs2", "lights", "lighf"])));

    [Fact]
    public void A_choice_answers_to_its_title_and_its_synonyms()
    {
        IList<Choice> choices = [new("1a") { Action = new CardAction { Title = "Talk to a person" }, Synonyms = ["human", "mentor"] }, new("b")];

        Assert.Equal("1a", Choose("talk to a person", choices));
        Assert.Equal("1a", Choose("a human please", choices));
        Assert.Null(Choose("talk to a person", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Null(Choose("b", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void The_longer_name_wins()
    {
        var found = Assert.Single(ChoiceRecognizers.RecognizeChoices("the blue sky", ChoiceFactory.ToChoices(["blue", "blue sky"])));

        Assert.Equal(("blue sky", 1, 4, 11), (found.Resolution.Value, found.Resolution.Index, found.Start, found.End));
    }

    [Theory]
    [InlineData("bread and some butter", 2, "bread butter")]
    [InlineData("bread or maybe some butter", 2, null)]
    [InlineData("butter bread", 2, null)]
    [InlineData("bread or maybe some butter", 3, "bread butter")]
    public void Words_of_a_choice_come_in_order_and_near_one_another(string said, int distance, string? chosen) =>
        Assert.Equal(chosen, Choose(said, ChoiceFactory.ToChoices(["bread butter", "x"]), new FindChoicesOptions { MaxTokenDistance = distance }));

    [Fact]
    public void Skipped_words_cost()
    {
        var score = ChoiceRecognizers.RecognizeChoices("bread and butter", ChoiceFactory.ToChoices(["bread butter"]))[0].Resolution.Score;

        Assert.Equal(2f / 3, score, 3);
    }

    [Fact]
    public void Some_of_the_words_are_enough_if_that_is_allowed()
    {
        var choices = ChoiceFactory.ToChoices(["online safety", "cooking"]);

        Assert.Null(Choose("safety stuff", choices));
        Assert.Equal("online safety", Choose("safety stuff", choices, new FindChoicesOptions { AllowPartialMatches = true }));
    }

    [Fact]
    public void Numbers_and_places_can_be_switched_off()
    {
        Assert.Null(Choose("2", Colours, new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Equal("green", Choose("the second", Colours, new FindChoicesOptions { RecognizeNumbers = false }));
        Assert.Null(Choose("2nd", Colours, new FindChoicesOptions { RecognizeOrdinals = false }));
        Assert.Equal("green", Choose("2", Colours, new FindChoicesOptions { RecognizeOrdinals = false }));
    }

    [Theory]
    [InlineData("dau", "green")]
    [InlineData("rhif dau", "green")]
    [InlineData("yr ail", "green")]
    [InlineData("y cyntaf", "red")]
    [InlineData("yr un olaf", "blue")]
    [InlineData("yr olaf os gwelwch yn dda", "blue")]
    [InlineData("tri", "blue")]
    [InlineData("the second one", "green")]
    [InlineData("3ydd", "blue")]
    [InlineData("ddim red", null)]
    [InlineData("mae gen i ddau o blant", null)]
    public void In_Welsh_too(string said, string? chosen) => Assert.Equal(chosen, Choose(said, Colours, new FindChoicesOptions { Locale = "cy-GB" }));

    private static string? Choose(string? said, IList<Choice>? choices = null, FindChoicesOptions? options = null)
    {
        var found = ChoiceRecognizers.RecognizeChoices(said, choices ?? Colours, options);
        return found.Count == 0 ? null : found[0].Resolution.Value;
    }
}
