namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>Shows where a talk went another way than its transcript: old lines and new ones, with a little around them.</summary>
internal static class Differences
{
    private const int Around = 2;

    public static string Between(Script script)
    {
        var lines = Compare(script.Written.Split('\n'), script.ToString().Split('\n'));
        var changed = Enumerable.Range(0, lines.Count).Where(at => lines[at].Mark != ' ').ToList();
        var shown = lines.Where((_, at) => changed.Exists(change => Math.Abs(change - at) <= Around));
        return string.Join('\n', [
            $"Transcripts/{script.Name}.txt",
            .. shown.Select(line => $"{line.Mark} {line.Text}"),
            "If the new lines (+) are meant, run the tests with MENTORBOT_UPDATE_TRANSCRIPTS=1 and look at what changed.",
        ]);
    }

    /// <summary>Every line of both, in order: ' ' in both, '-' only in the old, '+' only in the new.</summary>
    private static List<(char Mark, string Text)> Compare(string[] old, string[] now)
    {
        var common = LongestCommon(old, now);
        var lines = new List<(char, string)>();
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            var isSame = i < old.Length && j < now.Length && old[i] == now[j];
            var isOld = isSame || (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1]));
            lines.Add(isSame ? (' ', old[i]) : isOld ? ('-', old[i]) : ('+', now[j]));
            if (isOld) i++;
            if (isSame || !isOld) j++;
        }
        return lines;
    }

    /// <summary>How many lines the rest of both have in common, from each place in them.</summary>
    private static int[,] LongestCommon(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }
        return common;
    }
}
