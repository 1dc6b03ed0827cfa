using MentorBot.BotFramework;
using MentorBot.Dialogs.Handoffs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Says what is booked, moved or off: to her in one message, and to the mentor on his phone, unless he wants to hear nothing now.</summary>
internal sealed class BookingNews(Content content, Abouts abouts, VideoRooms rooms)
{
    private const string InMessages = "Bookings.bookedMessages";
    private const string ByVideo = "Bookings.bookedVideo";
    private const string AtPlace = "Bookings.bookedPlace";
    private const string ForMentor = "Bookings.forMentor";
    private const string ForMentorPlain = "Bookings.forMentorPlain";
    private const string MovedForMentor = "Bookings.movedForMentor";
    private const string DroppedForMentor = "Bookings.droppedForMentor";
    private const string SoonForMentor = "Bookings.soonForMentor";
    private const string VideoForMentor = "Bookings.videoForMentor";

    // As long as {about} in placeholders.yaml.
    private const int LongestAbout = 60;

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [InMessages, ByVideo, AtPlace, ForMentor, ForMentorPlain, MovedForMentor, DroppedForMentor, SoonForMentor, VideoForMentor];

    /// <summary>She chose a time.</summary>
    /// <param name="context">Her turn.</param>
    /// <param name="booking">What she booked.</param>
    /// <param name="before">What she had booked before, if she moved it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task SayBookedAsync(ITurnContext context, Booking booking, FormerMeeting? before, CancellationToken cancellationToken)
    {
        await TellMentorAsync(context.Turn(), booking, booking.StartsAt!.Value, cancellationToken);
        // She moved it to somebody else.
        if (before is not null && before.Mentor != booking.Mentor) TellDropped(context.Turn(), booking, before);
        await context.SendActivityAsync(Booked(context, booking), cancellationToken);
    }

    /// <summary>Tells the mentor what he does not know yet, if he may be told now.</summary>
    /// <param name="turn">Her turn.</param>
    /// <param name="booking">The booking.</param>
    /// <param name="startsAt">When it begins, or would have.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task TellMentorAsync(Turn turn, Booking booking, DateTimeOffset startsAt, CancellationToken cancellationToken)
    {
        if (turn.TakeNewsForMentor(booking) is not { } news || booking.Mentor!.Phone is not { } phone) return;
        var about = news == MentorNews.Booked ? Short(await abouts.ReadAsync(turn, booking.AboutId, cancellationToken)) : null;
        var key = news switch
        {
            MentorNews.Booked => about is null ? ForMentorPlain : ForMentor,
            MentorNews.Moved => MovedForMentor,
            _ => DroppedForMentor,
        };
        turn.Tell(content.Words, booking.Mentor, key, [.. About(booking, startsAt, phone), ("about", about ?? "")]);
    }

    /// <summary>Tells the mentor that it is soon.</summary>
    public void TellSoon(Turn turn, Booking booking)
    {
        if (booking.Mentor is not { Phone: { } phone } mentor) return;
        turn.Tell(content.Words, mentor, booking.Way == MeetingWay.Video ? VideoForMentor : SoonForMentor, [.. About(booking, booking.StartsAt!.Value, phone), ("link", rooms.LinkOf(booking))]);
    }

    private void TellDropped(Turn turn, Booking booking, FormerMeeting before)
    {
        if (before.Mentor.Phone is null) return;
        var time = BookingWording.TimeFor(before.Mentor, before.StartsAt);
        turn.Tell(content.Words, before.Mentor, DroppedForMentor, ("alias", booking.Conversation!.Address!.Mentee!.Alias), ("time", time));
    }

    private Activity Booked(ITurnContext context, Booking booking)
    {
        var key = booking.Way switch
        {
            MeetingWay.Messages => InMessages,
            MeetingWay.Video => ByVideo,
            _ => AtPlace,
        };
        return content.Words.Message(context, key, ("time", BookingWording.Time(booking)), ("name", booking.Mentor!.Name), ("venue", booking.Venue is { } venue ? BookingWording.Where(venue) : ""));
    }

    private (string, string)[] About(Booking booking, DateTimeOffset startsAt, Conversation phone) =>
    [
        ("alias", booking.Conversation!.Address!.Mentee!.Alias),
        ("time", BookingWording.TimeFor(booking.Mentor!, startsAt)),
        ("manner", BookingWording.Manner(content.Words, phone, booking)),
    ];

    // Without numbers, and no longer than a text message holds.
    private static string? Short(string? words)
    {
        var plain = string.Join(' ', (words ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (plain.Length == 0) return null;
        var hidden = Contacts.Hide(plain);
        return hidden.Length <= LongestAbout ? hidden : hidden[..(LongestAbout - 3)].TrimEnd() + "...";
    }
}

/// <summary>What somebody had booked before she moved it.</summary>
/// <param name="Mentor">With whom.</param>
/// <param name="StartsAt">When.</param>
internal sealed record FormerMeeting(Mentor Mentor, DateTimeOffset StartsAt)
{
    /// <summary>Of a booking, as it is now; null where nothing is booked.</summary>
    public static FormerMeeting? Of(Booking booking) => booking.IsBooked ? new(booking.Mentor!, booking.StartsAt!.Value) : null;
}
