using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.SmallTalk;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Somebody books a meeting: what for, how, what would help her to come. Then <see cref="TimesDialog"/> asks which time. With BOOK that is five texts of hers at the most.</summary>
internal sealed class BookDialog(Content content, VideoRooms rooms) : Dialog, IAnswersCommands, IHearsAnswers
{
    private const string Nobody = "Bookings.nobody";
    private const string TooMany = "Bookings.tooMany";
    private const string About = "Bookings.about";
    private const string Way = "Bookings.way";
    private const string NeedsOf = "Bookings.needs";
    private const string WhichNumber = "Bookings.whichNumber";

    // What is remembered of her answers.
    private const string Asked = "asked";
    private const string Ways = "ways";

    // As much of her words as tells what a mentor should know.
    private const int LongestAbout = 200;

    private static readonly Need[] Numbered = [Need.Fare, Need.Childcare, Need.Data, Need.Interpreter, Need.StepFree, Need.QuietRoom];

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Nobody, TooMany, About, Way, NeedsOf, WhichNumber, .. BookingWording.Keys];

    public IReadOnlyList<string> Commands => ["book"];

    /// <summary>Asked what it is about she may well say "help"; and a "no" is an answer to what would help her.</summary>
    public bool IsAnswer(Activity activity, string? command) => command == "help" || SmallTalkDialog.IsSmallTalk(command);

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var (turn, context) = (dc.Context.Turn(), dc.Context);
        // Times are kept for her already: she may have gone elsewhere in between.
        if (await turn.FindChoosingAsync(cancellationToken) is { State: BookingState.Choosing }) return await dc.ReplaceDialogAsync(nameof(TimesDialog), TimesDialog.ShowAgain, cancellationToken);
        var ways = rooms.Possible(await turn.WaysAsync(cancellationToken));
        if (ways.Count == 0) return await EndWithAsync(dc, content.Words.Message(context, Nobody), cancellationToken);
        if (await turn.MeetingsAheadAsync(cancellationToken) is { Count: >= Choosing.MostAhead } ahead)
            return await EndWithAsync(dc, content.Words.Message(context, TooMany, ("count", Number(ahead.Count))), cancellationToken);
        turn.Record("booking.asked");
        dc.ActiveDialog!.State[Ways] = ways.Select(way => way.ToString()).ToArray();
        return await AskAsync(dc, About, cancellationToken);
    }

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default) => dc.ActiveDialog!.State.GetValue<string>(Asked) switch
    {
        About => HearAboutAsync(dc, cancellationToken),
        Way => HearWayAsync(dc, cancellationToken),
        _ => HearNeedsAsync(dc, cancellationToken),
    };

    private Task<DialogTurnResult> HearAboutAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var (text, turn) = (dc.Context.Activity.Text, dc.Context.Turn());
        // A picture says nothing that a mentor could read.
        if (string.IsNullOrWhiteSpace(text)) return AskAsync(dc, About, cancellationToken);
        if (!SmallTalkDialog.IsSmallTalk(content.Commands.Recognise(text)))
        {
            dc.ActiveDialog!.State[BookingMemory.AboutId] = turn.MessageId;
            dc.ActiveDialog.State[BookingMemory.About] = text.Length > LongestAbout ? text[..LongestAbout] : text;
        }
        return WaysOf(dc) is [var only] ? ChooseWayAsync(dc, only, cancellationToken) : AskAsync(dc, Way, cancellationToken);
    }

    private Task<DialogTurnResult> HearWayAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var ways = WaysOf(dc);
        var labels = ways.ConvertAll(way => BookingWording.Way(content.Words, dc.Context.Turn().Conversation, way));
        var found = ChoiceRecognizers.RecognizeChoices(dc.Context.Activity.Text, ChoiceFactory.ToChoices(labels), new FindChoicesOptions { Locale = dc.Context.Activity.Locale, AllowPartialMatches = true });
        return found is [var one] ? ChooseWayAsync(dc, ways[one.Resolution.Index], cancellationToken) : AskAgainAsync(dc, cancellationToken);
    }

    // In messages she need not go anywhere.
    private Task<DialogTurnResult> ChooseWayAsync(DialogContext dc, MeetingWay way, CancellationToken cancellationToken)
    {
        dc.ActiveDialog!.State[BookingMemory.Way] = way.ToString();
        return way == MeetingWay.Messages ? AskTimesAsync(dc, Need.None, cancellationToken) : AskAsync(dc, NeedsOf, cancellationToken);
    }

    private Task<DialogTurnResult> HearNeedsAsync(DialogContext dc, CancellationToken cancellationToken) =>
        NeedsIn(dc.Context.Activity.Text) is { } needs ? AskTimesAsync(dc, needs, cancellationToken) : AskAgainAsync(dc, cancellationToken);

    private static Task<DialogTurnResult> AskTimesAsync(DialogContext dc, Need needs, CancellationToken cancellationToken)
    {
        var state = dc.ActiveDialog!.State;
        return dc.ReplaceDialogAsync(nameof(TimesDialog), BookingMemory.Of(state.GetValue<string>(BookingMemory.Way)!, needs, state.GetValue<string?>(BookingMemory.About), state.GetValue<long?>(BookingMemory.AboutId)), cancellationToken);
    }

    /// <summary>Her needs: "1 and 3", "1,3", "none", "no". Null where there is anything else in it.</summary>
    private Need? NeedsIn(string? text)
    {
        var said = Library.Commands.Plain((text ?? "").Replace(',', ' ').Replace('+', ' ').Replace('&', ' ').Replace('.', ' '));
        if (said is "0" or "NONE" or "NO" or "NOTHING" or "NO THANKS" or "DIM" or "DIM BYD" or "NA" || content.Commands.Recognise(text) is "okay") return Need.None;
        var needs = Need.None;
        foreach (var word in said.Split(' ').Where(word => word is not ("AND" or "A" or "AC" or "NUMBER" or "NUMBERS" or "PLEASE")))
        {
            if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > Numbered.Length) return null;
            needs |= Numbered[number - 1];
        }
        return needs == Need.None ? null : needs;
    }

    private async Task<DialogTurnResult> AskAsync(DialogContext dc, string question, CancellationToken cancellationToken)
    {
        dc.ActiveDialog!.State[Asked] = question;
        await dc.Context.SendActivityAsync(Question(dc, question), cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> AskAgainAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        await dc.SayAsync(content.Words, WhichNumber, cancellationToken);
        return EndOfTurn;
    }

    private Activity Question(DialogContext dc, string question)
    {
        var (context, where) = (dc.Context, dc.Context.Turn().Conversation);
        if (question != Way) return content.Words.Message(context, question, question == About ? [("alias", context.Turn().Mentee.Alias)] : []);
        var ways = WaysOf(dc);
        var message = content.Words.Message(context, question, ("ways", BookingWording.List(ways.Select(way => BookingWording.Way(content.Words, where, way)))));
        return Numbers.Offer(message, context.Activity.ChannelId, ways.Count);
    }

    private static List<MeetingWay> WaysOf(DialogContext dc) => [.. dc.ActiveDialog!.State.GetValue<string[]>(Ways)!.Select(Enum.Parse<MeetingWay>)];

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static async Task<DialogTurnResult> EndWithAsync(DialogContext dc, Activity message, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(message, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }
}
