using System.Net;

namespace MentorBot.Tests.Desk;

/// <summary>What people's own calendars read, by their links.</summary>
public class CalendarTests(DeskedProgram program) : IClassFixture<DeskedProgram>
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task A_mentors_calendar_shows_his_meetings_and_none_of_her_words_until_it_is_renewed()
    {
        var joan = Cast.Stranger();
        var (name, alias) = await program.BookAsync(joan, $"marmalade, ring {joan.Mobile}");
        using var his = await program.SignInAsync(name);
        var link = await MakeLinkAsync(his);

        using var read = await program.Http.GetAsync(link);
        var calendar = await read.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8; method=PUBLISH"), (read.StatusCode, read.Content.Headers.ContentType!.ToString()));
        Assert.Contains($"SUMMARY:{alias}\\, in messages", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("marmalade", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain(joan.Mobile[3..], calendar, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(link, read.Headers.ETag!.ToString()));

        await program.SayAsync(joan, "drop", 4);
        using var after = await program.Http.GetAsync(link);
        Assert.Contains("STATUS:CANCELLED", await after.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.NotEqual(read.Headers.ETag, after.Headers.ETag);

        var renewed = await MakeLinkAsync(his);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await StatusAsync(link), await StatusAsync(renewed)));
        new Memory(program.Folder).Execute($"UPDATE \"Mentors\" SET \"WithdrawnAt\" = 1 WHERE \"Name\" = '{name}'");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(renewed));
        new Memory(program.Folder).Execute($"UPDATE \"Mentors\" SET \"WithdrawnAt\" = NULL WHERE \"Name\" = '{name}'");
        foreach (var secret in new[] { SecretOf(link), SecretOf(renewed) }) Assert.DoesNotContain(secret, program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Her_own_file_tells_of_one_meeting_and_not_what_it_is_about_and_is_struck_out_when_she_drops_it()
    {
        var joan = Cast.Stranger();
        var (name, alias) = await program.BookAsync(joan, "marmalade");
        new Memory(program.Folder).Execute($"UPDATE \"Bookings\" SET \"LinkSecret\" = '{Secret}' WHERE \"Id\" = (SELECT MAX(\"Id\") FROM \"Bookings\")");

        using var read = await program.Http.GetAsync($"/calendar/{Secret}.ics");
        var calendar = await read.Content.ReadAsStringAsync();
        Assert.Equal("meeting.ics", read.Content.Headers.ContentDisposition!.FileName);
        Assert.Contains($"SUMMARY:Meeting with {name}", calendar, StringComparison.Ordinal);
        Assert.Contains("STATUS:CONFIRMED", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain(alias, calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("marmalade", calendar, StringComparison.Ordinal);

        await program.SayAsync(joan, "drop", 4);
        using var after = await program.Http.GetAsync($"/calendar/{Secret}.ics");
        calendar = await after.Content.ReadAsStringAsync();
        Assert.Contains("STATUS:CANCELLED", calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, program.Output, StringComparison.Ordinal);
        using var posted = await program.Http.PostAsync($"/calendar/{Secret}.ics", null);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
    }

    [Theory]
    [InlineData("/calendar/ffffffffffffffffffffffffffffffff.ics")]
    [InlineData("/calendar/mentor/ffffffffffffffffffffffffffffffff.ics")]
    [InlineData("/calendar/mentor/--------------------------------.ics")]
    [InlineData("/calendar/%27%20OR%201.ics")]
    [InlineData("/calendar/mentor/.ics")]
    [InlineData("/calendar/")]
    public async Task Whatever_else_is_asked_for_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path));

    private static async Task<string> MakeLinkAsync(DeskClient his)
    {
        await his.GoAsync("/desk/times");
        await his.SendAsync("/desk/times?handler=Calendar");
        return new Uri(his.Find("""class="key"[^>]*>(?<text>[^<]+)<""")).AbsolutePath;
    }

    private async Task<HttpStatusCode> StatusAsync(string path, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        using var answer = await program.Http.SendAsync(request);
        return answer.StatusCode;
    }

    private static string SecretOf(string link) => Path.GetFileNameWithoutExtension(link);
}
