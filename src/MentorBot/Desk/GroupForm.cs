using System.Globalization;
using MentorBot.Dialogs.Groups;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Groups;
using NodaTime.Text;

namespace MentorBot.Desk;

/// <summary>A new group session as a form holds it: what was typed, also where it cannot be read.</summary>
internal sealed class GroupForm
{
    private static readonly LocalDatePattern Dates = LocalDatePattern.Iso;
    private static readonly LocalTimePattern Times = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>The form's random name.</summary>
    public string? Form { get; init; }

    /// <summary>What it is about.</summary>
    public string? Title { get; init; }

    /// <summary>The word that joins it.</summary>
    public string? Keyword { get; init; }

    /// <summary>The day, as browsers send it: 2026-12-09.</summary>
    public string? Date { get; init; }

    /// <summary>The time, likewise: 14:00.</summary>
    public string? Time { get; init; }

    /// <summary>How many minutes it lasts.</summary>
    public string? Minutes { get; init; } = "60";

    /// <summary>How many seats there are.</summary>
    public string? Seats { get; init; } = "10";

    /// <summary>The number of the mentor who leads it.</summary>
    public string? Mentor { get; init; }

    /// <summary>The number of its place; empty where it is at none.</summary>
    public string? Venue { get; init; }

    /// <summary>Whether one can take part by video.</summary>
    public bool Video { get; init; }

    /// <summary>What it says; null where its day or time cannot be read.</summary>
    /// <param name="timeZone">By whose clock.</param>
    public GroupPlan? Read(string timeZone)
    {
        var (date, time) = (Dates.Parse(Date?.Trim() ?? ""), Times.Parse(Time?.Trim() ?? ""));
        if (!date.Success || !time.Success) return null;
        return new()
        {
            Title = string.Join(' ', (Title ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
            Keyword = Keywords.Plain(Keyword),
            Start = date.Value + time.Value,
            Minutes = Number(Minutes) ?? 0,
            TimeZone = timeZone,
            Seats = Number(Seats) ?? 0,
            MentorId = Number(Mentor) ?? 0,
            VenueId = Number(Venue),
            HasRemoteWay = Video,
        };
    }

    /// <summary>The name of the form with what was typed in it.</summary>
    public string IdOf(int accountId) => DeskForm.IdOf(
        string.Create(CultureInfo.InvariantCulture, $"{accountId} {Form}"), Title, Keyword, Date, Time, Minutes, Seats, Mentor, Venue, Video ? "video" : "");

    private static int? Number(string? typed) => int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
