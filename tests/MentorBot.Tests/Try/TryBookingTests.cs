using System.Globalization;
using System.Net.Http.Json;

namespace MentorBot.Tests.Try;

/// <summary>A meeting through the whole program, on the phones and the Telegram of the simulator, by its clock.</summary>
public class TryBookingTests(TryBookingTests.OwnProgram program) : IClassFixture<TryBookingTests.OwnProgram>
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    [Fact]
    public async Task A_meeting_is_booked_and_reminded_of_and_what_she_cant_make_goes_to_the_next_in_line()
    {
        var (amina, sam, priya, joan) = (Cast.Stranger(), Cast.Stranger(), Cast.Stranger(), Cast.Stranger().Mobile[^3..]);
        await SayAsync(sam, await program.JoinOrderAsync("Sam"), 1);
        await SayAsync(priya, await program.JoinOrderAsync("Priya"), 1);
        await SayAsync(priya, "OFF", 2);
        var day = await NextWorkdayAsync();
        // One hour in all the weeks ahead.
        await SayAsync(sam, $"OFF today to {Written(day.AddDays(56))}", 2);
        Assert.Contains("10:00-11:00", await SayAsync(sam, $"FREE {Written(day)} 10-11", 3), StringComparison.Ordinal);

        await SayAsync(amina, "BOOK", 1);
        Assert.StartsWith("Sam can meet you. Kept for 20 minutes:\n1 ", await SayAsync(amina, "my photos", 2), StringComparison.Ordinal);
        Assert.StartsWith("Booked: ", await SayAsync(amina, "1", 3), StringComparison.Ordinal);
        Assert.Contains("About: my photos", (await program.ScreenAsync(sam, 4))[^1].Body, StringComparison.Ordinal);
        await WriteAsync(joan, "book", 2);
        Assert.StartsWith("Sorry, nobody has a free time", await WriteAsync(joan, "wifi", 4), StringComparison.Ordinal);
        await WriteAsync(joan, "1", 6);

        await MoveToAsync(day.AddDays(-1).ToDateTime(new TimeOnly(10, 1)));
        Assert.StartsWith("Reminder: ", (await program.ScreenAsync(amina, 4))[^1].Body, StringComparison.Ordinal);
        Assert.StartsWith("Okay, your meeting is off", await SayAsync(amina, "sorry can't make it tomorrow", 5), StringComparison.Ordinal);
        Assert.StartsWith("A time is free now.", (await ReadAsync(joan, 7))[^1].Body, StringComparison.Ordinal);
        Assert.StartsWith("Booked: ", await PressAsync(joan, "1", 9), StringComparison.Ordinal);

        await MoveToAsync(day.ToDateTime(new TimeOnly(9, 1)));
        Assert.StartsWith("Soon: ", (await ReadAsync(joan, 10))[^1].Body, StringComparison.Ordinal);
        await MoveToAsync(day.ToDateTime(new TimeOnly(10, 1)));
        Assert.StartsWith("It is time to meet Sam, here.", (await ReadAsync(joan, 11))[^1].Body, StringComparison.Ordinal);
        // Booked by her, off, booked by the next, soon; and he is asked to take her.
        Assert.Contains("About: wifi\nSend TAKE ", (await program.ScreenAsync(sam, 8))[^1].Body, StringComparison.Ordinal);
        // Nothing is left for whoever gave it back.
        Assert.Equal(5, (await program.ScreenAsync(amina, 5)).Count(line => line.Direction == "out"));
    }

    private async Task<DateOnly> NextWorkdayAsync()
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(await program.NowAsync(), London).DateTime).AddDays(3);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday) day = day.AddDays(1);
        return day;
    }

    private static string Written(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private async Task MoveToAsync(DateTime local)
    {
        var by = new DateTimeOffset(local, London.GetUtcOffset(local)) - await program.NowAsync();
        using var moved = await program.MoveClockAsync(by.ToString("c", CultureInfo.InvariantCulture));
        moved.EnsureSuccessStatusCode();
    }

    private async Task<string> SayAsync(Person person, string text, int replies)
    {
        using var texted = await program.TextAsync(person, text);
        return (await program.ScreenAsync(person, replies))[^1].Body;
    }

    private async Task<string> WriteAsync(string chat, string text, int lines)
    {
        using var written = await program.Http.PostAsJsonAsync("/try/telegram", new { chat, text });
        return (await ReadAsync(chat, lines))[^1].Body;
    }

    private async Task<string> PressAsync(string chat, string press, int lines)
    {
        using var pressed = await program.Http.PostAsJsonAsync("/try/telegram", new { chat, press });
        return (await ReadAsync(chat, lines))[^1].Body;
    }

    private async Task<List<Line>> ReadAsync(string chat, int lines)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var shown = (await program.Http.GetFromJsonAsync<List<Line>>($"/try/telegram?chat={chat}", giveUp.Token))!;
            if (shown.Count >= lines) return shown;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
        }
    }

    private sealed record Line(string Direction, string Body);

    /// <summary>A program of its own: this test moves its clock, and has its two invitations.</summary>
    public sealed class OwnProgram : TriedProgram;
}
