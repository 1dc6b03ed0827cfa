using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;
using NodaTime;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Hears what somebody answers who was offered times.</summary>
internal sealed class BookingAnswers(Content content)
{
    private static readonly string[] Later =
    [
        "LATER", "LATER ON", "LATER PLEASE", "LATER THAN THAT", "LATER ONES", "NONE", "NONE OF THESE", "NONE OF THEM", "NONE OF THOSE", "NOT THESE", "NEITHER", "OTHERS", "OTHER TIMES", "OTHER ONES",
        "ANOTHER TIME", "DIFFERENT TIMES", "SOMETHING ELSE", "ANY OTHERS", "ANY OTHER TIMES", "MORE TIMES", "CANT DO ANY OF THESE", "CANT DO THOSE", "CANT DO THESE",
        "HWYRACH", "YN HWYRACH", "DIM UN", "DIM UN OR RHAIN", "AMSERAU ERAILL", "RHYWBETH ARALL",
    ];

    private static readonly string[] No =
    [
        "NO", "NOPE", "NAH", "NO THANKS", "NO THANK YOU", "LEAVE IT", "FORGET IT", "NEVER MIND", "NEVERMIND", "DONT BOTHER", "I DONT WANT ONE", "NOT NOW", "NO MEETING", "NA", "NAGE", "DIM DIOLCH", "PEIDIWCH A PHOENI",
    ];

    /// <summary>Whether somebody wants no time at all.</summary>
    public bool IsNone(Activity activity) => No.Contains(content.Commands.Gist(activity.Text)) || No.Contains(Commands.Plain(activity.Text ?? ""));

    /// <summary>What the message answers; nothing of it where it is no answer.</summary>
    public BookingAnswer In(ITurnContext context, Booking booking)
    {
        var (activity, choices) = (context.Activity, booking.Choices);
        if (IsNone(activity)) return new(null, IsNone: true, null);
        if (Later.Contains(content.Commands.Gist(activity.Text))) return new(null, false, new TimeWish { After = choices.Max(time => time.Slot.Start) });
        if (Numbers.In(activity, choices.Count) is { } number) return new(number, false, null);
        var wish = WishReader.Read(activity.Text, activity.Locale, TurnTime.Of(context));
        return wish is not null && Named(choices, wish, context.Turn().Zone()) is { } named ? new(named, false, null) : new(null, false, wish);
    }

    /// <summary>What she wants who is offered times again.</summary>
    public static WantedMeeting WantedAgain(DialogContext dc, Booking booking, TimeWish wish) =>
        new(booking.Way, booking.Needs, dc.ActiveDialog!.State.GetValue<string?>(BookingMemory.About), wish, booking) { PrefersMentorId = booking.MentorId ?? booking.Times.FirstOrDefault()?.MentorId };

    // "Tuesday at 2", where that is one of the three. "Tuesday" alone is no choice, even if one of them is on a Tuesday.
    private static int? Named(IReadOnlyList<BookedTime> choices, TimeWish wish, DateTimeZone zone)
    {
        var exact = choices.Where(time => wish.NotBefore == time.Slot.Start.InZone(zone).TimeOfDay && wish.Before is not null && wish.Holds(time.Slot.Start, zone)).ToList();
        return exact is [var one] && (wish.From is not null || choices.Count(time => time.Slot.Start.InZone(zone).TimeOfDay == wish.NotBefore) == 1) ? one.Number : null;
    }
}

/// <summary>An answer to times that were offered.</summary>
/// <param name="Number">The number of the one that is taken, or null.</param>
/// <param name="IsNone">Whether none is wanted.</param>
/// <param name="Wish">Which others are wanted, or null.</param>
internal sealed record BookingAnswer(int? Number, bool IsNone, TimeWish? Wish);
