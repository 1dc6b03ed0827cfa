using System.CommandLine;
using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using MentorBot.Settings;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Commands;

/// <summary>Makes a mentor's or coordinator's invitation, and prints its code or link and what to do with it. It may run beside a MentorBot that serves.</summary>
internal static class InviteCommand
{
    public static Command Create(string[] args)
    {
        var name = new Argument<string>("name") { Description = $"What mentees will call the mentor: a first name, at most {Mentor.LongestName} letters." };
        var scheme = new Option<int?>("--scheme") { Description = "The number of the scheme to help in; the one at the top if left out." };
        var desk = new Option<bool>("--desk") { Description = "To the desk in the browser, by a link, instead of by phone." };
        var coordinator = new Option<bool>("--coordinator") { Description = "A coordinator, who answers for the scheme, instead of a mentor. Coordinators work at the desk." };
        var command = new Command("invite", "Make a mentor's or coordinator's invitation.") { name, scheme, desk, coordinator };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string? wrong = null;
            var ended = await Start.GuardAsync(
                async () => wrong = await InviteAsync(
                    args, new DeskGuest(parsed.GetRequiredValue(name).Trim(), parsed.GetValue(coordinator), SchemeId: parsed.GetValue(scheme)), parsed.GetValue(desk), cancellationToken),
                cancellationToken);
            if (wrong is not null) await Console.Error.WriteLineAsync(wrong);
            return wrong is null ? ended : 1;
        });
        return command;
    }

    /// <summary>How somebody joins, in a line.</summary>
    public static string HowToJoin(string name, string code) => $"{name}: JOIN {code}";

    /// <returns>Why there is no invitation; null if there is one.</returns>
    private static async Task<string?> InviteAsync(string[] args, DeskGuest guest, bool toDesk, CancellationToken cancellationToken)
    {
        var name = guest.Name;
        if (!Invitations.IsName(name)) return $"'{name}' is no name that mentees can be told. Write a first name of 1 to {Mentor.LongestName} letters, such as: invite Sam";
        var (builder, settings) = Start.NewMentorBot(args, wantsDatabase: true);
        await using var app = builder.Build();
        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync(cancellationToken))
        {
            if (guest.SchemeId is { } id && !await db.Schemes.AnyAsync(s => s.Id == id, cancellationToken))
                return $"There is no scheme {id}. There are: {string.Join(", ", (await db.Schemes.ToListAsync(cancellationToken)).Select(s => $"{s.Id} ({s.Name})"))}";
        }

        if (toDesk || guest.IsCoordinator) await InviteToDeskAsync(app, settings, guest);
        else await InviteByPhoneAsync(app, settings, guest);
        return null;
    }

    private static async Task InviteToDeskAsync(WebApplication app, MentorBotSettings settings, DeskGuest guest)
    {
        var code = await app.Services.GetRequiredService<DeskInvitations>().InviteAsync(guest);
        Say(guest.Name);
        Console.WriteLine($"  In a browser they open: {settings.PublicUrl ?? Start.AddressOf(app)}{DeskAccess.JoinPath}/{code}");
    }

    private static async Task InviteByPhoneAsync(WebApplication app, MentorBotSettings settings, DeskGuest guest)
    {
        var code = await app.Services.GetRequiredService<Invitations>().InviteAsync(guest.Name, guest.SchemeId);
        Say(guest.Name);
        Console.WriteLine($"  From their own phone they send to the number or bot that mentees write to: JOIN {code}");
        if (settings.Telegram.IsConfigured) Console.WriteLine($"  Or, on Telegram, they open https://t.me/YOURBOT?start=join-{code}, with your bot's name in place of YOURBOT.");
    }

    private static void Say(string name) => Console.WriteLine($"An invitation for {name}. It counts once, for {Invitations.Lasts.TotalDays:0} days. Give it to nobody else.");
}
