using System.CommandLine;

namespace MentorBot.Commands;

/// <summary>Talks to the bot in the terminal.</summary>
internal static class ChatCommand
{
    public static Command Create() => new("chat", "Talk to the bot in this terminal.");
}
