namespace MentorBot.Dialogs.Root;

/// <summary>A dialog that people reach by a command. It is begun with the command's name as its options.</summary>
internal interface IAnswersCommands
{
    /// <summary>The names of the commands it answers, as in <c>commands.yaml</c>.</summary>
    IReadOnlyList<string> Commands { get; }
}
