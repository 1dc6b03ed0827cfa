using MentorBot.Benchmarks.Texting;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Mentors;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Benchmarks.Bookings;

/// <summary>The diaries of mentors, filled by chance, always the same: working hours in three zones, and meetings of 45 minutes in the eight weeks ahead.</summary>
internal sealed record Diaries(int Mentors, int Bookings, int Asking)
{
    public static readonly Diaries Many = new(500, 50_000, 1_000);
    public static readonly Diaries Few = new(50, 2_000, 50);

    private const int Weeks = 8;
    private const int FirstHour = 9;
    private const int HoursADay = 8;
    private const int AtOnce = 5_000;
    private const int Mentees = 1_000;

    // People have numbers from here on, and mentors behind them.
    private const int FirstMentor = 2_000;

    private static readonly string[] Zones = ["Europe/London", "Europe/Warsaw", "America/New_York"];
    private static readonly DayOfWeek[] WorkingDays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    public async Task FillAsync(Office office)
    {
        await Task.WhenAll(Enumerable.Range(0, Mentees).Concat(Enumerable.Range(FirstMentor, Mentors)).Select(number => office.ReceiveAsync(DramaNumbers.Mentee(number), "hello")));
        await office.TakeTurnsAsync();
        await AddMentorsAsync(office);
        var taken = Taken();
        foreach (var some in taken.Chunk(AtOnce)) await AddAsync(office, some);
    }

    /// <summary>Mentors who have so many times, and no others, on one day of the week each.</summary>
    public static async Task OfRaceAsync(Office office, int mentors, int times)
    {
        await using var db = await office.Contexts.CreateDbContextAsync();
        var (scheme, now) = (await db.Schemes.MinAsync(s => s.Id), TimeProvider.System.GetUtcNow());
        var day = now.UtcDateTime.AddDays(2).DayOfWeek;
        // In eight weeks a day comes eight times; the first ones are too soon.
        for (var i = 0; i < mentors; i++)
        {
            db.Mentors.Add(new Mentor
            {
                SchemeId = scheme,
                Name = $"M{i}",
                TimeZone = "UTC",
                Meets = Terms([new WeeklyHours { Day = day, From = new TimeOnly(FirstHour + (i % HoursADay), 0), Until = new TimeOnly(FirstHour + (i % HoursADay), 30) }], length: 30, notice: 24 * 7 * (Weeks - times)),
            });
        }
        await db.SaveChangesAsync();
    }

    private async Task AddMentorsAsync(Office office)
    {
        await using var db = await office.Contexts.CreateDbContextAsync();
        var scheme = await db.Schemes.MinAsync(s => s.Id);
        var phones = await db.Conversations.OrderByDescending(c => c.Id).Take(Mentors).Select(c => c.Id).ToListAsync();
        for (var i = 0; i < Mentors; i++)
        {
            db.Mentors.Add(new Mentor
            {
                Id = i + 1,
                SchemeId = scheme,
                Name = $"M{i}",
                PhoneId = phones[i],
                TimeZone = Zones[i % Zones.Length],
                Skills = i % 3 == 0 ? ["photos", "email"] : ["forms"],
                Meets = Terms([.. WorkingDays.Select(day => new WeeklyHours { Day = day, From = new TimeOnly(FirstHour, 0), Until = new TimeOnly(FirstHour + HoursADay, 0) })], length: 45, notice: 12),
            });
        }
        await db.SaveChangesAsync();
    }

    private static MeetingTerms Terms(IList<WeeklyHours> hours, int length, int notice) =>
        new() { Hours = hours, Ways = { MeetingWay.Messages }, Length = length, Buffer = length == 45 ? 15 : 0, Notice = notice, MostADay = HoursADay, MostAWeek = MeetingTerms.HighestCap };

    // By the hour, so that no two of a mentor overlap, whatever his zone.
    private List<(int Mentor, DateTimeOffset StartsAt)> Taken()
    {
        var (chance, taken) = (new Random(5), new HashSet<(int, DateTimeOffset)>());
        var first = new DateTimeOffset(TimeProvider.System.GetUtcNow().Date.AddDays(1), TimeSpan.Zero);
        while (taken.Count < Bookings)
            taken.Add((1 + chance.Next(Mentors), first.AddDays(chance.Next(7 * Weeks)).AddHours(FirstHour + chance.Next(HoursADay))));
        return [.. taken];
    }

    private static async Task AddAsync(Office office, (int Mentor, DateTimeOffset StartsAt)[] some)
    {
        await using var db = await office.Contexts.CreateDbContextAsync();
        var scheme = await db.Schemes.MinAsync(s => s.Id);
        var people = await db.Conversations.OrderBy(c => c.Id).Take(Mentees).Select(c => new { c.Id, c.Address!.MenteeId }).ToListAsync();
        var id = await db.Bookings.MaxAsync(b => (long?)b.Id) ?? 0;
        foreach (var (mentor, startsAt) in some)
        {
            var person = people[(int)(++id % people.Count)];
            var booking = db.Bookings.Add(new Booking { Id = id, Uid = Guid.NewGuid(), SchemeId = scheme, MenteeId = person.MenteeId, LinkSecret = $"{Guid.NewGuid():N}", TimeZone = "Europe/London", RequestedAt = startsAt });
            var values = new Dictionary<string, object> { [nameof(Booking.ConversationId)] = person.Id, [nameof(Booking.State)] = BookingState.Booked, [nameof(Booking.MentorId)] = mentor, [nameof(Booking.StartsAt)] = startsAt, [nameof(Booking.EndsAt)] = startsAt.AddMinutes(45) };
            foreach (var (name, value) in values) booking.Property(name).CurrentValue = value;
            db.BookedTimes.Add(new BookedTime { BookingId = id, MentorId = mentor, StartsAt = startsAt, EndsAt = startsAt.AddMinutes(45), Buffer = 15 });
            var quarter = (int)(startsAt.ToUnixTimeSeconds() / 60 / TakenQuarter.Minutes);
            db.TakenQuarters.AddRange(Enumerable.Range(quarter, 4).Select(one => new TakenQuarter { MentorId = mentor, Quarter = one, BookingId = id }));
        }
        await db.SaveChangesAsync();
    }
}
