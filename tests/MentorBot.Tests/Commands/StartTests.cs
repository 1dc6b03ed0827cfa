namespace MentorBot.Tests.Commands;

public class StartTests : IDisposable
{
    private static readonly Dictionary<string, string> Development = new(StringComparer.Ordinal) { ["ASPNETCORE_ENVIRONMENT"] = "Development" };

    private readonly ProgramFolder _folder = new();

    [Fact]
    public async Task A_first_start_in_development_needs_no_settings_and_says_where_to_go()
    {
        using var program = await RunningProgram.StartAsFoundAsync(_folder, Development);

        // Each is waited for: what it prints after its ready line may be on its way still.
        await program.Process.LineAsync(line => line.Contains($"{program.Address.ToString().TrimEnd('/')}/try", StringComparison.Ordinal));
        await program.Process.LineAsync(line => line.Contains("No carrier is configured", StringComparison.Ordinal));
        Assert.True(File.Exists(_folder.Database));
    }

    [Fact]
    public async Task It_stops_in_order_when_it_is_told_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");
        using var program = await RunningProgram.StartAsync(_folder, Development);
        Assert.Equal(0, await program.Process.StopAsync());
    }

    [Fact]
    public async Task The_keys_can_be_read_by_their_owner_alone()
    {
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        await MigrateAsync();

        foreach (var kept in new[] { _folder.In("data", "keys"), _folder.In("data", "keys", "address-keys.json") })
        {
            if (!OperatingSystem.IsWindows())
                Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(kept) & Others);
            else
                Assert.Skip("Windows keeps rights in another way.");
        }
    }

    [Fact]
    public async Task A_database_whose_keys_are_gone_stops_the_start_and_says_what_to_restore()
    {
        await MigrateAsync();
        Directory.Delete(_folder.In("data", "keys"), recursive: true);

        await FailsWithAsync("The address keys are not the ones", "MentorBot:Keys:Directory");
    }

    [Fact]
    public async Task Keys_that_cannot_be_read_stop_the_start_and_are_left_as_they_are()
    {
        await MigrateAsync();
        var keys = _folder.In("data", "keys", "address-keys.json");
        await File.WriteAllTextAsync(keys, "{ torn");

        await FailsWithAsync(keys, "is not a key ring", "backup");

        Assert.Equal("{ torn", await File.ReadAllTextAsync(keys));
    }

    [Fact]
    public async Task A_file_where_the_keys_folder_should_be_stops_the_start()
    {
        Directory.CreateDirectory(_folder.In("data"));
        await File.WriteAllTextAsync(_folder.In("data", "keys"), "");

        await FailsWithAsync("a file, a folder or an address cannot be used", _folder.In("data", "keys"));
    }

    [Fact]
    public async Task A_database_file_that_is_none_stops_the_start()
    {
        Directory.CreateDirectory(_folder.In("data"));
        await File.WriteAllTextAsync(_folder.Database, string.Concat(Enumerable.Repeat("This is a letter to my aunt. ", 100)));

        await FailsWithAsync("the file is no SQLite database", "MentorBot:Database:ConnectionString");
    }

    [Fact]
    public async Task A_settings_file_that_is_no_json_stops_the_start_with_file_and_line_and_repeats_nothing()
    {
        await File.WriteAllTextAsync(_folder.In("appsettings.json"), "{\n  s3cret");

        await FailsWithAsync(_folder.In("appsettings.json"), "Line 2 is no JSON");
        await DoesNotSayAsync("s3cret");
    }

    [Fact]
    public async Task A_database_in_a_folder_that_does_not_exist_is_refused_and_the_folder_not_made()
    {
        using var program = ProgramProcess.Start(_folder, Development, "migrate", "--MentorBot:Database:ConnectionString", "Data Source=dtaa/mentorbot.db");

        Assert.Equal(1, await program.ExitCodeAsync());
        Assert.Contains("the folder of its file does not exist", program.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.In("dtaa")));
    }

    [Fact]
    public async Task The_default_database_may_be_named_before_its_folder_is_there()
    {
        using var program = ProgramProcess.Start(_folder, Development, "migrate", "--MentorBot:Database:ConnectionString", "Data Source=data/mentorbot.db");
        Assert.Equal(0, await program.ExitCodeAsync());
    }

    [Fact]
    public async Task An_https_address_without_a_certificate_stops_the_start_and_says_what_to_write()
    {
        // No developer's certificate from whoever runs the tests.
        var settings = new Dictionary<string, string>(StringComparer.Ordinal) { ["HOME"] = _folder.Path, ["DOTNET_CLI_HOME"] = _folder.Path };

        using var program = ProgramProcess.Start(_folder, settings, "--urls", "https://127.0.0.1:0");

        Assert.Equal(1, await program.ExitCodeAsync());
        Assert.Contains("https needs a certificate", program.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_file_does_not_start_until_the_first_is_gone_however_it_went()
    {
        using (await RunningProgram.StartAsync(_folder, Development))
            await FailsWithAsync("Another MentorBot serves from", _folder.Database);

        using var after = await RunningProgram.StartAsync(_folder, Development);
        Assert.NotNull(after.Address);
    }

    [Fact]
    public async Task An_address_that_another_program_listens_on_stops_the_start_without_a_stack_of_calls()
    {
        using var first = await RunningProgram.StartAsync(_folder, Development);
        using var elsewhere = new ProgramFolder();

        using var second = ProgramProcess.Start(elsewhere, Development, "--urls", first.Address.ToString());

        Assert.Equal(1, await second.ExitCodeAsync());
        Assert.Contains("an address cannot be used", second.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_word_or_course_that_is_broken_stops_the_start_with_its_file_and_line()
    {
        using var copy = new ProgramCopy();
        var course = Directory.GetFiles(Path.Combine(copy.Path, "dialogs", "courses"), "en.md", SearchOption.AllDirectories)[0];
        await File.WriteAllTextAsync(course, (await File.ReadAllTextAsync(course)).Replace("Try: Take a photo.", "Take a photo.", StringComparison.Ordinal));

        using var program = ProgramProcess.StartFrom(copy.Path, _folder, Development, "--urls", "http://127.0.0.1:0");

        Assert.Equal(1, await program.ExitCodeAsync());
        Assert.Matches(@"dialogs/courses/[a-z-]+/en\.md:\d+: .+", program.Output);
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Dispose();
    }

    private async Task MigrateAsync()
    {
        using var program = ProgramProcess.Start(_folder, Development, "migrate");
        Assert.Equal(0, await program.ExitCodeAsync());
    }

    private async Task DoesNotSayAsync(string secret)
    {
        using var program = ProgramProcess.Start(_folder, Development, "migrate");
        Assert.Equal(1, await program.ExitCodeAsync());
        Assert.DoesNotContain(secret, program.Output, StringComparison.Ordinal);
    }

    private async Task FailsWithAsync(params string[] says)
    {
        using var program = ProgramProcess.Start(_folder, Development, "--urls", "http://127.0.0.1:0");
        Assert.Equal(1, await program.ExitCodeAsync());
        Assert.All(says, words => Assert.Contains(words, program.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", program.Output, StringComparison.Ordinal);
    }

    /// <summary>A copy of the program whose words can be broken.</summary>
    private sealed class ProgramCopy : IDisposable
    {
        public ProgramCopy()
        {
            foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(AppContext.BaseDirectory, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("mentorbot-copy-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
