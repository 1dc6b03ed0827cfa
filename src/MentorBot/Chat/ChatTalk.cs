using MentorBot.BotFramework;
using MentorBot.Channels.Sms;
using MentorBot.Dialogs.Transcripts;
using MentorBot.Try;
using Transcript = MentorBot.Dialogs.Transcripts.Transcript;

namespace MentorBot.Chat;

/// <summary>A talk in the terminal: shows it, and keeps it as a transcript.</summary>
/// <param name="room">Where it is held.</param>
/// <param name="transcript">What keeps it.</param>
/// <param name="screen">What shows it.</param>
internal sealed class ChatTalk(ChatRoom room, Transcript transcript, ChatScreen screen)
{
    private const string Clock = "/clock";
    private const string Keep = "/save";
    private const string Photo = "[photo]";

    private static readonly (string Name, TimeSpan Length)[] Units =
        [("day", TimeSpan.FromDays(1)), ("hour", TimeSpan.FromHours(1)), ("minute", TimeSpan.FromMinutes(1)), ("second", TimeSpan.FromSeconds(1))];

    /// <summary>Takes a line: what the mentee says, <c>[photo]</c> for a picture, or one of our own two commands. A slash begins a command, and is never said.</summary>
    public Task TakeAsync(string line) => line.Split(' ', 2, StringSplitOptions.TrimEntries) switch
    {
        [Clock, .. var advance] => MoveClockAsync(string.Concat(advance)),
        [Keep, { Length: > 0 } file] => Task.Run(() => Save(file)),
        [Keep, ..] => SayAsync("Write which file to keep the talk in: /save talk.txt"),
        [['/', ..] other, ..] => SayAsync($"There is no command {other}. Write {Clock} 2.00:00:00 or {Keep} talk.txt, or a space before the slash to say it."),
        _ => HearAsync(line),
    };

    /// <summary>Writes the talk so far into a file.</summary>
    /// <returns>Whether it could be written.</returns>
    public bool Save(string file)
    {
        try
        {
            using var writer = new StreamWriter(file);
            transcript.Save(writer);
            screen.Remark($"Kept in {file}");
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            screen.Remark($"Not kept: {error.Message}");
            return false;
        }
    }

    private Task SayAsync(string remark)
    {
        screen.Remark(remark);
        return Task.CompletedTask;
    }

    private async Task HearAsync(string text)
    {
        transcript.AddHeard(text);
        await room.HearAsync(text == Photo
            ? MessageFactory.Attachment(new Attachment { ContentType = "image/jpeg", ContentUrl = "https://provider.example/photo" })
            : MessageFactory.Text(text));
        await ShowAsync();
    }

    private async Task MoveClockAsync(string advance)
    {
        if (TryClock.Read(advance) is not { } by || !await room.TryAdvanceAsync(by))
        {
            screen.Remark("Write how far to move the clock on, as days.hours:minutes:seconds, at most 366 days: /clock 2.00:00:00");
            return;
        }

        foreach (var wait in Waits(by)) transcript.Add(new TranscriptLine(TranscriptLineKind.Meanwhile, wait));
        screen.Remark($"The clock was moved on by {by}.");
        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        foreach (var sent in room.TakeSent())
        {
            var words = Words(sent);
            transcript.AddSaid(words);
            screen.Say(words, transcript.Channel == BotFramework.Channels.Sms ? SmsText.Measure(sent.Text ?? "").Segments : null);
        }
        foreach (var recorded in await room.TakeRecordedAsync())
        {
            transcript.AddRecorded(recorded.Name, recorded.Subject);
            screen.Remark($"! {recorded.Name} {recorded.Subject}".TrimEnd());
        }
    }

    private static string Words(Activity sent) =>
        string.Join('\n', [sent.Text ?? "", .. sent.SuggestedActions?.Actions?.Select(action => $"[{action.Title}]") ?? []]);

    /// <summary>The waits that a transcript can tell, the longest first: <c>wait 2 days</c>, <c>wait 1 hour</c>.</summary>
    private static IEnumerable<string> Waits(TimeSpan time)
    {
        foreach (var (name, length) in Units)
        {
            var count = (long)(time / length);
            time -= count * length;
            if (count > 0) yield return $"wait {count} {name}{(count == 1 ? "" : "s")}";
        }
    }
}
