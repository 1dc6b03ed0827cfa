using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Learning;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Mentees;

/// <summary>A world whose bot links: to <c>LINK</c> it gives a code, <c>SHOW 0</c> shows the first that was given, <c>1</c> agrees, <c>UNLINK</c> parts; <c>TIP 3</c> gives a tip.</summary>
internal static class LinkingWorld
{
    public const string Question = "Was that you?";

    /// <param name="database">The kind of database.</param>
    /// <param name="beforeSaving">Happens in the turn that agrees, once, behind its back.</param>
    public static async Task<World> OpenAsync(DatabaseProvider database, Func<World, Task>? beforeSaving = null)
    {
        var world = await World.OpenAsync(database);
        var codes = new List<string>();
        world.Bot.When("LINK", async context =>
        {
            codes.Add(await world.Here.Get<LinkCodes>().GiveAsync(context.Turn(), default));
            await context.SendActivityAsync("code");
        });
        for (var i = 0; i < 3; i++) WhenShown(world, i, codes);
        world.Bot.When("1", context => AgreeAsync(context, () => Interlocked.Exchange(ref beforeSaving, null)?.Invoke(world) ?? Task.CompletedTask));
        world.Bot.When("UNLINK", UnlinkAsync);
        for (var i = 1; i <= 5; i++) WhenTip(world, i);
        return world;
    }

    /// <summary>Somebody is who her friend is: both sides proved it.</summary>
    public static async Task LinkAsync(this World world, Person keeper, Person other, int code = 0)
    {
        await world.HearAsync(keeper, "LINK");
        await world.HearAsync(other, $"SHOW {code}");
        await world.HearAsync(keeper, "1");
    }

    public static async Task HearAsync(this World world, Person person, string text)
    {
        await world.ReceiveAsync(person, text);
        await world.RunAsync();
    }

    public static async Task<Address> AddressAsync(this World world, Person person) => (await world.ConversationAsync(person)).Address!;

    public static Task<List<string>> ProgressAsync(this World world, long mentee) => world.ReadAsync(db => db.CourseProgress
        .Where(p => p.MenteeId == mentee).OrderBy(p => p.CourseId).Select(p => p.CourseId + " " + p.LastTipId).ToListAsync());

    public static Task<List<string>> EventsAsync(this World world, string name) => world.ReadAsync(db => db.Events
        .Where(e => e.Name == name).OrderBy(e => e.Id).Select(e => e.Subject!).ToListAsync());

    private static void WhenShown(World world, int number, List<string> codes) => world.Bot.When($"SHOW {number}", async context =>
    {
        var turn = context.Turn();
        var proof = await world.Here.Get<LinkCodes>().TakeAsync(turn, codes[number], default);
        if (proof.AskIn is { } first) turn.SayIn(first, new Activity(ActivityTypes.Message) { Text = Question });
        await context.SendActivityAsync(proof.Outcome.ToString());
    });

    private static void WhenTip(World world, int number) => world.Bot.When($"TIP {number}", async context =>
    {
        var turn = context.Turn();
        turn.RecordTip(await turn.FindProgressAsync("photos", default), "photos", $"{number}");
        await context.SendActivityAsync($"tip {number} for {turn.Mentee.Alias}");
    });

    private static async Task AgreeAsync(ITurnContext context, Func<Task> beforeSavingAsync)
    {
        var turn = context.Turn();
        var question = await turn.FindLinkQuestionAsync(default);
        var said = question is null ? "nothing was asked"
            : await turn.LinkAsync(question, progress => int.Parse(progress.LastTipId, System.Globalization.CultureInfo.InvariantCulture), default) ? "joined" : "already";
        await beforeSavingAsync();
        await context.SendActivityAsync(said);
    }

    private static async Task UnlinkAsync(ITurnContext context)
    {
        var told = await context.Turn().UnlinkAsync(default);
        foreach (var other in told) context.Turn().SayIn(other, new Activity(ActivityTypes.Message) { Text = "parted by the other" });
        await context.SendActivityAsync($"parted from {told.Count}");
    }
}
