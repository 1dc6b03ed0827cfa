using MentorBot.BotFramework.Dialogs;
using static MentorBot.BotFramework.Tests.Dialogs.Steps;

namespace MentorBot.BotFramework.Tests.Dialogs.Prompts;

public class ChoicePromptTests
{
    [Theory]
    [InlineData(Channels.Sms, null, "Colour? (1) red, (2) green, or (3) blue")]
    [InlineData(Channels.Sms, "cy", "Colour? (1) red, (2) green, neu (3) blue")]
    [InlineData(Channels.TwilioSms, null, "Colour? (1) red, (2) green, or (3) blue")]
    [InlineData(Channels.Telegram, null, "Colour?")]
    public async Task Choices_are_shown_as_the_channel_can(string channel, string? locale, string text) =>
        await Flow(new ChoicePrompt("p"), channel, locale).Send(Cast.AminaSays("hi", channel, locale)).AssertReply(text).StartTestAsync();

    [Theory]
    [InlineData(Channels.Telegram)]
    [InlineData(Channels.DirectLine)]
    [InlineData(Channels.WebChat)]
    [InlineData(Channels.Emulator)]
    public async Task Buttons_are_for_the_one_who_was_asked(string channel) => await Flow(new ChoicePrompt("p"), channel).Send("hi")
        .AssertReply(reply =>
        {
            Assert.Equal(["red", "green", "blue"], reply.SuggestedActions!.Actions!.Select(a => a.Title));
            Assert.Equal(["amina"], reply.SuggestedActions.To);
            Assert.Equal(InputHints.ExpectingInput, reply.InputHint);
        })
        .StartTestAsync();

    [Theory]
    [InlineData(ListStyle.None, "Colour?")]
    [InlineData(ListStyle.Inline, "Colour? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.List, "Colour?\n\n   1. red\n   2. green\n   3. blue")]
    public async Task A_style_may_be_chosen(ListStyle style, string text) =>
        await Flow(new ChoicePrompt("p") { Style = style }, Channels.Telegram).Send("hi").AssertReply(text).StartTestAsync();

    [Fact]
    public async Task The_questions_style_comes_before_the_prompts() =>
        await Flow(new ChoicePrompt("p") { Style = ListStyle.List }, Channels.Sms, null, ListStyle.None).Send("hi").AssertReply("Colour?").StartTestAsync();

    [Theory]
    [InlineData("green")]
    [InlineData("2")]
    [InlineData("the second one please")]
    [InlineData("the green one")]
    public async Task An_answer_chooses(string answer)
    {
        var flow = await Flow(new ChoicePrompt("p")).Send("hi").AssertReply(_ => { }).Send(answer).StartTestAsync();

        Assert.Equal(("green", 1), (((FoundChoice)flow.Result.Result!).Value, ((FoundChoice)flow.Result.Result).Index));
    }

    [Fact]
    public async Task The_choices_are_shown_again_with_the_retry_and_stay_as_they_were() => await Flow(new ChoicePrompt("p"))
        .Send("hi").AssertReply("Colour? (1) red, (2) green, or (3) blue")
        .Send("I have 2 kids").AssertReply("Please pick: (1) red, (2) green, or (3) blue")
        .Send("mauve").AssertReply("Please pick: (1) red, (2) green, or (3) blue")
        .StartTestAsync();

    [Theory]
    [InlineData("yes please", true)]
    [InlineData("1", true)]
    [InlineData("No. 1", true)]
    [InlineData("nah", false)]
    [InlineData("2", false)]
    [InlineData("the last one", false)]
    public async Task A_confirm_prompt_takes_yes_no_and_their_numbers(string answer, bool result)
    {
        var flow = await Confirm(new ConfirmPrompt("p")).Send("hi").AssertReply("Sure? (1) Yes or (2) No").Send(answer).StartTestAsync();

        Assert.Equal(result, flow.Result.Result);
    }

    [Theory]
    [InlineData("I am not sure")]
    [InlineData("no yes")]
    [InlineData("maybe")]
    [InlineData("I have no money")]
    [InlineData("3")]
    [InlineData("I have 2 kids")]
    public async Task What_is_neither_is_asked_again(string answer) => await Confirm(new ConfirmPrompt("p"))
        .Send("hi").AssertReply("Sure? (1) Yes or (2) No").Send(answer).AssertReply("Yes or no? (1) Yes or (2) No")
        .StartTestAsync();

    [Fact]
    public async Task In_Welsh_it_is_ie_and_na()
    {
        var flow = await Confirm(new ConfirmPrompt("p"), "cy").Send("helo").AssertReply("Sure? (1) Ie neu (2) Na").Send("ydw").StartTestAsync();

        Assert.Equal(true, flow.Result.Result);
    }

    [Theory]
    [InlineData("Not now", false)]
    [InlineData("book it", true)]
    [InlineData("yes", true)]
    public async Task The_answers_may_be_called_anything(string answer, bool result)
    {
        var prompt = new ConfirmPrompt("p") { ConfirmChoices = (new Choice("Book it"), new Choice("Not now")) };
        var flow = await Confirm(prompt).Send("hi").AssertReply("Sure? (1) Book it or (2) Not now").Send(answer).StartTestAsync();

        Assert.Equal(result, flow.Result.Result);
    }

    [Fact]
    public async Task Numbers_can_be_left_out() =>
        await Confirm(new ConfirmPrompt("p") { ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false } })
            .Send("hi").AssertReply("Sure? Yes or No").Send("1").AssertReply("Yes or no? Yes or No").StartTestAsync();

    private static TestFlow Flow(ChoicePrompt prompt, string channel = Channels.Sms, string? locale = null, ListStyle? style = null)
    {
        WaterfallStep ask = (step, ct) => step.PromptAsync("p", new PromptOptions
        {
            Prompt = MessageFactory.Text("Colour?"),
            RetryPrompt = MessageFactory.Text("Please pick:"),
            Choices = ChoiceFactory.ToChoices(["red", "green", "blue"]),
            Style = style,
        }, ct);
        return new TestFlow(Component("c", Waterfall("w", ask), prompt), channel, locale);
    }

    private static TestFlow Confirm(ConfirmPrompt prompt, string? locale = null) =>
        new(Component("c", Waterfall("w", Ask("p", "Sure?", "Yes or no?")), prompt), Channels.Sms, locale);
}
