using MentorBot.Dialogs.Transcripts;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>Where a transcript is performed: one mentee, with a talk by each channel that it names. What is said by another than hers at the moment is noted under that one.</summary>
internal sealed class Stage(World world, Transcript performed, string name)
{
    private readonly Dictionary<string, Talk> _talks = new(StringComparer.Ordinal);
    private readonly Codes _codes = new();
    private string _channel = performed.Channel;
    private string _noted = performed.Channel;
    private long _lastEvent;

    /// <summary>Does what a line says, and notes it with all that came of it.</summary>
    public async Task PerformAsync(TranscriptLine line)
    {
        if (line.Kind == TranscriptLineKind.Channel)
        {
            _channel = line.Text;
            return;
        }
        if (line.Kind != TranscriptLineKind.Note) GoTo(_channel);
        performed.Add(line);
        await DoAsync(line, TalkBy(_channel));
        // Her own answer first, and then what another talk of hers is told.
        foreach (var (channel, talk) in _talks.OrderBy(talk => talk.Key != _channel)) Note(channel, talk.TakeSent());
        await NoteEventsAsync();
    }

    private Task DoAsync(TranscriptLine line, Talk talk) => line switch
    {
        { Kind: TranscriptLineKind.Heard } => talk.HearAsync(_codes.Real(line.Text)),
        { Wait: { } time } => talk.WaitAsync(time),
        { Kind: TranscriptLineKind.Meanwhile } => talk.MeetAsync(line.Text),
        _ => Task.CompletedTask,
    };

    private Talk TalkBy(string channel)
    {
        if (!_talks.TryGetValue(channel, out var talk)) _talks[channel] = talk = new Talk(world, channel, performed.Person, name);
        return talk;
    }

    private void Note(string channel, IReadOnlyList<string> sent)
    {
        foreach (var text in sent)
        {
            GoTo(channel);
            performed.AddSaid(_codes.Shown(text));
        }
    }

    private void GoTo(string channel)
    {
        if (_noted != channel) performed.AddChannel(channel);
        _noted = channel;
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
