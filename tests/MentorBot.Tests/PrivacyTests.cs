using System.Text;
using System.Text.Json.Nodes;
using MentorBot.Tests.Telegram;

namespace MentorBot.Tests;

/// <summary>A whole talk is had, things go wrong, and then everything that the program leaves behind or shows is searched.</summary>
public class PrivacyTests : IDisposable
{
    private const string Confession = "Zebedee Quillfeather hit me last night";

    // What Joan wrote, what she was told, and who she is.
    private static readonly string[] Private = [Confession, "Quillfeather", "greasy", Cast.Joan.Mobile[1..], Cast.Joan.Mobile[3..], "07700 900103"];

    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task Neither_a_number_nor_a_word_of_a_talk_is_in_the_database_the_logs_the_pages_or_the_lists()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        var settings = TextedProgram.SettingsFor(twilio);
        settings["Logging:LogLevel:MentorBot"] = "Trace";
        using var program = await RunningProgram.StartAsFoundAsync(_folder, settings.AsReadOnly());

        await TalkAsync(program, twilio);
        await GoWrongAsync(program, twilio);

        // While it runs, for then the write-ahead log is there too; and when it has stopped.
        SearchDatabase();
        foreach (var path in new[] { "/", "/error", "/nowhere", "/health/live", "/health/ready" })
            Search(path, await program.Http.GetStringOfAsync(path, "text/html"));
        Assert.Equal(0, await program.Process.StopAsync());
        SearchDatabase();
        Assert.Contains("MentorBot", program.Process.Output, StringComparison.Ordinal);
        Search("everything printed and logged", program.Process.Output);
        await SearchIncidentsAsync(settings.AsReadOnly());
    }

    [Fact]
    public async Task The_simulators_pages_and_answers_hold_no_number_and_its_logs_and_database_no_word()
    {
        using var program = await RunningProgram.StartAsFoundAsync(_folder, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:MentorBot"] = "Trace",
        });
        foreach (var text in new[] { "hi", "1", Confession })
        {
            using var json = new StringContent($$"""{"from":"{{Cast.Joan.Mobile}}","body":"{{text}}"}""", Encoding.UTF8, "application/json");
            using var answer = await program.Http.PostAsync("/try/sms", json);
            SearchNumber("POST /try/sms", await answer.Content.ReadAsStringAsync());
        }

        foreach (var path in new[] { "/try?phone=103", "/try?handler=Screen&phone=103", "/try/sms?number=%2B447700900103" })
            SearchNumber(path, await program.Http.GetStringOfAsync(path));
        using (new Memory(_folder).Without("Inbox"))
            Search("a broken answer", await program.Http.GetStringOfAsync("/try/sms?number=%2B447700900103"));
        SearchDatabase();
        Search("everything printed and logged", program.Process.Output);
    }

    [Fact]
    public async Task Neither_a_chat_nor_a_name_nor_the_token_nor_a_word_of_a_talk_by_Telegram_is_anywhere()
    {
        await using var telegram = await FakeTelegram.StartAsync();
        var settings = TelegrammedProgram.SettingsFor(telegram, "Polling").AsReadOnly();
        using var program = await RunningProgram.StartAsFoundAsync(_folder, settings);

        await TalkAsync(telegram);
        telegram.NextAnswers("sendMessage", FakeTelegramAnswer.Blocked);
        telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, Confession));
        await program.Process.LineAsync(line => line.Contains("code blocked", StringComparison.Ordinal));
        telegram.Tell(new() { ["message"] = Confession });
        telegram.Tell(FakeTelegramUpdates.Membership(Cast.Joan, "kicked"));
        telegram.NextAnswers("getUpdates", FakeAnswer.Page(502));
        await telegram.WhenPolledAsync();

        SearchDatabase();
        Assert.Equal(0, await program.Process.StopAsync());
        SearchDatabase();
        Search("everything printed and logged", program.Process.Output);
        Assert.DoesNotContain("Fake-Telegram_Token", program.Process.Output, StringComparison.Ordinal);
        await SearchIncidentsAsync(settings);
    }

    [Fact]
    public async Task Neither_a_chat_nor_its_token_nor_its_code_nor_a_word_nor_a_file_of_a_web_chat_is_anywhere()
    {
        using var program = await RunningProgram.StartAsFoundAsync(_folder, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:MentorBot"] = "Trace",
        });
        var secrets = await TalkAsync(program);
        Assert.DoesNotContain(secrets, string.IsNullOrEmpty);

        SearchDatabase(secrets);
        Assert.Equal(0, await program.Process.StopAsync());
        SearchDatabase(secrets);
        Search("everything printed and logged", program.Process.Output, secrets);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    private static async Task TalkAsync(RunningProgram program, FakeTwilio twilio)
    {
        var texts = new[] { "hi", "1", "MORE", Confession, "PERSON", "WHO SEES THIS" };
        for (var i = 0; i < texts.Length; i++)
        {
            using var answer = await PostAsync(program, twilio, texts[i]);
            await twilio.TakenForAsync(Cast.Joan.Mobile, i + 1);
        }
    }

    private static async Task TalkAsync(FakeTelegram telegram)
    {
        telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, "/start"));
        var welcome = (await telegram.TakenForAsync(Cast.Joan, 1))[0];
        telegram.Tell(FakeTelegram.PressOf(Cast.Joan, welcome, "A tip to try"));
        await telegram.TakenForAsync(Cast.Joan, 2);
        telegram.Tell(FakeTelegramUpdates.Message(Cast.Joan, new JsonObject
        {
            ["document"] = new JsonObject { ["file_id"] = "f", ["file_name"] = "Quillfeather.pdf", ["mime_type"] = "application/pdf" },
            ["caption"] = Confession,
        }));
        await telegram.TakenForAsync(Cast.Joan, 3);
    }

    /// <summary>Somebody talks on the page, sends a file, and comes back by her code at the second try.</summary>
    /// <returns>What must be found nowhere.</returns>
    private static async Task<string[]> TalkAsync(RunningProgram program)
    {
        var browser = new Web.ChatBrowser(program.Http);
        using var entered = await browser.PostAsync("/chat");
        var entrance = JsonNode.Parse(await entered.Content.ReadAsStringAsync())!;
        var (id, token, code) = ((string)entrance["conversationId"]!, (string)entrance["token"]!, ((string)entrance["code"]!).Split(' '));
        using var said = await browser.PostAsync("/", ("text", Confession));

        using var upload = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{id}/upload?userId=dl_joan")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes("The pale heron's letter")) { Headers = { ContentType = new("text/plain") } },
            Headers = { Authorization = new("Bearer", token) },
        };
        upload.Content.Headers.TryAddWithoutValidation("Content-Disposition", "name=\"file\"; filename=\"Quillfeather.txt\"");
        using var uploaded = await program.Http.SendAsync(upload);
        Assert.True(uploaded.IsSuccessStatusCode);

        var other = new Web.ChatBrowser(program.Http);
        using var wrong = await other.PostAsync("/?handler=Code", ("code", $"{code[0]} {code[1]} zebra"));
        using var right = await other.PostAsync("/?handler=Code", ("code", string.Join(' ', code)));
        using var page = await other.OpenAsync("/");
        Assert.Contains("Quillfeather", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var glued = new[] { " ", "-", "+", "%20", "." }.SelectMany(glue => new[] { $"{code[0]}{glue}{code[1]}", $"{code[1]}{glue}{code[2]}" });
        return [id, token, token.Split('.')[^1], "The pale heron", .. glued];
    }

    private static async Task GoWrongAsync(RunningProgram program, FakeTwilio twilio)
    {
        using var bad = TextedProgram.SignerFor(twilio).Text(Cast.Joan.Mobile, Cast.OurNumber, Confession);
        bad.Headers.Remove("X-Twilio-Signature");
        using var refused = await program.Http.SendAsync(bad);

        twilio.NextAnswers(FakeAnswer.Refuse(400, 21211));
        using var unreachable = await PostAsync(program, twilio, Confession);
        await program.Process.LineAsync(line => line.Contains("21211", StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> PostAsync(RunningProgram program, FakeTwilio twilio, string body)
    {
        using var text = TextedProgram.SignerFor(twilio).Text(Cast.Joan.Mobile, Cast.OurNumber, body, $"SM{Guid.NewGuid():N}");
        return await program.Http.SendAsync(text);
    }

    private async Task SearchIncidentsAsync(IReadOnlyDictionary<string, string> settings)
    {
        using var incidents = ProgramProcess.Start(_folder, settings, "incidents");
        Assert.Equal(0, await incidents.ExitCodeAsync());
        Search("the list of incidents", incidents.Output);
    }

    private void SearchDatabase(params string[] secrets)
    {
        foreach (var file in new Memory(_folder).Files())
        {
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
                Assert.All([.. Private, .. secrets], words => Assert.True(file.AsSpan().IndexOf(encoding.GetBytes(words)) < 0, $"The database holds '{words}' ({encoding.WebName})."));
        }
    }

    private static void Search(string where, string text, params string[] secrets) =>
        Assert.All([.. Private, .. secrets], words => Assert.False(text.Contains(words, StringComparison.OrdinalIgnoreCase), $"{where} holds '{words}'."));

    private static void SearchNumber(string where, string text) =>
        Assert.False(Cast.GivesAwayANumber(text), $"{where} holds a number: {text}");
}
