using System.CommandLine;
using MentorBot.Channels.Sms;
using MentorBot.Dialogs.Library;

namespace MentorBot.Commands;

/// <summary>Reads every word and course and prints what is wrong, with file, line and mend.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<string?>("folder") { Description = "The dialogs folder; the one in this folder or beside the program if left out.", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("check", "Read every word and course, and print what is wrong with file and line.") { folder };
        command.SetAction(parsed => Run(parsed.GetValue(folder) ?? Nearest()));
        return command;
    }

    // Writers mean the files before them, not the copies that the last build made.
    private static string Nearest() => Directory.Exists("dialogs") ? "dialogs" : Content.BesideTheProgram;

    private static int Run(string folder)
    {
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"There is no folder {folder}. Name the dialogs folder: check path/to/dialogs");
            return 1;
        }

        var content = Content.Read(folder, text => SmsText.Measure(SmsText.Fold(text)).Segments);
        // A course that is due to be read again still starts, so it does not fail a build either.
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        // An old number starts too, but fails here: somebody may call it tonight.
        List<ContentProblem> problems = [.. content.Problems, .. content.Unchecked(today)];
        foreach (var problem in problems.Concat(content.Overdue(today))) Console.WriteLine(problem);
        Console.WriteLine(problems.Count == 0 ? "All words and courses are in order." : $"{problems.Count} to mend.");
        return problems.Count == 0 ? 0 : 1;
    }
}
