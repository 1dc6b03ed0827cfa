using System.CommandLine;
using System.Text;
using MentorBot.Chat;
using MentorBot.Dialogs.Transcripts;

namespace MentorBot.Commands;

/// <summary>Talks to the bot in the terminal, over a database that is gone afterwards. Piped lines are taken as if somebody wrote them.</summary>
internal static class ChatCommand
{
    private const string Welsh = "cy";

    public static Command Create()
    {
        var channel = new Option<string>("--channel") { Description = "How you write to it.", DefaultValueFactory = _ => BotFramework.Channels.Sms };
        var language = new Option<string>("--language") { Description = "The language of the answers.", DefaultValueFactory = _ => "en" };
        var save = new Option<string?>("--save") { Description = "A file to keep the talk in, as a transcript." };
        channel.AcceptOnlyFromAmong(BotFramework.Channels.Sms, BotFramework.Channels.WebChat);
        language.AcceptOnlyFromAmong("en", Welsh);

        var command = new Command("chat", "Talk to the bot in this terminal.") { channel, language, save };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var kept = true;
            var ended = await Start.GuardAsync(
                async () => kept = await TalkAsync(parsed.GetRequiredValue(channel), parsed.GetRequiredValue(language) == Welsh, parsed.GetValue(save), cancellationToken),
                cancellationToken);
            return kept ? ended : 1;
        });
        return command;
    }

    private static async Task<bool> TalkAsync(string channel, bool inWelsh, string? file, CancellationToken cancellationToken)
    {
        await using var room = await ChatRoom.OpenAsync(channel);
        var talk = new ChatTalk(room, new Transcript(channel), new ChatScreen(Console.Out, isTerminal: !Console.IsOutputRedirected));
        var isTerminal = !Console.IsInputRedirected;
        if (isTerminal) Console.WriteLine("Write as a mentee would. /clock 2.00:00:00 moves the clock on, /save FILE keeps the talk. Ctrl+D ends it.");

        // As a mentee would ask for it.
        if (inWelsh) await SayAsync(talk, "CYMRAEG", echo: true);
        // Left open: closing it would wait for the read that a terminal never ends. The process takes it along.
        var input = isTerminal ? Console.In : new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        while (await ReadAsync(input, isTerminal, cancellationToken) is { } line)
            await SayAsync(talk, line, echo: !isTerminal);
        return file is null || talk.Save(file);
    }

    private static Task SayAsync(ChatTalk talk, string line, bool echo)
    {
        if (echo) Console.WriteLine($"> {line}");
        return talk.TakeAsync(line);
    }

    private static async Task<string?> ReadAsync(TextReader input, bool isTerminal, CancellationToken cancellationToken)
    {
        if (isTerminal) Console.Write("> ");
        try
        {
            // Reading a terminal cannot be cancelled; waiting for it can, so that Ctrl+C too leaves no trace.
            return await Task.Run(input.ReadLine, CancellationToken.None).WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }
}
