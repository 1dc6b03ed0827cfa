using MentorBot.Dialogs.Transcripts;
using MentorBot.Testing;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>Where a transcript is performed: one mentee, with a talk by each channel that it names, and whoever else of the cast it names. What is said to another than the one who wrote is noted under that one.</summary>
internal sealed class Stage(World world, Transcript performed, string name)
{
    private const string ItIsMonday = "it is Monday, 9 in the morning";

    private readonly Dictionary<string, Talk> _talks = new(StringComparer.Ordinal);
    private readonly Codes _codes = new();
    private readonly Nicknames _nicknames = new();
    private readonly Dates _dates = new();
    private Scheme? _scheme;
    private string _speaker = performed.Channel;
    private string _noted = performed.Channel;
    private long _lastEvent;

    /// <summary>Gives the transcript a scheme of its own, which may have mentors.</summary>
    public async Task BeginSchemeAsync()
    {
        _scheme = new Scheme(world, name);
        await _scheme.BeginAsync();
    }

    /// <summary>Does what a line says, and notes it with all that came of it.</summary>
    public async Task PerformAsync(TranscriptLine line)
    {
        if (line.Kind == TranscriptLineKind.Channel)
        {
            _speaker = line.Text;
            return;
        }
        if (line.Kind != TranscriptLineKind.Note) GoTo(_speaker);
        performed.Add(line);
        await DoAsync(line);
        // The answer to who wrote first, and then what the others are told.
        var sent = _talks.OrderBy(talk => talk.Key != _speaker).Select(talk => (Speaker: talk.Key, Texts: talk.Value.TakeSent())).ToList();
        var all = string.Join('\n', sent.SelectMany(one => one.Texts));
        foreach (var (speaker, talk) in _talks) Meet(speaker, await talk.AliasAsync(), all);
        foreach (var (speaker, texts) in sent) Note(speaker, texts);
        await NoteEventsAsync();
    }

    // A mentor has a nickname only where somebody speaks of him.
    private void Meet(string speaker, string? alias, string said)
    {
        var isMentor = _scheme?.Invited.Contains(Speaker.Of(speaker).Person) == true;
        if (!isMentor || (alias is not null && said.Contains(alias, StringComparison.Ordinal))) _nicknames.Meet(alias);
    }

    private async Task DoAsync(TranscriptLine line)
    {
        if (line.Kind == TranscriptLineKind.Heard) await TalkOf(_speaker).HearAsync(_codes.Real(line.Text).Replace("[code]", _scheme?.Code, StringComparison.Ordinal));
        else if (line is { Kind: TranscriptLineKind.Meanwhile, Text: ItIsMonday }) _dates.Begin = await TalkOf(_speaker).WaitForMondayAsync();
        else if (line.Wait is { } time) await TalkOf(_speaker).WaitAsync(time);
        else if (line.Kind == TranscriptLineKind.Meanwhile && Scheme.NewMentorIn(line.Text) is { } mentor) await MakeMentorAsync(mentor);
        else if (line.Kind == TranscriptLineKind.Meanwhile && Scheme.IsDutyKnown(line.Text)) await SetDutyAsync(line.Text);
        else if (line.Kind == TranscriptLineKind.Meanwhile && !(_scheme is not null && await _scheme.MeetAsync(line.Text))) await TalkOf(_speaker).MeetAsync(line.Text);
    }

    /// <summary>How he became one is another transcript's story.</summary>
    private async Task MakeMentorAsync(string speaker)
    {
        var talk = TalkOf(speaker);
        await talk.HearAsync($"JOIN {await _scheme!.InviteAsync(Speaker.Of(speaker).Person!)}");
        talk.TakeSent();
        foreach (var happened in await world.EventsAsync(await talk.MenteesAsync(), _lastEvent)) _lastEvent = happened.Id;
    }

    /// <summary>What he is told of it is another transcript's story.</summary>
    private async Task SetDutyAsync(string line)
    {
        await _scheme!.MeetAsync(line);
        foreach (var talk in _talks.Values) talk.TakeSent();
    }

    private Talk TalkOf(string label)
    {
        if (_talks.TryGetValue(label, out var talk)) return talk;
        var speaker = Speaker.Of(label);
        return _talks[label] = new Talk(world, speaker with { Person = speaker.Person ?? performed.Person }, name, _scheme?.OurNumber ?? Cast.OurNumber);
    }

    private void Note(string speaker, IReadOnlyList<string> sent)
    {
        foreach (var text in sent)
        {
            GoTo(speaker);
            performed.AddSaid(_dates.Shown(_nicknames.Shown(_codes.Shown(text))));
        }
    }

    private void GoTo(string speaker)
    {
        if (_noted != speaker) performed.AddChannel(speaker);
        _noted = speaker;
    }

    private async Task NoteEventsAsync()
    {
        var mentees = new List<long>();
        foreach (var talk in _talks.Values) mentees.AddRange(await talk.MenteesAsync());
        foreach (var happened in await world.EventsAsync(mentees, _lastEvent))
        {
            performed.AddRecorded(happened.Name, happened.Subject);
            _lastEvent = happened.Id;
        }
    }
}
