using System.Net;
using MentorBot.Channels;
using Microsoft.AspNetCore.DataProtection;

namespace MentorBot.Tests.Telegram;

public class FileTests(FileTests.OwnProgram program) : IClassFixture<FileTests.OwnProgram>
{
    [Fact]
    public async Task A_file_is_fetched_by_its_ticket_saved_and_not_shown()
    {
        program.Telegram.Files["photo-1"] = [1, 2, 3];

        using var answer = await program.Program.Http.GetAsync(Tickets().LinkTo("image/jpeg", "photo-1"));

        Assert.Equal((HttpStatusCode.OK, "image/jpeg", "attachment"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal([1, 2, 3], await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_file_that_is_too_large_or_gone_and_a_wrong_or_old_ticket_are_not_found()
    {
        program.Telegram.Files["film-1"] = new byte[(20 * 1024 * 1024) + 1];
        program.Telegram.Files["photo-2"] = [1];
        var good = Tickets().LinkTo("image/jpeg", "photo-2");

        foreach (var link in new[]
        {
            Tickets().LinkTo("video/mp4", "film-1"), good[..^1], good + "A", "/channels/telegram/files/photo-2",
            Tickets(TimeSpan.FromSeconds(-1)).LinkTo("image/jpeg", "photo-2"), Tickets(purpose: "Elsewhere").LinkTo("image/jpeg", "photo-2"),
        })
        {
            using var answer = await program.Program.Http.GetAsync(link);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_photo_is_answered_and_a_link_to_Telegram_is_nowhere()
    {
        var joan = Cast.Stranger();
        program.Telegram.Tell(FakeTelegramUpdates.Message(joan, System.Text.Json.Nodes.JsonNode.Parse("""{"photo":[{"file_id":"photo-3","width":1,"height":1}],"caption":"look"}""")!.AsObject()));

        Assert.NotEmpty((await program.ReplyAsync(joan)).Text);
        Assert.DoesNotContain(program.Telegram.Calls, call => call.Method == "getFile" && call.Call.ToJsonString().Contains("photo-3", StringComparison.Ordinal));
    }

    // With the program's own keys, as its reader makes them.
    private TelegramTickets Tickets(TimeSpan? validFor = null, string purpose = "MentorBot") => new(
        DataProtectionProvider.Create(new DirectoryInfo(program.Folder.In("data", "keys", "data-protection")), builder => builder.SetApplicationName(purpose)),
        publicUrl: null,
        validFor ?? TimeSpan.FromDays(1));

    public sealed class OwnProgram() : TelegrammedProgram("Polling");
}
