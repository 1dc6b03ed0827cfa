using MentorBot.BotFramework.Dialogs;
using static MentorBot.BotFramework.Tests.Dialogs.Steps;

namespace MentorBot.BotFramework.Tests.Dialogs.Prompts;

public class PromptTests
{
    [Fact]
    public async Task A_prompt_asks_waits_and_gives_the_answer() => await Flow(new TextPrompt("p"), Ask("p", "Name?"))
        .Send("hi").AssertReply("Name?").AssertStatus(DialogTurnStatus.Waiting)
        .Send("Amina").AssertReply("Amina").AssertStatus(DialogTurnStatus.Complete)
        .StartTestAsync();

    [Fact]
    public async Task A_question_says_that_it_waits_for_an_answer() => await Flow(new TextPrompt("p"), Ask("p", "Name?"))
        .Send("hi").AssertReply(reply => Assert.Equal(InputHints.ExpectingInput, reply.InputHint))
        .StartTestAsync();

    [Fact]
    public async Task An_input_hint_that_was_given_is_kept()
    {
        WaterfallStep ask = (step, ct) => step.PromptAsync("p", new PromptOptions { Prompt = MessageFactory.Text("Name?", null, InputHints.IgnoringInput) }, ct);

        await Flow(new TextPrompt("p"), ask).Send("hi").AssertReply(reply => Assert.Equal(InputHints.IgnoringInput, reply.InputHint)).StartTestAsync();
    }

    [Fact]
    public async Task A_prompt_begun_with_anything_else_is_an_error_of_the_bot() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Flow(new TextPrompt("p"), Begin("p", "Name?")).Send("hi").StartTestAsync());

    [Fact]
    public async Task What_is_no_message_leaves_the_question_open_in_silence() => await Flow(new TextPrompt("p"), Ask("p", "Name?"))
        .Send("hi").AssertReply("Name?")
        .Send(Cast.FromAmina(ActivityTypes.Typing)).AssertStatus(DialogTurnStatus.Waiting)
        .Send("Amina").AssertReply("Amina")
        .StartTestAsync();

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("🙂")]
    public async Task Any_text_answers_a_text_prompt(string text) => await Flow(new TextPrompt("p"), Ask("p", "Name?"))
        .Send("hi").AssertReply("Name?").Send(text).AssertReply(text)
        .StartTestAsync();

    [Fact]
    public async Task A_message_without_text_does_not() => await Flow(new TextPrompt("p"), Ask("p", "Name?", "Please write it."))
        .Send("hi").AssertReply("Name?").Send((string?)null).AssertReply("Please write it.")
        .StartTestAsync();

    [Fact]
    public async Task Without_a_retry_the_question_is_asked_again() => await Flow(new NumberPrompt<int>("p"), Ask("p", "Age?"))
        .Send("hi").AssertReply("Age?").Send("old").AssertReply("Age?").Send("42").AssertReply("42")
        .StartTestAsync();

    [Fact]
    public async Task A_validator_sees_every_attempt_and_its_number()
    {
        var seen = new List<(int, bool)>();
        PromptValidator<int> validator = (answer, _) =>
        {
            seen.Add((answer.AttemptCount, answer.Recognized.Succeeded));
            return Task.FromResult(answer.Recognized.Succeeded && answer.Recognized.Value >= 18);
        };
        await Flow(new NumberPrompt<int>("p", validator), Ask("p", "Age?", "18 or over?"))
            .Send("hi").AssertReply("Age?").Send("old").AssertReply("18 or over?").Send("12").AssertReply("18 or over?").Send("42").AssertReply("42")
            .StartTestAsync();

        Assert.Equal([(1, false), (2, true), (3, true)], seen);
    }

    [Fact]
    public async Task A_validator_may_accept_what_was_not_understood_and_say_what_it_is()
    {
        PromptValidator<int> validator = (answer, _) =>
        {
            answer.Recognized.Value = 99;
            return Task.FromResult(true);
        };

        await Flow(new NumberPrompt<int>("p", validator), Ask("p", "Age?")).Send("hi").AssertReply("Age?").Send("ancient").AssertReply("99").StartTestAsync();
    }

    [Fact]
    public async Task A_validator_that_speaks_replaces_the_retry()
    {
        PromptValidator<int> validator = async (answer, ct) =>
        {
            await answer.Context.SendActivityAsync("Not like that.", cancellationToken: ct);
            return false;
        };

        await Flow(new NumberPrompt<int>("p", validator), Ask("p", "Age?", "retry")).Send("hi").AssertReply("Age?").Send("x").AssertReply("Not like that.").StartTestAsync();
    }

    [Fact]
    public async Task A_validator_finds_what_it_was_given()
    {
        PromptValidator<int> validator = (answer, _) => Task.FromResult(answer.Recognized.Value <= (int)answer.Options.Validations!);
        WaterfallStep ask = (step, ct) => step.PromptAsync("p", new PromptOptions { Prompt = MessageFactory.Text("?"), Validations = 10 }, ct);

        await Flow(new NumberPrompt<int>("p", validator), ask).Send("hi").AssertReply("?").Send("11").AssertReply("?").Send("10").AssertReply("10").StartTestAsync();
    }

    [Fact]
    public async Task An_answer_is_recognized_once_a_turn()
    {
        var prompt = new CountingPrompt();
        await new TestFlow(Component("outer", Component("inner", Waterfall("w", Ask("p", "?")), prompt))).Send("hi").AssertReply("?").Send("Amina").StartTestAsync();

        Assert.Equal(1, prompt.Recognized);
    }

    [Fact]
    public async Task The_stored_question_is_small()
    {
        var flow = await Flow(new TextPrompt("p"), Ask("p", "Name?")).Send("hi").AssertReply("Name?").StartTestAsync();

        Assert.Contains(
            """{"id":"p","state":{"options":{"$type":"promptOptions","$value":{"prompt":{"type":"message","text":"Name?"}}},"state":{"AttemptCount":0}}}""",
            await flow.StateJsonAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attachment_prompt_wants_an_attachment()
    {
        WaterfallStep say = async (step, ct) =>
        {
            await step.Context.SendActivityAsync(((IList<Attachment>)step.Result!)[0].Name!, cancellationToken: ct);
            return await step.EndDialogAsync(null, ct);
        };
        await new TestFlow(Component("c", Waterfall("w", Ask("p", "A photo?"), say), new AttachmentPrompt("p")))
            .Send("hi").AssertReply("A photo?").Send("no").AssertReply("A photo?")
            .Send(Cast.FromAmina(ActivityTypes.Message, with: a => a.Attachments = [new Attachment { Name = "cat.jpg" }])).AssertReply("cat.jpg")
            .StartTestAsync();
    }

    [Theory]
    [InlineData("2.5")]
    [InlineData("99999999999")]
    public async Task A_whole_number_prompt_takes_no_other(string answer) => await Flow(new NumberPrompt<int>("p"), Ask("p", "Age?"))
        .Send("hi").AssertReply("Age?").Send(answer).AssertReply("Age?")
        .StartTestAsync();

    [Fact]
    public async Task A_decimal_prompt_takes_any_number() => await Flow(new NumberPrompt<decimal>("p"), Ask("p", "Hours?"))
        .Send("hi").AssertReply("Hours?").Send("2.5 hours").AssertReply("2.5")
        .StartTestAsync();

    [Fact]
    public async Task Numbers_come_as_the_type_asked_for()
    {
        Assert.IsType<double>(await ResultAsync(new NumberPrompt<double>("p"), "3"));
        Assert.IsType<long>(await ResultAsync(new NumberPrompt<long>("p"), "3"));
        Assert.IsType<float>(await ResultAsync(new NumberPrompt<float>("p"), "0.1"));
    }

    [Fact]
    public async Task A_date_prompt_gives_every_meaning_in_the_persons_zone()
    {
        var result = Assert.IsType<IList<DateTimeResolution>>(await ResultAsync(new DateTimePrompt("p"), "tomorrow at 3"), exactMatch: false);

        Assert.Equal(["2027-06-03 03:00:00", "2027-06-03 15:00:00"], result.Select(r => r.Value));
    }

    [Fact]
    public async Task A_date_that_is_none_is_asked_for_again() => await Flow(new DateTimePrompt("p"), Ask("p", "When?", "Which day?"))
        .Send("hi").AssertReply("When?").Send("31 February").AssertReply("Which day?")
        .StartTestAsync();

    private sealed class CountingPrompt() : Prompt<string>("p", null)
    {
        public int Recognized { get; private set; }

        protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(ITurnContext turnContext, PromptOptions options, CancellationToken cancellationToken)
        {
            Recognized++;
            return Task.FromResult(new PromptRecognizerResult<string> { Succeeded = true, Value = turnContext.Activity.Text });
        }
    }

    private static async Task<object?> ResultAsync(Dialog prompt, string answer)
    {
        var flow = await new TestFlow(Component("c", Waterfall("w", Ask("p", "?")), prompt)).Send("hi").AssertReply("?").Send(answer).StartTestAsync();
        return flow.Result.Result;
    }

    private static TestFlow Flow(Dialog prompt, WaterfallStep ask) => new(Component("c", Waterfall("w", ask, SayResult()), prompt));
}
