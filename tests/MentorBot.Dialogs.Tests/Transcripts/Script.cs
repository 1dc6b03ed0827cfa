using System.Runtime.CompilerServices;
using MentorBot.Dialogs.Transcripts;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>A transcript in this folder, and what MentorBot makes of it.</summary>
internal sealed class Script
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Transcripts");
    private static readonly Dictionary<string, Lazy<Task<Script>>> Performances =
        Names.ToDictionary(name => name, name => new Lazy<Task<Script>>(() => PerformAsync(name)), StringComparer.Ordinal);

    private Script(string name, string written, Transcript transcript) => (Name, Written, Performed) = (name, written, transcript);

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder, "*.txt").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal);

    public string Name { get; }

    /// <summary>The file as it stands.</summary>
    public string Written { get; }

    /// <summary>What really happened.</summary>
    public Transcript Performed { get; }

    /// <summary>Everything that was sent to anybody, by channel.</summary>
    public IEnumerable<string> Said => Performed.Lines.Where(line => line.Kind == TranscriptLineKind.Said).Select(line => line.Text);

    /// <summary>A script, performed once however many tests look at it.</summary>
    public static Task<Script> OfAsync(string name) => Performances[name].Value;

    public static Task<Script[]> AllAsync() => Task.WhenAll(Names.Select(OfAsync));

    public override string ToString()
    {
        using var text = new StringWriter();
        Performed.Save(text);
        return text.ToString();
    }

    /// <summary>Makes the file in the repository what really happened.</summary>
    public void Update() => File.WriteAllText(Path.Combine(SourceFolder(), Name + ".txt"), ToString());

    private static async Task<Script> PerformAsync(string name)
    {
        var written = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt"));
        var script = Transcript.Read(new StringReader(written));
        var performed = new Transcript(script.Channel, script.Person);
        foreach (var note in script.Preface) performed.Preface.Add(note);

        await using var stage = await Stage.SetAsync(script.Channel, script.Person);
        foreach (var line in script.Lines.Where(line => line.Kind is not (TranscriptLineKind.Said or TranscriptLineKind.Recorded)))
        {
            performed.Add(line);
            await PerformAsync(line, stage);
            foreach (var text in stage.TakeSent()) performed.AddSaid(text);
            foreach (var (happened, subject) in await stage.TakeRecordedAsync()) performed.AddRecorded(happened, subject);
        }
        return new Script(name, written, performed);
    }

    private static Task PerformAsync(TranscriptLine line, Stage stage) => line switch
    {
        { Kind: TranscriptLineKind.Heard } => stage.HearAsync(line.Text),
        { Wait: { } time } => stage.WaitAsync(time),
        { Kind: TranscriptLineKind.Meanwhile } => stage.MeetAsync(line.Text),
        _ => Task.CompletedTask,
    };

    private static string SourceFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
