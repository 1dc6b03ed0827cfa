using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using MentorBot.Dialogs.Calendars;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Calendars;
using Microsoft.Net.Http.Headers;

namespace MentorBot.Calendars;

/// <summary>Where people's own calendars read of meetings: one meeting, or all of a mentor. A link is the only proof, so its secret is in no log, and whatever else is asked for is not found, with the same work.</summary>
internal static class CalendarEndpoints
{
    private const string Path = "/calendar";

    // Theirs alone; and to be asked for anew each time, which costs nothing while the tag is the same.
    private const string Theirs = "private, no-cache";

    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>The path of a mentor's calendar.</summary>
    public static string OfMentor(string secret) => $"{Path}/mentor/{secret}.ics";

    /// <summary>Maps them.</summary>
    public static void MapCalendars(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"{Path}/{{secret}}.ics", Reading, MeetingAsync);
        routes.MapMethods(OfMentor("{secret}"), Reading, FeedAsync);
    }

    private static async Task<IResult> MeetingAsync(HttpContext http, string secret, MeetingCalendars calendars, CalendarWords words) =>
        await calendars.FindMeetingAsync(secret, http.RequestAborted) is { } booking ? Answer(http, CalendarFile.Invitation(words.ForHer(booking)), saveAs: "meeting.ics") : Results.NotFound();

    private static async Task<IResult> FeedAsync(HttpContext http, string secret, MeetingCalendars calendars, CalendarWords words) =>
        await calendars.FindFeedAsync(secret, http.RequestAborted) is var (mentor, meetings) ? Answer(http, CalendarFile.Feed(words.NameFor(mentor), meetings.Select(words.ForMentor)), saveAs: null) : Results.NotFound();

    private static IResult Answer(HttpContext http, string calendar, string? saveAs)
    {
        var bytes = Encoding.UTF8.GetBytes(calendar);
        http.Response.Headers.CacheControl = Theirs;
        return Results.Bytes(bytes, CalendarFile.MediaType, saveAs, entityTag: new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(SHA256.HashData(bytes))}\""));
    }
}
