using System.Net;

namespace MentorBot.Tests.DirectLine;

public class LimitTests(ChattedProgram program)
{
    [Fact]
    public async Task A_flood_of_beginnings_from_one_address_is_slowed_and_others_are_not()
    {
        // RFC 5737, RFC 3849: addresses of nobody. A household has a whole /64 of IPv6.
        foreach (var (address, same, other) in new[] { ("203.0.113.7", "203.0.113.7", "203.0.113.8"), ("2001:db8:1:2::1", "2001:db8:1:2::ffff", "2001:db8:1:3::1") })
        {
            var flood = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => BeginAsync(address)));
            var refused = flood.Where(answer => answer.Status != HttpStatusCode.Created).ToList();
            Assert.InRange(flood.Length - refused.Count, 120, 199);
            Assert.All(refused, answer => Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests"), (answer.Status, answer.Error)));
            Assert.All(refused, answer => Assert.InRange(int.Parse(answer.Header("Retry-After")!), 1, 60));
            Assert.Equal(HttpStatusCode.Created, (await BeginAsync(other)).Status);
            Assert.Equal(HttpStatusCode.TooManyRequests, (await BeginAsync(same)).Status);
        }
    }

    [Fact]
    public async Task Who_is_behind_a_proxy_that_does_not_say_who_asks_is_not_taken_for_all_the_others() =>
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => BeginAsync(null))), answer => Assert.Equal(HttpStatusCode.Created, answer.Status));

    [Fact]
    public async Task Posts_that_come_too_fast_wait_first_and_are_refused_only_when_many_wait()
    {
        var chat = await program.BeginAsync();
        var posts = Enumerable.Range(0, 60).Select(i => chat.PostJsonAsync($$"""{"type":"event","name":"n{{i}}"}""")).ToList();

        var answered = new List<WireAnswer>();
        await foreach (var post in Task.WhenEach(posts))
        {
            answered.Add(await post);
            if (answered.Count(a => a.Status == HttpStatusCode.OK) >= 20 && answered.Exists(a => a.Status == HttpStatusCode.TooManyRequests))
                break;
        }
        Assert.All(answered.Where(a => a.Status != HttpStatusCode.OK), a => Assert.Equal((HttpStatusCode.TooManyRequests, "TooManyRequests"), (a.Status, a.Error)));
    }

    private Task<WireAnswer> BeginAsync(string? address) => program.CallAsync(
        HttpMethod.Post, "conversations", ChattedProgram.Secret, "{}", address is null ? [] : [("X-Forwarded-For", address)]);
}
