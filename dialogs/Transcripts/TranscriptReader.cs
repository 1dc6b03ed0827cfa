namespace MentorBot.Dialogs.Transcripts;

/// <summary>Reads a transcript line by line.</summary>
internal sealed class TranscriptReader(TextReader reader)
{
    public static readonly IReadOnlyDictionary<TranscriptLineKind, string> Marks = new Dictionary<TranscriptLineKind, string>
    {
        [TranscriptLineKind.Note] = "#",
        [TranscriptLineKind.Heard] = ">",
        [TranscriptLineKind.Said] = "<",
        [TranscriptLineKind.Recorded] = "!",
        [TranscriptLineKind.Channel] = "@",
        [TranscriptLineKind.Meanwhile] = "~",
    };

    private int _number;

    public Transcript Read()
    {
        var (preface, headers) = ReadHead();
        if (!headers.Remove("channel", out var channel)) throw Wrong("A transcript names its channel first, as in `channel: sms`.");
        headers.Remove("person", out var person);
        if (headers.Count > 0) throw Wrong($"`{headers.Keys.First()}:` is not known; there are `channel:` and `person:`.");

        var transcript = new Transcript(channel, person);
        foreach (var note in preface) transcript.Preface.Add(note);
        foreach (var line in ReadLines()) transcript.Add(line);
        return transcript;
    }

    private (List<string> Preface, Dictionary<string, string> Headers) ReadHead()
    {
        var preface = new List<string>();
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (Next() is { Length: > 0 } line)
        {
            if (line[0] == '#') preface.Add(line[1..].Trim());
            else if (line.Split(':', 2) is [var name, var value]) headers[name] = value.Trim();
            else throw Wrong("A transcript begins with notes and `name: value` lines, and then an empty line.");
        }
        return (preface, headers);
    }

    private List<TranscriptLine> ReadLines()
    {
        var lines = new List<TranscriptLine>();
        var message = -1;
        while (Next() is { } text)
        {
            if (text.StartsWith("  ", StringComparison.Ordinal) && message >= 0)
                Continue(lines, message, text[2..]);
            else
                lines.Add(LineOf(text));
            if (text.Length > 0) message = lines.Count - 1;
        }
        return lines;
    }

    // Empty lines belong to a message if it goes on after them.
    private static void Continue(List<TranscriptLine> lines, int message, string text)
    {
        var breaks = lines.Count - message;
        lines.RemoveRange(message + 1, breaks - 1);
        lines[message] = lines[message] with { Text = lines[message].Text + new string('\n', breaks) + text };
    }

    private TranscriptLine LineOf(string text)
    {
        if (text.Length == 0) return new TranscriptLine(TranscriptLineKind.Note, "");
        foreach (var (kind, mark) in Marks)
        {
            if (text.StartsWith(mark, StringComparison.Ordinal)) return new TranscriptLine(kind, text[1..].Trim());
        }
        throw Wrong("A line begins with one of > < ! @ ~ # or, to go on, with two spaces.");
    }

    private string? Next()
    {
        _number++;
        return reader.ReadLine();
    }

    private FormatException Wrong(string what) => new($"Line {_number}: {what}");
}
