using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Bookings;

/// <summary>A world whose bot books: <c>BOOK</c> offers times, or lets who writes it wait where there are none; <c>1</c> to <c>3</c> choose, <c>LATER</c> offers others, <c>NONE</c> takes none, <c>MOVE</c> offers others for what is booked, <c>CAN'T</c> gives it back and offers others, <c>DROP</c> gives it up.</summary>
internal static class BookingWorld
{
    public const string NoTimes = "no times: you wait";
    public const string Gone = "that one is gone";
    public const string Lapsed = "kept no more";

    public static readonly WantedMeeting Wanted = new(MeetingWay.Messages, Need.None, About: null, TimeWish.Any, Own: null);

    public static async Task<World> OpenAsync(DatabaseProvider database, FakeClock? clock = null)
    {
        var world = await World.OpenAsync(database, clock);
        world.Bot.When("BOOK", context => OfferAsync(context, booking: null))
            .When("LATER", async context => await OfferAsync(context, (await ChoosingAsync(context))!))
            .When("NONE", async context => await context.Turn().ReleaseAsync((await ChoosingAsync(context))!, default))
            .When("MOVE", async context => await OfferAsync(context, await MeetingAsync(context)))
            .When("CAN'T", GiveBackAsync)
            .When("DROP", DropAsync)
            .When(BookingClock.Due, GoOnAsync)
            .When(WaitingList.Freed, OfferFreedAsync);
        for (var number = 1; number <= Proposing.Offered; number++)
        {
            var chosen = number;
            world.Bot.When(chosen.ToString(CultureInfo.InvariantCulture), context => ChooseAsync(context, chosen));
        }
        return world;
    }

    public static async Task HearAsync(this World world, Person person, string text)
    {
        await world.ReceiveAsync(person, text);
        await world.RunAsync();
    }

    /// <summary>Time goes by, the clock strikes, and all that follows is done.</summary>
    public static async Task StrikeAfterAsync(this World world, TimeSpan time)
    {
        world.Clock.Advance(time);
        await world.StrikeAsync();
    }

    public static async Task StrikeAsync(this World world)
    {
        await world.Here.Get<BookingClock>().StrikeAsync(CancellationToken.None);
        await world.RunAsync();
    }

    /// <summary>Time goes by to an instant, and the clock strikes whenever something is due by then.</summary>
    public static async Task LiveUntilAsync(this World world, string instant)
    {
        var until = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);
        while (await world.ReadAsync(db => db.Bookings.Where(b => b.DueAt != null).OrderBy(b => b.DueAt).Select(b => b.DueAt).FirstOrDefaultAsync()) is { } due && due <= until)
        {
            world.Clock.AdvanceTo(due);
            await world.StrikeAsync();
        }
        world.Clock.AdvanceTo(until);
    }

    /// <summary>A mentor who can be met in messages.</summary>
    /// <param name="world">The world.</param>
    /// <param name="name">His name.</param>
    /// <param name="hours">When: a day of the week and hours, such as "Monday 9-12".</param>
    /// <param name="change">What else is to be known of him.</param>
    /// <param name="phone">Who he is, if he has a phone.</param>
    public static async Task MentorAsync(this World world, string name, string hours, Action<Mentor>? change = null, Person? phone = null)
    {
        if (phone is not null) await world.HearAsync(phone, "hello");
        await world.ChangeAsync(async db =>
        {
            var mentor = new Mentor
            {
                SchemeId = await db.Schemes.MinAsync(s => s.Id),
                Name = name,
                Meets = new MeetingTerms { Ways = { MeetingWay.Messages }, Hours = [.. hours.Split("; ").SelectMany(HoursIn)], Length = 30, Notice = 1, Buffer = 0, MostADay = MeetingTerms.HighestCap, MostAWeek = MeetingTerms.HighestCap },
                Phone = phone is null ? null : await db.Conversations.OrderByDescending(c => c.Id).FirstAsync(),
            };
            change?.Invoke(mentor);
            db.Mentors.Add(mentor);
        });
    }

    public static Task<Booking> BookingAsync(this World world, Person person) => world.ReadAsync(async db =>
    {
        var conversation = (await world.ConversationAsync(person)).Id;
        return await db.Bookings.Include(b => b.Times).Include(b => b.Quarters).Where(b => b.ConversationId == conversation).OrderByDescending(b => b.Id).FirstAsync();
    });

    public static Task<int> CountAsync(this World world, string happened) => world.ReadAsync(db => db.Events.CountAsync(e => e.Name == happened));

    /// <summary>Whatever happened: no mentor has two at once, and what is taken is exactly what is kept and booked.</summary>
    public static async Task NobodyIsBookedTwiceAsync(this World world)
    {
        var bookings = await world.ReadAsync(db => db.Bookings.Include(b => b.Times).Include(b => b.Quarters).ToListAsync());
        Assert.All(bookings, booking => Assert.Equal(
            booking.Times.Where(time => time.IsKept).SelectMany(time => time.Quarters).Distinct().Order(),
            booking.Quarters.Select(quarter => (quarter.MentorId, quarter.Quarter)).Order()));
        Assert.All(bookings.Where(booking => booking.IsBooked), booking => Assert.Single(booking.Times, time => time.Number == BookedTime.Chosen && time.IsKept && time.StartsAt == booking.StartsAt));
        var kept = bookings.SelectMany(booking => booking.Times.Where(time => time.IsKept).Select(time => (Booking: booking, Time: time))).ToList();
        foreach (var one in kept)
            Assert.DoesNotContain(kept, other => other.Booking != one.Booking && other.Time.MentorId == one.Time.MentorId
                && one.Time.StartsAt < other.Time.EndsAt.AddMinutes(other.Time.Buffer) && other.Time.StartsAt < one.Time.EndsAt.AddMinutes(one.Time.Buffer));
    }

    private static IEnumerable<WeeklyHours> HoursIn(string written)
    {
        var (day, hours) = (written[..written.IndexOf(' ', StringComparison.Ordinal)], written[(written.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return (day == "Daily" ? Enum.GetValues<DayOfWeek>() : [Enum.Parse<DayOfWeek>(day)]).SelectMany(one => HoursText.Read(one, hours)!);
    }

    private static Task<Booking?> ChoosingAsync(ITurnContext context) => context.Turn().FindChoosingAsync(default);

    private static async Task<Booking?> MeetingAsync(ITurnContext context) => await context.Turn().MeetingsAheadAsync(default) is [var next, ..] ? next : null;

    public static async Task OfferAsync(ITurnContext context, Booking? booking)
    {
        var (turn, isLater) = (context.Turn(), context.Activity.Text == "LATER");
        var wish = isLater ? new TimeWish { After = booking!.Choices.Max(time => time.Slot.Start) } : TimeWish.Any;
        if (await turn.OfferTimesAsync(booking, Wanted with { When = wish, Own = booking }, aboutId: null, default) is { } offered) await ShowAsync(context, offered);
        else await NoneAsync(context, booking);
    }

    private static async Task NoneAsync(ITurnContext context, Booking? booking)
    {
        if (booking is null) context.Turn().WaitForTime(Wanted, aboutId: null);
        await context.SendActivityAsync(booking is null ? NoTimes : "no others");
    }

    private static async Task ShowAsync(ITurnContext context, Booking booking) =>
        await context.SendActivityAsync("offered " + string.Join(", ", booking.Choices.Select(time => $"{time.Number} {Said(context.Turn(), time.StartsAt)} {time.Mentor!.Name}")));

    private static string Said(Turn turn, DateTimeOffset at) => NodaTime.Instant.FromDateTimeOffset(at).InZone(turn.Zone()).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture);

    private static async Task ChooseAsync(ITurnContext context, int number)
    {
        var turn = context.Turn();
        if (await ChoosingAsync(context) is not { } booking || booking.Choices.Count < number)
        {
            await context.SendActivityAsync("nothing to choose");
            return;
        }
        var isHers = await turn.ChooseAsync(booking, booking.Choices[number - 1], default);
        if (isHers) TellMentor(turn, booking);
        await context.SendActivityAsync(isHers ? $"booked {Said(turn, booking.StartsAt!.Value)} {booking.Mentor!.Name}" : Gone);
    }

    private static async Task GiveBackAsync(ITurnContext context)
    {
        var (turn, booking) = (context.Turn(), (await MeetingAsync(context))!);
        // One conversation has one list of times to choose from.
        if (await ChoosingAsync(context) is { State: BookingState.Choosing } other && other != booking) await turn.ReleaseAsync(other, default);
        if (await turn.OfferTimesAsync(booking, Wanted with { Own = booking }, aboutId: null, default) is null) await turn.DropAsync(booking, default);
        else await turn.GiveBackAsync(booking, default);
        TellMentor(turn, booking);
        await (booking.Choices.Count > 0 && booking.State == BookingState.Choosing ? ShowAsync(context, booking) : context.SendActivityAsync("dropped"));
    }

    private static async Task DropAsync(ITurnContext context)
    {
        var (turn, booking) = (context.Turn(), await MeetingAsync(context) ?? await ChoosingAsync(context));
        await turn.DropAsync(booking!, default);
        TellMentor(turn, booking!);
        await context.SendActivityAsync("dropped");
    }

    private static void TellMentor(Turn turn, Booking booking)
    {
        if (turn.TakeNewsForMentor(booking) is { } news && booking.Mentor!.Phone is { } phone) turn.SayIn(phone, MessageFactory.Text($"{news} {Said(turn, booking.StartsAt!.Value)}"));
    }

    private static async Task GoOnAsync(ITurnContext context)
    {
        var turn = context.Turn();
        foreach (var booking in await turn.DueBookingsAsync(default))
        {
            if (turn.IsKeptNoMore(booking))
            {
                await turn.ReleaseAsync(booking, default);
                await context.SendActivityAsync(Lapsed);
            }
            TellMentor(turn, booking);
            if (turn.TakeReminder(booking) is { } stage) await context.SendActivityAsync($"{stage}");
        }
    }

    private static async Task OfferFreedAsync(ITurnContext context)
    {
        var turn = context.Turn();
        if (await turn.FindWhoIsNextAsync(default) is not { } booking) return;
        if (await turn.OfferTimesAsync(booking, Wanted with { Own = booking }, aboutId: null, default) is null) await turn.PassOnAsync(booking, default);
        else await ShowAsync(context, booking);
    }
}
