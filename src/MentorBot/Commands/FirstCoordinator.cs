using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;
using MentorBot.Settings;

namespace MentorBot.Commands;

/// <summary>While nobody has an account, each start prints a link by which the first coordinator makes his. Whoever can read what the program prints runs it.</summary>
internal static class FirstCoordinator
{
    private const string Name = "Coordinator";

    /// <summary>Makes the link.</summary>
    /// <returns>What to print; nothing once somebody has an account.</returns>
    public static async Task<IReadOnlyList<string>> InviteAsync(WebApplication app, MentorBotSettings settings, CancellationToken cancellationToken)
    {
        if (await app.Services.GetRequiredService<DeskInvitations>().InviteFirstAsync(Name, cancellationToken) is not { } code) return [];
        return
        [
            $"  Nobody has an account yet. The first coordinator makes it here, once, within {DeskInvitations.SetUpLasts.TotalHours:0} hours:",
            $"    {settings.PublicUrl ?? Start.AddressOf(app)}{DeskAccess.JoinPath}/{code}",
        ];
    }
}
