using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Dialogs.SmallTalk;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Offers three times that are kept for her while she writes, and hears which she takes: a number, a day, "later", "none". An answer hours later still counts, if its time is free.</summary>
internal sealed class TimesDialog(Content content, BookingAnswers answers, BookingNews news) : Dialog, IAnswersMeanings, IHearsAnswers
{
    private const string Times = "Bookings.times";
    private const string TimesOfSome = "Bookings.timesOfSome";
    private const string Gone = "Bookings.timesGone";
    private const string NoTimes = "Bookings.noTimes";
    private const string NoneThen = "Bookings.noneThen";
    private const string WhichTime = "Bookings.whichTime";
    private const string GivenUp = "Bookings.givenUp";
    private const string Waits = "Bookings.waits";
    private const string MovedNot = "Bookings.movedNot";
    private const string Stays = "Bookings.stays";

    // Whether there was nothing to choose from, and she was asked whether she waits for a time.
    private const string AskedWhetherWaits = "waits";

    /// <summary>Begun with this, it shows once more what is kept for her.</summary>
    public const string ShowAgain = "again";

    /// <summary>Begun with this, it says nothing: she was shown what is kept for her.</summary>
    public const string WasShown = "shown";

    /// <summary>Begun with this, the message answers times that the clock offered.</summary>
    public const string OfFreed = "meeting-freed";

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [Times, TimesOfSome, Gone, NoTimes, NoneThen, WhichTime, GivenUp, Waits, MovedNot, Stays, .. BookingNews.Keys];

    public IReadOnlyList<string> Meanings => [OfFreed];

    /// <summary>"Later" is a goodbye elsewhere, and "no" is small talk.</summary>
    public bool IsAnswer(Activity activity, string? command) => SmallTalkDialog.IsSmallTalk(command) || answers.IsNone(activity);

    public override async Task<DialogTurnResult> BeginDialogAsync(DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context.Turn();
        if (options is Dictionary<string, object?> given)
            foreach (var (name, value) in given) dc.ActiveDialog!.State[name] = value;
        else if ((string?)options == WasShown) return EndOfTurn;
        else if ((string?)options == OfFreed) return await ContinueDialogAsync(dc, cancellationToken);
        else if (await turn.FindChoosingAsync(cancellationToken) is { } booking) return await ShowAsync(dc, booking, key: null, cancellationToken);
        return await OfferAsync(dc, booking: null, (TimeWish.Any, Key: null), cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        var (context, turn) = (dc.Context, dc.Context.Turn());
        if (await turn.FindChoosingAsync(cancellationToken) is not { } booking) return await HearWhetherWaitsAsync(dc, cancellationToken);
        var answer = answers.In(context, booking);
        if (answer.Number is { } number) return await TakeAsync(dc, booking, booking.Choices[number - 1], cancellationToken);
        if (answer.IsNone) return await GiveUpAsync(dc, booking, cancellationToken);
        if (answer.Wish is { } wish) return await OfferAsync(dc, booking, (wish, Key: null), cancellationToken);
        await dc.SayAsync(content.Words, WhichTime, cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> TakeAsync(DialogContext dc, Booking booking, BookedTime time, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        var before = FormerMeeting.Of(booking);
        if (!await turn.ChooseAsync(booking, time, cancellationToken)) return await OfferAsync(dc, booking, (TimeWish.Any, Gone), cancellationToken);
        await news.SayBookedAsync(dc.Context, booking, before, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    /// <summary>Offers times, in place of those that she has; keeps these where there are none as she wishes.</summary>
    private async Task<DialogTurnResult> OfferAsync(DialogContext dc, Booking? booking, (TimeWish Wish, string? Key) offer, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        var wanted = booking is null ? Wanted(dc, offer.Wish) : BookingAnswers.WantedAgain(dc, booking, offer.Wish);
        if (await turn.OfferTimesAsync(booking, wanted, dc.ActiveDialog!.State.GetValue<long?>(BookingMemory.AboutId), cancellationToken) is { } offered)
            return await ShowAsync(dc, offered, offer.Key, cancellationToken);
        if (booking is { KeptUntil: not null }) return await StayAsync(dc, NoneThen, cancellationToken);
        if (booking is { IsBooked: true }) return await EndWithAsync(dc, content.Words.Message(dc.Context, MovedNot, ("time", BookingWording.Time(booking)), ("name", booking.Mentor!.Name)), cancellationToken);
        dc.ActiveDialog.State[AskedWhetherWaits] = true;
        return await StayAsync(dc, NoTimes, cancellationToken);
    }

    private static WantedMeeting Wanted(DialogContext dc, TimeWish wish)
    {
        var state = dc.ActiveDialog!.State;
        return new WantedMeeting(Enum.Parse<MeetingWay>(state.GetValue<string>(BookingMemory.Way)!), (Need)state.GetValue<int>(BookingMemory.Needs), state.GetValue<string?>(BookingMemory.About), wish, Own: null);
    }

    private async Task<DialogTurnResult> ShowAsync(DialogContext dc, Booking booking, string? key, CancellationToken cancellationToken)
    {
        var names = booking.Choices.Select(time => time.Mentor!.Name).Distinct().ToList();
        var message = content.Words.Message(dc.Context, key ?? (names.Count == 1 ? Times : TimesOfSome), ("name", names[0]), ("slots", BookingWording.List(BookingWording.Choices(booking))));
        await dc.Context.SendActivityAsync(Numbers.Offer(message, dc.Context.Activity.ChannelId, booking.Choices.Count), cancellationToken);
        return EndOfTurn;
    }

    private async Task<DialogTurnResult> GiveUpAsync(DialogContext dc, Booking booking, CancellationToken cancellationToken)
    {
        var turn = dc.Context.Turn();
        if (booking.IsBooked)
        {
            await turn.ReleaseAsync(booking, cancellationToken);
            return await EndWithAsync(dc, content.Words.Message(dc.Context, Stays, ("time", BookingWording.Time(booking)), ("name", booking.Mentor!.Name)), cancellationToken);
        }
        await turn.DropAsync(booking, cancellationToken);
        // He may know of what she had booked before.
        if (booking.StartsAt is { } startsAt) await news.TellMentorAsync(turn, booking, startsAt, cancellationToken);
        return await EndWithAsync(dc, content.Words.Message(dc.Context, GivenUp), cancellationToken);
    }

    private async Task<DialogTurnResult> HearWhetherWaitsAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        var state = dc.ActiveDialog!.State;
        // What she was asked is gone: it is perhaps an answer to the menu.
        if (!state.GetValue<bool>(AskedWhetherWaits)) return await dc.CancelDialogAsync(cancellationToken);
        if (Numbers.In(dc.Context.Activity, 1) is null) return await EndWithAsync(dc, content.Words.Message(dc.Context, GivenUp), cancellationToken);
        dc.Context.Turn().WaitForTime(Wanted(dc, TimeWish.Any), state.GetValue<long?>(BookingMemory.AboutId));
        return await EndWithAsync(dc, content.Words.Message(dc.Context, Waits), cancellationToken);
    }

    private async Task<DialogTurnResult> StayAsync(DialogContext dc, string key, CancellationToken cancellationToken)
    {
        await dc.SayAsync(content.Words, key, cancellationToken);
        return EndOfTurn;
    }

    private static async Task<DialogTurnResult> EndWithAsync(DialogContext dc, Activity message, CancellationToken cancellationToken)
    {
        await dc.Context.SendActivityAsync(message, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }
}
