using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.About;

/// <summary>Says what this is, who sees it and what it costs.</summary>
internal sealed class AboutDialog(Content content) : AnswerDialog(content.Words)
{
    private static readonly string[] Questions = ["what", "who", "cost"];

    /// <summary>The keys of all that it says.</summary>
    public static IReadOnlyList<string> Keys => [.. Questions.Select(Key)];

    public override IReadOnlyList<string> Commands => Questions;

    protected override string Answer(string command, Turn turn) => Key(command);

    private static string Key(string question) => $"About.{question}";
}
