namespace MentorBot.Tests.Commands;

public class CommandTests : IDisposable
{
    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task Check_finds_nothing_wrong_in_our_own_words_and_courses()
    {
        var (exitCode, output) = await RunAsync("check");
        Assert.Contains("All words and courses are in order.", output, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
    }

    [Fact]
    public async Task Check_names_the_file_and_line_of_what_is_wrong_in_the_folder_that_it_was_given()
    {
        var copy = CopyOfDialogs();
        var words = Path.Combine(copy, "Welcome", "words.en.yaml");
        await File.AppendAllTextAsync(words, "\nfarewell: Bye {nobody}\n");

        var (exitCode, output) = await RunAsync("check", copy);

        Assert.Equal(1, exitCode);
        Assert.Matches(@"dialogs/Welcome/words\.en\.yaml:\d+: .*\{nobody\}", output);
        Assert.Contains("to mend", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_finds_a_file_that_is_no_yaml_at_all()
    {
        var copy = CopyOfDialogs();
        await File.WriteAllTextAsync(Path.Combine(copy, "Menu", "words.en.yaml"), "ask: [\n");

        var (exitCode, output) = await RunAsync("check", copy);

        Assert.Equal(1, exitCode);
        Assert.Matches(@"dialogs/Menu/words\.en\.yaml:\d+: ", output);
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_says_so_when_there_is_no_such_folder()
    {
        var (exitCode, output) = await RunAsync("check", "nowhere");
        Assert.Equal(1, exitCode);
        Assert.Contains("There is no folder nowhere", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Migrate_makes_the_database_and_doing_it_again_changes_nothing()
    {
        for (var i = 0; i < 2; i++)
        {
            var (exitCode, output) = await RunAsync("migrate");
            Assert.Equal(0, exitCode);
            Assert.Contains("The database is up to date.", output, StringComparison.Ordinal);
        }
        Assert.Equal(1, new Memory(_folder).Count("SELECT COUNT(*) FROM Schemes"));
    }

    [Fact]
    public async Task A_command_takes_settings_from_the_command_line()
    {
        var (exitCode, output) = await RunAsync("migrate", "--MentorBot:Database:ConnectionString", "Data Source=elsewhere.db");
        Assert.Equal(0, exitCode);
        Assert.True(File.Exists(_folder.In("elsewhere.db")), output);
    }

    [Fact]
    public async Task Incidents_in_a_folder_without_a_database_says_so_and_makes_nothing_there()
    {
        var (exitCode, output) = await RunAsync("incidents");
        Assert.Equal(1, exitCode);
        Assert.Contains("There is no database", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing went wrong", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Incidents_lists_a_carrier_that_refused_our_password_by_code_and_never_by_number()
    {
        await using var twilio = await FakeTwilio.StartAsync();
        twilio.NextAnswers(FakeAnswer.Refuse(401, 20003));
        var settings = TextedProgram.SettingsFor(twilio).AsReadOnly();
        using (var program = await RunningProgram.StartAsync(_folder, settings))
        {
            using var text = TextedProgram.SignerFor(twilio).Text(Cast.Amina.Mobile, Cast.OurNumber, "hi");
            using var answer = await program.Http.SendAsync(text);
            await twilio.ArrivalAsync();
            await program.Process.LineAsync(line => line.Contains("20003", StringComparison.Ordinal));
            Assert.Equal(0, await program.Process.StopAsync());
        }

        using var incidents = ProgramProcess.Start(_folder, settings, "incidents");
        Assert.Equal(0, await incidents.ExitCodeAsync());
        Assert.Matches(@"sender\.held\s+outbox \d+\s+20003", incidents.Output);
        Assert.False(Cast.GivesAwayANumber(incidents.Output), incidents.Output);
    }

    [Fact]
    public async Task Help_lists_every_command()
    {
        var (exitCode, output) = await RunAsync("--help");
        Assert.Equal(0, exitCode);
        Assert.All(["chat", "check", "migrate", "incidents"], command => Assert.Contains(command, output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("chekc")]
    [InlineData("serve")]
    [InlineData("--urls=http://127.0.0.1:0", "chekc")]
    public async Task A_command_that_does_not_exist_is_said_so_instead_of_serving(params string[] arguments)
    {
        var (exitCode, output) = await RunAsync(arguments);
        Assert.Equal(1, exitCode);
        Assert.Contains($"There is no command '{arguments[^1]}'", output, StringComparison.Ordinal);
        Assert.Contains("check", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invite_prints_a_code_that_is_not_in_the_database()
    {
        await RunAsync("migrate");
        var (exitCode, output) = await RunAsync("invite", "Sam");

        Assert.Equal(0, exitCode);
        Assert.Matches("JOIN [2-9A-HJKMNP-TV-Z]{8}", output);
        Assert.Equal(1, new Memory(_folder).Count("SELECT COUNT(*) FROM Invitations WHERE Name = 'Sam' AND UsedAt IS NULL"));
        var code = System.Text.Encoding.ASCII.GetBytes(output[(output.IndexOf("JOIN ", StringComparison.Ordinal) + 5)..][..8]);
        Assert.DoesNotContain(new Memory(_folder).Files(), file => file.AsSpan().IndexOf(code) >= 0);
    }

    [Theory]
    [InlineData("is no name", "invite", "07700 900123")]
    [InlineData("There is no scheme 99. There are: 1 (Digital mentors)", "invite", "Sam", "--scheme", "99")]
    public async Task Invite_says_why_it_cannot(string why, params string[] command)
    {
        await RunAsync("migrate");
        var (exitCode, output) = await RunAsync(command);

        Assert.Equal(1, exitCode);
        Assert.Contains(why, output, StringComparison.Ordinal);
        Assert.Equal(0, new Memory(_folder).Count("SELECT COUNT(*) FROM Invitations"));
    }

    [Fact]
    public async Task Invite_where_there_is_no_database_makes_none()
    {
        var (exitCode, output) = await RunAsync("invite", "Sam");
        Assert.Equal(1, exitCode);
        Assert.Contains("There is no database", output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    private async Task<(int ExitCode, string Output)> RunAsync(params string[] arguments)
    {
        using var program = ProgramProcess.Start(_folder, new Dictionary<string, string>(StringComparer.Ordinal), arguments);
        return (await program.ExitCodeAsync(), program.Output);
    }

    private string CopyOfDialogs()
    {
        var original = Path.Combine(AppContext.BaseDirectory, "dialogs");
        var copy = _folder.In("dialogs-copy");
        foreach (var file in Directory.EnumerateFiles(original, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return copy;
    }
}
