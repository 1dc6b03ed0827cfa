using MentorBot.Desk;
using MentorBot.Mentoring.Accounts;

namespace MentorBot.Commands;

/// <summary>While nobody has an account, each start prints a link by which the first coordinator makes his. Whoever can read what the program prints runs it.</summary>
internal static class FirstCoordinator
{
    private const string Name = "Coordinator";

    /// <summary>Makes the link.</summary>
    /// <returns>What to print; nothing once somebody has an account.</returns>
    public static async Task<IReadOnlyList<DeskLine>> InviteAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<DeskInvitations>().InviteFirstAsync(Name, cancellationToken) is not { } code) return [];
        return
        [
            new DeskLine($"  Nobody has an account yet. The first coordinator makes it here, once, within {DeskInvitations.SetUpLasts.TotalHours:0} hours:"),
            new DeskLine("    ", $"{DeskAccess.JoinPath}/{code}"),
        ];
    }
}

/// <summary>A line that a start prints once it is known where it listens. What it tells was made before: from the ready line on a start can be stopped in order.</summary>
/// <param name="Words">What it says.</param>
/// <param name="Path">The link at its end, without the address before it; null if there is none.</param>
internal sealed record DeskLine(string Words, string? Path = null)
{
    /// <summary>Prints lines.</summary>
    public static void Say(IReadOnlyList<DeskLine> lines, string address)
    {
        foreach (var line in lines) Console.WriteLine(line.Path is null ? line.Words : $"{line.Words}{address}{line.Path}");
    }
}
