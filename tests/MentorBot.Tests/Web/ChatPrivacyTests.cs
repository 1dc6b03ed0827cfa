using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.Web;

/// <summary>A whole talk is had on our page, things go wrong, and then everything that the program leaves behind is searched for what would lead to her.</summary>
public class ChatPrivacyTests : IDisposable
{
    private const string Confession = "Zebedee Quillfeather hit me last night";

    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task Neither_a_chat_nor_its_token_nor_its_code_nor_a_word_or_file_is_in_the_database_or_the_logs()
    {
        using var program = await RunningProgram.StartAsync(_folder, new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:MentorBot"] = "Trace",
        });
        var begun = await BeginAsync(program);
        var (id, token, code) = ((string)begun["conversationId"]!, (string)begun["token"]!, (string)begun["code"]!);
        await SayAsync(program, id, token, "hi");
        await SayAsync(program, id, token, Confession);
        await UploadAsync(program, id, token);
        foreach (var guess in new[] { code, "quite wrong words" }) await GuessAsync(program, guess);
        using (new Memory(_folder).Without("Inbox")) await SayAsync(program, id, token, Confession);
        await SayAsync(program, id, "forged." + token, Confession);

        string[] hers = [id, token, token[^40..], code, code.Replace(' ', '-'), Confession, "Quillfeather"];
        Search(hers);
        Assert.Equal(0, await program.Process.StopAsync());
        Search(hers);
        Assert.All(hers, part => Assert.DoesNotContain(part, program.Process.Output, StringComparison.Ordinal));
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    private static async Task<JsonNode> BeginAsync(RunningProgram program)
    {
        using var request = OfOurPage(HttpMethod.Post, "/chat");
        using var answer = await program.Http.SendAsync(request);
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
    }

    private static async Task SayAsync(RunningProgram program, string id, string token, string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{id}/activities")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = JsonContent.Create(new { type = "message", text, from = new { id = "dl_joan" } }),
        };
        using var answer = await program.Http.SendAsync(request);
    }

    private static async Task UploadAsync(RunningProgram program, string id, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{id}/upload?userId=dl_joan")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            Content = new StringContent(Confession, Encoding.UTF8, "text/plain"),
        };
        using var answer = await program.Http.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode);
    }

    private static async Task GuessAsync(RunningProgram program, string code)
    {
        using var request = OfOurPage(HttpMethod.Post, "/?handler=Code");
        request.Content = new FormUrlEncodedContent([new("code", code)]);
        using var answer = await program.Http.SendAsync(request);
    }

    private static HttpRequestMessage OfOurPage(HttpMethod method, string path) => new(method, path) { Headers = { { "Sec-Fetch-Site", "same-origin" } } };

    private void Search(string[] hers)
    {
        foreach (var file in new Memory(_folder).Files())
            Assert.All(hers, part => Assert.True(file.AsSpan().IndexOf(Encoding.UTF8.GetBytes(part)) < 0, $"The database holds a part of {part.Length} letters."));
    }
}
