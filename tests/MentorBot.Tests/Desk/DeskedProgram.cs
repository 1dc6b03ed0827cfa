using MentorBot.Tests.Try;

namespace MentorBot.Tests.Desk;

/// <summary>The program with its simulator, and two mentors at the desk.</summary>
public sealed class DeskedProgram : TriedProgram
{
    /// <summary>A mentor at the desk.</summary>
    public Task<DeskClient> SignInAsync(string name) => DeskClient.SignInAsync(Http.BaseAddress!, name);

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

    /// <summary>Opens a talk until it shows so many lines.</summary>
    public static async Task ReadAsync(DeskClient mentor, string id, int lines)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await mentor.GoAsync($"/desk/talk/{id}")).Words.Count < lines) await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }
}
