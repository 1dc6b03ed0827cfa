namespace MentorBot.Dialogs.Transcripts;

/// <summary>A talk, written so that anybody can read it: a text file, tested against what MentorBot really says.</summary>
/// <remarks>
/// It may begin with a note (<c># title</c>) and with <c>channel: sms</c> and <c>person: Bron</c>. A message of several lines goes on on lines that
/// begin with two spaces. Somebody who writes from several places has <c>@ telegram</c> where she goes on there.
/// </remarks>
/// <param name="channel">The Bot Framework's id of the channel, such as <c>sms</c>.</param>
/// <param name="person">Who talks, if it matters; in tests, a name of the cast.</param>
public sealed class Transcript(string channel, string? person = null)
{
    private readonly List<TranscriptLine> _lines = [];

    /// <summary>The channel it went by, at first.</summary>
    public string Channel => channel;

    /// <summary>Who talked, if it matters.</summary>
    public string? Person => person;

    /// <summary>What happened, in order.</summary>
    public IReadOnlyList<TranscriptLine> Lines => _lines;

    /// <summary>Notes above everything else, each a line without its <c>#</c>.</summary>
    public IList<string> Preface { get; } = [];

    /// <summary>Reads a transcript.</summary>
    /// <exception cref="FormatException">A line is none of a transcript's; the message names it by its number.</exception>
    public static Transcript Read(TextReader reader) => new TranscriptReader(reader).Read();

    /// <summary>The mentee sent this.</summary>
    public void AddHeard(string text) => Add(new TranscriptLine(TranscriptLineKind.Heard, text));

    /// <summary>This was sent to her.</summary>
    public void AddSaid(string text) => Add(new TranscriptLine(TranscriptLineKind.Said, text));

    /// <summary>This was recorded.</summary>
    /// <param name="name">The event, such as <c>tip.sent</c>.</param>
    /// <param name="subject">Its subject, if it has one.</param>
    public void AddRecorded(string name, string? subject = null) =>
        Add(new TranscriptLine(TranscriptLineKind.Recorded, subject is null ? name : $"{name} {subject}"));

    /// <summary>What comes next was said and heard by this channel.</summary>
    public void AddChannel(string id) => Add(new TranscriptLine(TranscriptLineKind.Channel, id));

    /// <summary>This happened.</summary>
    public void Add(TranscriptLine line) => _lines.Add(line);

    /// <summary>Writes it, as <see cref="Read"/> reads it.</summary>
    public void Save(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (var note in Preface) Write(writer, TranscriptReader.Marks[TranscriptLineKind.Note], note);
        Write(writer, "channel:", channel);
        if (person is not null) Write(writer, "person:", person);
        Write(writer, "", "");
        foreach (var line in _lines)
            Write(writer, line is { Kind: TranscriptLineKind.Note, Text: "" } ? "" : TranscriptReader.Marks[line.Kind], line.Text);
    }

    private static void Write(TextWriter writer, string mark, string text)
    {
        foreach (var (index, line) in text.Split('\n').Index()) writer.Write($"{(index == 0 ? mark : " ")} {line}".TrimEnd() + "\n");
    }
}
