using MentorBot.Dialogs.Transcripts;

namespace MentorBot.Tests.Commands;

public class ChatTests : IDisposable
{
    private const string ControlC = "\x03";

    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task Piped_lines_are_answered_one_by_one_with_what_each_answer_costs()
    {
        var (exitCode, output) = await ChatAsync("hi\n1\nMORE\n");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"(?s)^> hi\nHello, I'm MentorBot.*\(\d segments?\).*> 1\nTip 1 of 12.*> MORE\nTip 2 of 12", output);
    }

    [Fact]
    public async Task It_ends_with_its_input_even_if_that_is_empty_or_its_last_line_has_no_end()
    {
        Assert.Equal(0, (await ChatAsync("")).ExitCode);
        Assert.Contains("Hello, I'm MentorBot", (await ChatAsync("hi")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_is_kept_as_a_transcript_that_can_be_read_again()
    {
        var file = _folder.In("talk.txt");

        var (exitCode, _) = await ChatAsync("hi\n1\n/clock 2.01:00:00\nMORE\n[photo]\n", "--save", file);

        Assert.Equal(0, exitCode);
        using var reader = new StreamReader(file);
        var transcript = Transcript.Read(reader);
        Assert.Equal("sms", transcript.Channel);
        Assert.Equal(["hi", "1", "MORE", "[photo]"], Of(transcript, TranscriptLineKind.Heard));
        Assert.Equal(["wait 2 days", "wait 1 hour"], Of(transcript, TranscriptLineKind.Meanwhile));
        Assert.Contains("mentee.joined", Of(transcript, TranscriptLineKind.Recorded));
        Assert.Contains(Of(transcript, TranscriptLineKind.Said), said => said.StartsWith("Tip 2 of 12", StringComparison.Ordinal) && said.Contains('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_talk_can_be_kept_halfway_and_goes_on()
    {
        var file = _folder.In("half.txt");

        var (_, output) = await ChatAsync($"hi\n/save {file}\n1\n");

        using var reader = new StreamReader(file);
        Assert.Equal(["hi"], Of(Transcript.Read(reader), TranscriptLineKind.Heard));
        Assert.Contains("Tip 1 of 12", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_talk_that_cannot_be_kept_is_said_so()
    {
        var (exitCode, output) = await ChatAsync("hi\n", "--save", _folder.In("no", "such", "folder.txt"));
        Assert.Equal(1, exitCode);
        Assert.Contains("Not kept", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_web_chat_shows_buttons_and_costs_no_segments()
    {
        var (_, output) = await ChatAsync("hi\n", "--channel", "webchat");
        Assert.Contains("[A tip to try]", output, StringComparison.Ordinal);
        Assert.DoesNotContain("segment", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Welsh_is_spoken_on_demand()
    {
        var (_, output) = await ChatAsync("1\n", "--language", "cy");
        Assert.Contains("Awgrym 1 o 12", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1.00:00:00")]
    public async Task A_clock_that_cannot_be_moved_so_says_what_to_write(string advance)
    {
        var (exitCode, output) = await ChatAsync($"/clock {advance}\n");
        Assert.Equal(0, exitCode);
        Assert.Contains("/clock 2.00:00:00", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/clock", "/clock 2.00:00:00")]
    [InlineData("/clock ", "/clock 2.00:00:00")]
    [InlineData("/save", "/save talk.txt")]
    [InlineData("/save ", "/save talk.txt")]
    [InlineData("/cloak 1.00:00:00", "There is no command /cloak")]
    [InlineData("/", "There is no command /.")]
    public async Task A_command_that_is_unfinished_or_unknown_is_said_so_and_not_taken_for_a_mentees_words(string typed, string says)
    {
        var (exitCode, output) = await ChatAsync($"{typed}\n");
        Assert.Equal(0, exitCode);
        Assert.Contains(says, output, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_ends_in_order_at_once_when_it_is_told_to_while_it_waits_for_a_line()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var program = ProgramProcess.Start(_folder, Settings, "chat", "--language", "cy");
        await program.LineAsync(line => line.Contains("> CYMRAEG", StringComparison.Ordinal));

        Assert.Equal(0, await program.StopAsync());

        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task Control_C_ends_it_at_once_in_a_terminal_and_leaves_nothing_behind()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(ProgramProcess.TerminalMaker), "A pseudo terminal is made by util-linux' script, which is not here.");
        using var program = ProgramProcess.StartInTerminal(_folder, Settings, "chat");
        await ScreenEndsAsync("> ");
        await program.PressAsync("hi there");
        await ScreenEndsAsync("> hi there");

        await program.PressAsync(ControlC);

        Assert.Equal(0, await program.ExitCodeAsync());
        Assert.Equal(["terminal"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_channel_that_there_is_not_is_refused()
    {
        var (exitCode, output) = await ChatAsync("", "--channel", "pigeon");
        Assert.Equal(1, exitCode);
        Assert.Contains("pigeon", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leaves_nothing_behind()
    {
        var (_, output) = await ChatAsync("hi\n", "--save", "talk.txt");
        Assert.Contains("Hello", output, StringComparison.Ordinal);
        Assert.Equal(["talk.txt"], Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    private async Task ScreenEndsAsync(string with)
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (!File.Exists(_folder.In("terminal")) || !(await File.ReadAllTextAsync(_folder.In("terminal"))).EndsWith(with, StringComparison.Ordinal))
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }

    // Its temporary files too go where this test can see them.
    private Dictionary<string, string> Settings => new(StringComparer.Ordinal) { ["TMPDIR"] = _folder.Path };

    private async Task<(int ExitCode, string Output)> ChatAsync(string typed, params string[] options)
    {
        using var program = ProgramProcess.Start(_folder, Settings, ["chat", .. options]);
        await program.TypeAsync(typed);
        return (await program.ExitCodeAsync(), program.Output);
    }

    private static IEnumerable<string> Of(Transcript transcript, TranscriptLineKind kind) => transcript.Lines.Where(l => l.Kind == kind).Select(l => l.Text);
}
