using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;
using NodaTime;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Moves or drops what is booked, at any time: MOVE, DROP, "can't make it tomorrow". Where there are several meetings it asks which.</summary>
internal sealed class ChangeDialog(Content content, BookingNews news) : Dialog, IAnswersCommands, IAnswersMeanings
{
    /// <summary>Another time is wanted; what is booked stays until one is chosen.</summary>
    public const string Move = "move";

    /// <summary>No meeting is wanted any more.</summary>
    public const string DropIt = "drop";

    /// <summary>She can't come: the time is given back at once, and others are offered.</summary>
    public const string CantCome = "cant-come";

    private const string NothingBooked = "Bookings.nothingBooked";
    private const string WhichOne = "Bookings.whichOne";
    private const string MovedNot = "Bookings.movedNot";
    private const string Dropped = "Bookings.dropped";
    private const string WaitsNoMore = "Bookings.givenUp";
    private const string OffOffers = "Bookings.offOffers";

    private const string Change = "change";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [NothingBooked, WhichOne, MovedNot, Dropped, WaitsNoMore, OffOffers];

    public IReadOnlyList<string> Commands => [Move, DropIt];

    public IReadOnlyList<string> Meanings => [CantCome];

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var (turn, change) = (dc.Context.Turn(), (string)options!);
        dc.ActiveDialog!.State[Change] = change;
        var ahead = await turn.MeetingsAheadAsync(cancellationToken);
        if (ahead.Count == 0) return await WithoutMeetingAsync(dc, change, cancellationToken);
        return (Reminded(dc.Context, ahead) ?? Meant(dc.Context, ahead)) is { } booking ? await ChangeAsync(dc, booking, cancellationToken) : await AskWhichAsync(dc, ahead, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var ahead = await dc.Context.Turn().MeetingsAheadAsync(cancellationToken);
        if (Numbers.In(dc.Context.Activity, ahead.Count) is { } number) return await ChangeAsync(dc, ahead[number - 1], cancellationToken);
        return OfDay(dc.Context, ahead) is { } booking ? await ChangeAsync(dc, booking, cancellationToken) : await dc.CancelDialogAsync(cancellationToken);
    }

    // Of which she was reminded.
    private static Booking? Reminded(ITurnContext context, IReadOnlyList<Booking> ahead) =>
        context.TurnState.Get<MeantMeeting>() is { } meant ? ahead.FirstOrDefault(booking => booking.Id == meant.Id) : null;

    /// <summary>Which one she means: the only one, unless she names a day on which it is not; or the only one of the day that she names.</summary>
    private static Booking? Meant(ITurnContext context, IReadOnlyList<Booking> ahead) =>
        ahead is [var only] && ChangePhrases.DayIn(context) is null ? only : OfDay(context, ahead);

    private static Booking? OfDay(ITurnContext context, IReadOnlyList<Booking> ahead)
    {
        if (ChangePhrases.DayIn(context) is not { } day) return null;
        return ahead.Where(booking => day.Holds(Instant.FromDateTimeOffset(booking.StartsAt!.Value), context.Turn().Zone())).ToList() is [var one] ? one : null;
    }

    private Task<DialogTurnResult> ChangeAsync(DialogContext dc, Booking booking, CancellationToken cancellationToken) => dc.ActiveDialog!.State.GetValue<string>(Change) switch
    {
        Move => MoveAsync(dc, booking, cancellationToken),
        CantCome => GiveBackAsync(dc, booking, cancellationToken),
        _ => DropAsync(dc, booking, cancellationToken),
    };

    private async Task<DialogTurnResult> MoveAsync(DialogContext dc, Booking booking, CancellationToken cancellationToken)
    {
        if (await OfferAsync(dc, booking, cancellationToken)) return await dc.ReplaceDialogAsync(nameof(TimesDialog), TimesDialog.ShowAgain, cancellationToken);
        return await EndWithAsync(dc, content.Words.Message(dc.Context, MovedNot, ("time", BookingWording.Time(booking)), ("name", booking.Mentor!.Name)), cancellationToken);
    }

    private async Task<DialogTurnResult> GiveBackAsync(DialogContext dc, Booking booking, CancellationToken cancellationToken)
    {
        var (turn, before) = (dc.Context.Turn(), FormerMeeting.Of(booking)!);
        var offered = await OfferAsync(dc, booking, cancellationToken);
        if (!offered) return await DropAsync(dc, booking, cancellationToken);
        var time = BookingWording.Time(booking);
        await turn.GiveBackAsync(booking, cancellationToken);
        await news.TellMentorAsync(turn, booking, before.StartsAt, cancellationToken);
        var message = content.Words.Message(dc.Context, OffOffers, ("time", time), ("slots", BookingWording.List(BookingWording.Choices(booking))));
        await dc.Context.SendActivityAsync(Numbers.Offer(message, dc.Context.Activity.ChannelId, booking.Choices.Count), cancellationToken);
        return await dc.ReplaceDialogAsync(nameof(TimesDialog), TimesDialog.WasShown, cancellationToken);
    }

    private async Task<DialogTurnResult> DropAsync(DialogContext dc, Booking booking, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        await turn.DropAsync(booking, cancellationToken);
        await news.TellMentorAsync(turn, booking, booking.StartsAt!.Value, cancellationToken);
        return await EndWithAsync(dc, content.Words.Message(dc.Context, Dropped, ("time", BookingWording.Time(booking)), ("name", booking.Mentor!.Name)), cancellationToken);
    }

    private static async Task<bool> OfferAsync(DialogContext dc, Booking booking, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        // One conversation has one list of times to choose from.
        if (await turn.FindChoosingAsync(cancellationToken) is { State: BookingState.Choosing } other && other != booking) await turn.ReleaseAsync(other, cancellationToken);
        return await turn.OfferTimesAsync(booking, BookingAnswers.WantedAgain(dc, booking, TimeWish.Any), aboutId: null, cancellationToken) is not null;
    }

    private async Task<DialogTurnResult> AskWhichAsync(DialogContext dc, IReadOnlyList<Booking> ahead, CancellationToken cancellationToken)
    {
        var message = content.Words.Message(dc.Context, WhichOne, ("slots", BookingWording.List(ahead.Select(BookingWording.Time))));
        await dc.Context.SendActivityAsync(Numbers.Offer(message, dc.Context.Activity.ChannelId, ahead.Count), cancellationToken);
        return EndOfTurn;
    }

    // She may want no time any more that she waits for, or was offered.
    private async Task<DialogTurnResult> WithoutMeetingAsync(DialogContext dc, string change, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        var open = change == Move ? null : await turn.FindWaitingAsync(cancellationToken) ?? (await turn.FindChoosingAsync(cancellationToken) is { State: BookingState.Choosing } choosing ? choosing : null);
        if (open is not null) await turn.DropAsync(open, cancellationToken);
        return await EndWithAsync(dc, content.Words.Message(dc.Context, open is null ? NothingBooked : WaitsNoMore), cancellationToken);
    }

    private static async Task<DialogTurnResult> EndWithAsync(DialogContext dc, Activity message, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(message, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }
}
