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
        };
        // Whatever else is written belongs to ASP.NET Core, such as --urls.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(args, cancellationToken));
        return root;
    }
}
