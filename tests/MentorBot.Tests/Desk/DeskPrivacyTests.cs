using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace MentorBot.Tests.Desk;

/// <summary>All that mentors and a coordinator do at the desk is done, and then everything that the program leaves behind or shows is searched.</summary>
public sealed class DeskPrivacyTests : IDisposable
{
    // A word of each that is said, noted, looked for or passed on; and Joan's number.
    private static readonly string[] Words = ["Quillfeather", "tamarisk", "nightjar", "marzipan", "cobweb", "sandpiper", "gooseberry"];
    private static readonly string[] Numbers = [Cast.Joan.Mobile[1..], Cast.Joan.Mobile[3..], "07700 900103"];

    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task No_number_is_on_any_page_and_no_word_in_an_address_the_logs_or_the_database()
    {
        using var program = await RunningProgram.StartAsync(_folder, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:MentorBot"] = "Trace",
        });
        using var sam = await SignInAsync(program, "Sam");
        using var priya = await SignInAsync(program, "Priya");
        using var grace = await SignInAsync(program, "Grace");

        await TextAsync(program, "PERSON", 1);
        await TextAsync(program, $"a letter of Quillfeather, ring {Cast.Joan.Mobile}", 2);
        await ShowAsync(sam, "/desk");
        var id = sam.Waiting[0];
        await SendAsync(sam, "/desk?handler=Take", ("id", id), ("form", "take"));
        await ScreenAsync(program, 3);
        await SendAsync(sam, $"/desk/talk/{id}?handler=Reply", ("form", "reply"), ("text", "the tamarisk flowers"));
        await SendAsync(sam, $"/desk/talk/{id}?handler=Note", ("form", "note"), ("note", "she keeps a nightjar"));
        await SendAsync(sam, $"/desk/talk/{id}?handler=Note", ("form", "long"), ("note", $"gooseberry{new string('n', 3000)}"));
        await TextAsync(program, "i want to kill myself, marzipan", 5);
        foreach (var path in new[] { $"/desk/talk/{id}", "/desk", "/desk/search", "/desk/replies", "/desk/account", "/desk/talk/999999" }) await ShowAsync(sam, path);
        await ShowAsync(sam, "/desk/replies");
        await SendAsync(sam, "/desk/replies?handler=Add", ("text", "cobweb to all"), ("shared", "false"));
        await ShowAsync(sam, "/desk/search");
        await SendAsync(sam, "/desk/search", ("q", "sandpiper"));
        await ShowAsync(sam, $"/desk/talk/{id}");
        await SendAsync(sam, $"/desk/talk/{id}?handler=Pass", ("form", "pass"), ("to", ""), ("word", "gooseberry is her cat"));
        await ShowAsync(priya, "/desk");
        await ShowAsync(priya, $"/desk/talk/{id}");

        foreach (var path in new[] { "/desk", "/desk/mentors", "/desk/results", "/desk/waits", "/desk/duty", "/desk/concerns", "/desk/concerns/1", "/desk/mentors/1" }) await ShowAsync(grace, path);
        await ShowAsync(grace, "/desk/concerns/1");
        await SendAsync(grace, "/desk/concerns/1", ("reason", "the sandpiper asked"));
        Assert.Contains("marzipan", grace.Page, StringComparison.Ordinal);

        SearchDatabase();
        Assert.Equal(0, await program.Process.StopAsync());
        SearchDatabase();
        Search("everything printed and logged", program.Process.Output, [.. Words, .. Numbers]);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<DeskClient> SignInAsync(RunningProgram program, string name)
    {
        var line = await program.Process.LineAsync(l => l.Contains("/desk/once/", StringComparison.Ordinal) && l.Trim().StartsWith($"{name}:", StringComparison.Ordinal));
        var client = DeskClient.Of(program.Address, new CookieContainer());
        return await client.GoAsync(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]).AbsolutePath);
    }

    private static async Task TextAsync(RunningProgram program, string text, int replies)
    {
        using var answer = await program.Http.PostAsJsonAsync("/try/sms", new { from = Cast.Joan.Mobile, body = text });
        await ScreenAsync(program, replies);
    }

    private static async Task ScreenAsync(RunningProgram program, int replies)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await program.Http.GetFromJsonAsync<List<Said>>($"/try/sms?number={Uri.EscapeDataString(Cast.Joan.Mobile)}", giveUp.Token))!.Count(one => one.Direction == "out") < replies)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }

    private static async Task ShowAsync(DeskClient who, string path) => Look(path, await who.GoAsync(path));

    private static async Task SendAsync(DeskClient who, string path, params (string Name, string Value)[] fields) => Look(path, await who.SendAsync(path, fields));

    private static void Look(string path, DeskClient who)
    {
        Search(path, who.Page, Numbers);
        Assert.DoesNotContain(Words, word => who.Page.Contains($"?q={word}", StringComparison.OrdinalIgnoreCase));
        Assert.NotEqual(HttpStatusCode.InternalServerError, who.Status);
        Assert.NotEqual(HttpStatusCode.BadRequest, who.Status);
    }

    private void SearchDatabase()
    {
        foreach (var file in new Memory(_folder).Files())
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
                Assert.All([.. Words, .. Numbers], words => Assert.True(file.AsSpan().IndexOf(encoding.GetBytes(words)) < 0, $"The database holds '{words}' ({encoding.WebName})."));
    }

    private static void Search(string where, string text, string[] secrets) =>
        Assert.All(secrets, words => Assert.False(text.Contains(words, StringComparison.OrdinalIgnoreCase), $"{where} holds '{words}'."));

    private sealed record Said(string Direction, string Body);
}
