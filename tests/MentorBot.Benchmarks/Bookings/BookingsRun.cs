using System.Globalization;
using MentorBot.Benchmarks.Load;
using MentorBot.Benchmarks.Texting;
using MentorBot.Mentoring.Bookings;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Benchmarks.Bookings;

/// <summary>Measures how soon three times are found among many mentors who have many meetings, and lets a thousand people race for a hundred times.</summary>
internal static class BookingsRun
{
    private const int Runners = 1000;
    private const int RaceMentors = 25;
    private const int RaceTimes = 100;

    // People who ask, beside those whose meetings fill the diaries.
    private const int FirstAsker = 5000;

    public static async Task<int> RunAsync(bool isQuick, FileInfo? json)
    {
        var figures = new Figures();
        await ProposeAsync(isQuick ? Diaries.Few : Diaries.Many, figures);
        var isFair = await RaceAsync(isQuick ? Runners / 10 : Runners, figures);
        figures.Print(Console.Out);
        if (json is not null) figures.Write(json);
        return isFair ? 0 : 1;
    }

    private static async Task ProposeAsync(Diaries diaries, Figures figures)
    {
        await using var office = await Office.OpenAsync();
        await diaries.FillAsync(office);
        await AskAsync(office, diaries.Asking / 10, BookingBot.Propose);
        office.Bot.Proposals.Clear();
        office.Bot.Work.Clear();
        await AskAsync(office, diaries.Asking, BookingBot.Propose);
        var times = new Times(office.Bot.Proposals);
        var among = string.Create(CultureInfo.InvariantCulture, $"{diaries.Mentors:#,0} mentors with {diaries.Bookings:#,0} bookings");
        figures.Add("bookings.propose.p50", times.Middle, "ms", $"three times proposed among {among}, median");
        figures.Add("bookings.propose.p99", times.P99, "ms", "  99 of 100 within", "< 50");
        figures.Add("bookings.propose.max", times.Longest, "ms", "  longest");
        var work = new Times(office.Bot.Work);
        figures.Add("bookings.propose.work.p50", work.Middle, "ms", "  processor time for one, median");
        figures.Add("bookings.propose.work.p99", work.P99, "ms", "  processor time, 99 of 100 within");
    }

    private static async Task AskAsync(Office office, int people, string text)
    {
        for (var i = 0; i < people; i++)
        {
            await office.ReceiveAsync(DramaNumbers.Mentee(FirstAsker + (i % 1000)), text);
            await office.TakeTurnsAsync();
        }
    }

    private static async Task<bool> RaceAsync(int people, Figures figures)
    {
        await using var office = await Office.OpenAsync();
        await Diaries.OfRaceAsync(office, RaceMentors, RaceTimes / RaceMentors);
        var start = TimeProvider.System.GetTimestamp();
        var (asking, text) = (Enumerable.Range(0, people).Select(DramaNumbers.Mentee).ToList(), BookingBot.Book);
        while (asking.Count > 0)
        {
            await Task.WhenAll(asking.Select(person => office.ReceiveAsync(person, text)));
            await office.RunAsync();
            (asking, text) = (office.Carrier.WhoseLastBeginsWith(BookingBot.Offered), "1");
        }
        var took = TimeProvider.System.GetElapsedTime(start);
        var (booked, distinct) = await CountAsync(office);
        figures.Add("bookings.race.booked", booked, "", $"{people:#,0} people race for {RaceTimes} times: booked", $"{RaceTimes}");
        figures.Add("bookings.race.twice", booked - distinct, "", "  booked twice", "0");
        figures.Add("bookings.race.answered", office.Carrier.People, "", "  people who were answered", $"{people:#,0}");
        figures.Add("bookings.race.turns", office.Bot.Turns, "", "  turns that it took");
        figures.Add("bookings.race.seconds", took.TotalSeconds, "s", "  until all times were booked");
        return booked == RaceTimes && booked == distinct && office.Carrier.People == people;
    }

    private static async Task<(int Booked, int Distinct)> CountAsync(Office office)
    {
        await using var db = await office.Contexts.CreateDbContextAsync();
        var booked = await db.Bookings.Where(b => b.State == BookingState.Booked).Select(b => new { b.MentorId, b.StartsAt }).ToListAsync();
        return (booked.Count, booked.Distinct().Count());
    }
}
