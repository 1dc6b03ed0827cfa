namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>Shows where a talk went another way than its transcript, old lines beside new ones.</summary>
internal static class Differences
{
    public static string Between(Script script)
    {
        var written = script.Written.Split('\n');
        var performed = script.ToString().Split('\n');
        var before = written.Zip(performed).TakeWhile(pair => pair.First == pair.Second).Count();
        var after = written.Reverse().Zip(performed.Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        after = Math.Min(after, Math.Min(written.Length, performed.Length) - before);
        return string.Join('\n', [
            $"Transcripts/{script.Name}.txt, line {before + 1}:",
            .. written[Math.Max(0, before - 3)..before].Select(line => "   " + line),
            .. written[before..^after].Select(line => "-  " + line),
            .. performed[before..^after].Select(line => "+  " + line),
            "If the new words (+) are meant, run the tests with MENTORBOT_UPDATE_TRANSCRIPTS=1 and look at what changed.",
        ]);
    }
}
