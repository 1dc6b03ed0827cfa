using System.Net;
using System.Net.Http.Json;

namespace MentorBot.Tests.Try;

public class TryTelegramTests(TriedProgram program)
{
    [Fact]
    public async Task A_script_writes_presses_a_button_and_reads_the_whole_chat()
    {
        var chat = Cast.Stranger().Mobile[^3..];

        using var hi = await PostAsync(new { chat, text = "hi" });
        var welcome = await ReadAsync(chat, 2);
        using var press = await PostAsync(new { chat, press = welcome[1].Buttons[0] });
        var talk = await ReadAsync(chat, 4);

        Assert.Equal([HttpStatusCode.Accepted, HttpStatusCode.Accepted], [hi.StatusCode, press.StatusCode]);
        Assert.Equal(["A tip to try", "What is this?", "Cymraeg"], welcome[1].Buttons);
        Assert.Equal(["in hi", "out Hello", "in A tip to try", "out Tip 1"], talk.Select(line => $"{line.Direction} {Begin(line)}"));
    }

    [Theory]
    [InlineData("000", "hi")]
    [InlineData("12", "hi")]
    [InlineData("101", "")]
    [InlineData("101", "\0")]
    public async Task Nobody_and_nothing_are_refused(string chat, string text)
    {
        using var answer = await PostAsync(new { chat, text });
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static string Begin(Line line) => line.Direction == "in" ? line.Body : line.Body.Split(',', ':')[0].Replace(" of 12", "", StringComparison.Ordinal);

    private Task<HttpResponseMessage> PostAsync(object said) => program.Http.PostAsJsonAsync("/try/telegram", said);

    private async Task<List<Line>> ReadAsync(string chat, int lines)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (true)
        {
            var shown = (await program.Http.GetFromJsonAsync<List<Line>>($"/try/telegram?chat={chat}", giveUp.Token))!;
            if (shown.Count >= lines) return shown;
        }
    }

    private sealed record Line(string Direction, string Body, List<string> Buttons);
}
