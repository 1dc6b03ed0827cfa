using System.Diagnostics;
using System.Text.Json.Nodes;

namespace MentorBot.EndToEnd.Tests.DirectLineClients;

/// <summary>Microsoft's Direct Line client, in Node.</summary>
public class DirectLineJsTests(ClientsOfMicrosoft clients)
{
    private static readonly string[] Said = ["hi", "A tip to try", "more", "help", "who sees this"];
    private static readonly string[] Online = ["0", "1", "2"];

    [Theory]
    [InlineData("socket")]
    [InlineData("polling")]
    public async Task It_holds_a_first_talk_and_gets_each_echo_before_its_answer(string way)
    {
        ClientsOfMicrosoft.Require();
        var told = await TalkAsync(way);

        Assert.DoesNotContain(told, line => line["failed"] is not null);
        // Uninitialised, connecting, online; and never another until it ends itself.
        Assert.Equal([.. Online, "5"], told.Where(line => line["status"] is not null).Select(line => line["status"]!.ToString()));
        var seen = told.Where(line => line["activity"] is not null).Select(line => line["activity"]!).ToList();
        Assert.Equal(Said, seen.Where(a => (string?)a["from"]!["role"] == "user").Select(a => (string?)a["text"]));
        var answers = seen.Where(a => (string?)a["from"]!["role"] == "bot").ToList();
        Assert.Equal(Said.Length, answers.Count);
        Assert.StartsWith("Hello, I'm MentorBot", (string?)answers[0]["text"], StringComparison.Ordinal);
        Assert.StartsWith("Tip 1 of 12", (string?)answers[1]["text"], StringComparison.Ordinal);
        Assert.StartsWith("Tip 2 of 12", (string?)answers[2]["text"], StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Contains(seen.TakeWhile(a => a != answer), a => (string?)a["id"] == (string?)answer["replyToId"]));
    }

    private async Task<List<JsonNode>> TalkAsync(string way)
    {
        var start = new ProcessStartInfo(ClientsOfMicrosoft.Node!, ["talk.js", clients.Domain, way, await clients.NewTokenAsync(), .. Said])
        {
            WorkingDirectory = ClientsOfMicrosoft.Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"{output}\n{await errors}");
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
    }
}
