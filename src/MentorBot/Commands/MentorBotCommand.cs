using System.CommandLine;

namespace MentorBot.Commands;

/// <summary>What the program can be told to do. Told nothing, it serves.</summary>
internal static class MentorBotCommand
{
    public static RootCommand Create(string[] args)
    {
        var root = new RootCommand("MentorBot: a mentoring assistant by text message, Telegram and web chat. Without a command it serves.")
        {
            ChatCommand.Create(),
            CheckCommand.Create(),
            MigrateCommand.Create(args),
            IncidentsCommand.Create(args),
            InviteCommand.Create(args),
        };
        // Whatever else is written belongs to ASP.NET Core, such as --urls.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((parsed, cancellationToken) => Stray(parsed.UnmatchedTokens) is { } stray
            ? RefuseAsync(stray, root)
            : ServeCommand.RunAsync(args, cancellationToken));
        foreach (var command in root.Subcommands) command.TreatUnmatchedTokensAsErrors = false;
        return root;
    }

    /// <summary>The first word that is neither an option of ASP.NET Core (<c>--urls=x</c>, <c>urls=x</c>) nor the value of one (<c>--urls x</c>).</summary>
    private static string? Stray(IReadOnlyList<string> words) => words.Where((word, i) =>
        !IsOption(word) && !word.Contains('=', StringComparison.Ordinal)
        && (i == 0 || !IsOption(words[i - 1]) || words[i - 1].Contains('=', StringComparison.Ordinal))).FirstOrDefault();

    private static bool IsOption(string word) => word.StartsWith('-') || word.StartsWith('/');

    private static async Task<int> RefuseAsync(string stray, RootCommand root)
    {
        var commands = string.Join(", ", root.Subcommands.Select(command => command.Name));
        await Console.Error.WriteLineAsync($"There is no command '{stray}'. Write one of {commands}, or none to serve. --help tells more.");
        return 1;
    }
}
