using System.Net;
using MentorBot.Tests.Try;

namespace MentorBot.Tests.Desk;

/// <summary>The program with its simulator, and two mentors at the desk.</summary>
public sealed class DeskedProgram : TriedProgram
{
    private readonly Dictionary<string, CookieContainer> _cookies = new(StringComparer.Ordinal);

    /// <summary>One of the demo's people at the desk, by the link that the start printed for each. Tests of a class share one sign-in of each.</summary>
    /// <param name="name">Sam or Priya, who are mentors, or Grace, the coordinator.</param>
    public async Task<DeskClient> SignInAsync(string name)
    {
        if (!_cookies.TryGetValue(name, out var cookies))
        {
            _cookies[name] = cookies = new CookieContainer();
            var line = await LineAsync(l => l.Contains("/desk/once/", StringComparison.Ordinal) && l.Trim().StartsWith($"{name}:", StringComparison.Ordinal));
            using var entering = DeskClient.Of(Http.BaseAddress!, cookies);
            await entering.GoAsync(new Uri(line[line.IndexOf("http", StringComparison.Ordinal)..]).AbsolutePath);
        }
        return DeskClient.Of(Http.BaseAddress!, cookies);
    }

    /// <summary>Somebody new, whom Grace invites and who joins.</summary>
    internal async Task<DeskClient> JoinAsync(string name, bool isCoordinator = false)
    {
        using var grace = await SignInAsync("Grace");
        await grace.GoAsync("/desk/mentors");
        await grace.SendAsync("/desk/mentors?handler=Invite", ("name", name), ("role", "mentor"));
        var member = await DeskMember.JoinAsync(new DeskBrowser(Http), grace.Find("""(?<text>/desk/join/[\w-]+)"""), $"{name}.desk", name);
        if (isCoordinator)
        {
            await grace.GoAsync("/desk/mentors");
            await grace.SendAsync("/desk/mentors?handler=Coordinator", ("account", grace.Find($"""name="account" value="(?<text>\d+)">\s*<button type="submit" class="quiet">Yes, make {name} a""")));
        }
        var cookies = new CookieContainer();
        cookies.Add(Http.BaseAddress!, new Cookie("desk", member.Browser.Cookies["desk"], "/desk"));
        return DeskClient.Of(Http.BaseAddress!, cookies);
    }

    /// <summary>Somebody texts, and waits until she has so many replies in all.</summary>
    public async Task SayAsync(Person person, string text, int replies)
    {
        using var texted = await TextAsync(person, text);
        await ScreenAsync(person, replies);
    }

    /// <summary>Somebody asks for a person.</summary>
    /// <returns>The handoff's number, as the mentor's page has it.</returns>
    public async Task<string> AskAsync(Person person, string about, DeskClient mentor)
    {
        await mentor.GoAsync("/desk");
        var before = mentor.Waiting.ToHashSet(StringComparer.Ordinal);
        await SayAsync(person, "PERSON", 1);
        await SayAsync(person, about, 2);
        await mentor.GoAsync("/desk");
        return mentor.Waiting.Single(id => !before.Contains(id));
    }

    /// <summary>Somebody books a meeting in messages, the first time that there is.</summary>
    /// <returns>With whom, and what he calls her.</returns>
    public async Task<(string Mentor, string Alias)> BookAsync(Person person, string about)
    {
        await SayAsync(person, "book", 1);
        await SayAsync(person, about, 2);
        await SayAsync(person, "1", 3);
        var screen = (await ScreenAsync(person, 3)).Where(line => line.Direction == "out").ToList();
        return (Within(screen[2].Body, "with ", ","), Within(screen[0].Body, "the name ", ", not"));
    }

    private static string Within(string text, string before, string after) => text.Split(before, 2)[1].Split(after, 2)[0];

    /// <summary>Waits until somebody's phone shows some words.</summary>
    public async Task HearAsync(Person person, string words)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!(await ScreenAsync(person, 0)).Any(line => line.Body.Contains(words, StringComparison.Ordinal))) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }

    /// <summary>Opens a talk until it shows so many lines.</summary>
    public static async Task ReadAsync(DeskClient mentor, string id, int lines)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await mentor.GoAsync($"/desk/talk/{id}")).Words.Count < lines) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }
}
