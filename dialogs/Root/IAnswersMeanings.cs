namespace MentorBot.Dialogs.Root;

/// <summary>A dialog that people reach by what they mean, and not by a command: "can't make it tomorrow", or a 1 to what the clock asked. It is begun with the meaning's name as its options.</summary>
internal interface IAnswersMeanings
{
    /// <summary>The names of what it answers.</summary>
    IReadOnlyList<string> Meanings { get; }
}
