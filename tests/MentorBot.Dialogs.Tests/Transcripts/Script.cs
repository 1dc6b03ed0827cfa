using System.Runtime.CompilerServices;
using MentorBot.Dialogs.Transcripts;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>A transcript in this folder, and what MentorBot makes of it.</summary>
internal sealed class Script
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");

    private Script(string name, string written, Transcript performed) => (Name, Written, Performed) = (name, written, performed);

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public string Name { get; }

    /// <summary>The file as it stands.</summary>
    public string Written { get; }

    /// <summary>What really happened.</summary>
    public Transcript Performed { get; }

    /// <summary>Everything that was sent.</summary>
    public IEnumerable<string> Said => Performed.Lines.Where(line => line.Kind == TranscriptLineKind.Said).Select(line => line.Text);

    public static async Task<Script> PerformAsync(string name, World world)
    {
        var written = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt"));
        var script = Transcript.Read(new StringReader(written));
        var performed = new Transcript(script.Channel, script.Person);
        foreach (var note in script.Preface) performed.Preface.Add(note);

        var talk = new Talk(world, script.Channel, script.Person, name);
        foreach (var line in script.Lines.Where(line => line.Kind is not (TranscriptLineKind.Said or TranscriptLineKind.Recorded)))
        {
            performed.Add(line);
            await PerformAsync(line, talk);
            foreach (var text in talk.TakeSent()) performed.AddSaid(text);
            foreach (var happened in await talk.TakeRecordedAsync()) performed.AddRecorded(happened.Name, happened.Subject);
        }
        return new Script(name, written, performed);
    }

    /// <summary>What really happened, as a file would say it.</summary>
    public override string ToString()
    {
        using var text = new StringWriter();
        Performed.Save(text);
        return text.ToString();
    }

    /// <summary>Makes the file in the repository what really happened.</summary>
    public void Update() => File.WriteAllText(Path.Combine(SourceFolder(), Name + ".txt"), ToString());

    private static Task PerformAsync(TranscriptLine line, Talk talk) => line switch
    {
        { Kind: TranscriptLineKind.Heard } => talk.HearAsync(line.Text),
        { Wait: { } time } => talk.WaitAsync(time),
        { Kind: TranscriptLineKind.Meanwhile } => talk.MeetAsync(line.Text),
        _ => Task.CompletedTask,
    };

    private static string SourceFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
