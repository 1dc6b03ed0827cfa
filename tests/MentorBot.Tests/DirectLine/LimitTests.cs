using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace MentorBot.Tests.DirectLine;

public class LimitTests(ChattedProgram program)
{
    [Fact]
    public async Task A_flood_of_beginnings_from_one_address_is_slowed_and_others_are_not()
    {
        // RFC 5737, RFC 3849: addresses of nobody. A household has a whole /64 of IPv6.
        foreach (var (address, same, other) in new[] { ("203.0.113.7", "203.0.113.7", "203.0.113.8"), ("2001:db8:1:2::1", "2001:db8:1:2::ffff", "2001:db8:1:3::1") })
        {
            var (taken, refusal) = await FloodAsync(address);
            Assert.InRange(taken, 120, int.MaxValue);
            Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests"), (refusal.Status, refusal.Error));
            Assert.InRange(int.Parse(refusal.Header("Retry-After")!), 1, 60);
            Assert.Equal(HttpStatusCode.Created, (await BeginAsync(other)).Status);
            // Its bucket fills again with two a second: far fewer than it had at first.
            Assert.InRange((await FloodAsync(same)).Taken, 0, 119);
        }
    }

    [Fact]
    public async Task Who_is_behind_a_proxy_that_does_not_say_who_asks_is_not_taken_for_all_the_others() =>
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => BeginAsync(null))), answer => Assert.Equal(HttpStatusCode.Created, answer.Status));

    [Fact]
    public async Task Posts_that_come_too_fast_wait_first_and_are_refused_only_when_many_wait()
    {
        var chat = await program.BeginAsync();
        for (var i = 0; i < 20; i++)
            Assert.Equal(HttpStatusCode.OK, (await PostAsync(i)).Status);

        await foreach (var post in Task.WhenEach(Enumerable.Range(20, 200).Select(PostAsync)))
        {
            var answer = await post;
            if (answer.Status == HttpStatusCode.OK)
                continue;
            Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests"), (answer.Status, answer.Error));
            Assert.InRange(int.Parse(answer.Header("Retry-After")!), 1, 60);
            return;
        }
        Assert.Fail("None of 200 posts at once was refused.");

        Task<WireAnswer> PostAsync(int i) => chat.PostJsonAsync($$"""{"type":"event","name":"n{{i}}"}""");
    }

    [Fact]
    public async Task Forms_and_uploads_count_as_posts_do()
    {
        var browser = new Web.ChatBrowser(program.Http);
        using var begun = await browser.PostAsync("/chat");
        var entrance = await begun.Content.ReadFromJsonAsync<JsonElement>();
        var chat = new WireChat(program, entrance.GetProperty("conversationId").GetString()!, entrance.GetProperty("token").GetString()!);
        // From the first refusal on twenty wait, and two of them go on in a second.
        Assert.True(await IsRefusedAsync(200, async i => (await chat.PostJsonAsync($$"""{"type":"event","name":"n{{i}}"}""")).Status));
        Assert.True(await IsRefusedAsync(100, async _ =>
        {
            using var answer = await browser.PostAsync("/", ("text", "MENU"));
            return answer.StatusCode;
        }));
        Assert.True(await IsRefusedAsync(100, async _ =>
        {
            using var file = new ByteArrayContent("words"u8.ToArray()) { Headers = { { "Content-Type", "text/plain" } } };
            return (await program.CallAsync(HttpMethod.Post, $"conversations/{chat.Id}/upload", chat.Token, file)).Status;
        }));
    }

    private static async Task<bool> IsRefusedAsync(int times, Func<int, Task<HttpStatusCode>> ask)
    {
        await foreach (var answer in Task.WhenEach(Enumerable.Range(0, times).Select(ask)))
        {
            if (await answer == HttpStatusCode.TooManyRequests)
                return true;
        }
        return false;
    }

    private async Task<(int Taken, WireAnswer Refusal)> FloodAsync(string address)
    {
        for (var taken = 0; ;)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => BeginAsync(address)));
            taken += answers.Count(answer => answer.Status == HttpStatusCode.Created);
            if (Array.Find(answers, answer => answer.Status != HttpStatusCode.Created) is { } refusal)
                return (taken, refusal);
            Assert.InRange(taken, 0, 5_000);
        }
    }

    private Task<WireAnswer> BeginAsync(string? address) => program.CallAsync(
        HttpMethod.Post, "conversations", ChattedProgram.Secret, "{}", address is null ? [] : [("X-Forwarded-For", address)]);
}
