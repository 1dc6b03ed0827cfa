using System.Runtime.CompilerServices;
using MentorBot.Dialogs.Linking;
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

    /// <summary>What of it was sent by one channel.</summary>
    public IEnumerable<string> SaidBy(string channel)
    {
        var current = Performed.Channel;
        foreach (var line in Performed.Lines)
        {
            if (line.Kind == TranscriptLineKind.Channel) current = Speaker.Of(line.Text).Channel;
            if (line.Kind == TranscriptLineKind.Said && current == channel) yield return line.Text;
        }
    }

    public static async Task<Script> PerformAsync(string name, World world)
    {
        var written = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".txt"));
        var script = Transcript.Read(new StringReader(written));
        var performed = new Transcript(script.Channel, script.Person);
        foreach (var note in script.Preface) performed.Preface.Add(note);

        world.Get<TelegramLink>().BotName = null;
        var stage = new Stage(world, performed, name);
        if (Scheme.IsIn(script)) await stage.BeginSchemeAsync();
        foreach (var line in script.Lines.Where(line => line.Kind is not (TranscriptLineKind.Said or TranscriptLineKind.Recorded)))
            await stage.PerformAsync(line);
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

    private static string SourceFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}
