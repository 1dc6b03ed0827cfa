using System.CommandLine;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Commands;

/// <summary>Makes a mentor's invitation, and prints its code and what to do with it. It may run beside a MentorBot that serves.</summary>
internal static class InviteCommand
{
    public static Command Create(string[] args)
    {
        var name = new Argument<string>("name") { Description = $"What mentees will call the mentor: a first name, at most {Mentor.LongestName} letters." };
        var scheme = new Option<int?>("--scheme") { Description = "The number of the scheme to help in; the one at the top if left out." };
        var command = new Command("invite", "Make a mentor's invitation.") { name, scheme };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string? wrong = null;
            var ended = await Start.GuardAsync(
                async () => wrong = await InviteAsync(args, parsed.GetRequiredValue(name).Trim(), parsed.GetValue(scheme), cancellationToken), cancellationToken);
            if (wrong is not null) await Console.Error.WriteLineAsync(wrong);
            return wrong is null ? ended : 1;
        });
        return command;
    }

    /// <summary>How somebody joins, in a line.</summary>
    public static string HowToJoin(string name, string code) => $"{name}: JOIN {code}";

    /// <returns>Why there is no invitation; null if there is one.</returns>
    private static async Task<string?> InviteAsync(string[] args, string name, int? scheme, CancellationToken cancellationToken)
    {
        if (!Invitations.IsName(name)) return $"'{name}' is no name that mentees can be told. Write a first name of 1 to {Mentor.LongestName} letters, such as: invite Sam";
        var (builder, settings) = Start.NewMentorBot(args, wantsDatabase: true);
        await using var app = builder.Build();
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync(cancellationToken))
        {
            if (scheme is { } id && !await db.Schemes.AnyAsync(s => s.Id == id, cancellationToken))
                return $"There is no scheme {id}. There are: {string.Join(", ", (await db.Schemes.ToListAsync(cancellationToken)).Select(s => $"{s.Id} ({s.Name})"))}";
        }

        var code = await app.Services.GetRequiredService<Invitations>().InviteAsync(name, scheme);
        Console.WriteLine($"An invitation for {name}. It counts once, for {Invitations.Lasts.TotalDays:0} days. Give it to nobody else.");
        Console.WriteLine($"  From their own phone they send to the number or bot that mentees write to: JOIN {code}");
        if (settings.Telegram.IsConfigured) Console.WriteLine($"  Or, on Telegram, they open https://t.me/YOURBOT?start=join-{code}, with your bot's name in place of YOURBOT.");
        return null;
    }
}
