using MentorBot.Mentoring.Privacy;

namespace MentorBot.Mentoring.Tests.Privacy;

public sealed class KeyFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentorbot-keys-");

    private string Keys => Path.Combine(_folder.FullName, "keys");

    private string TheFile => Path.Combine(Keys, KeyFile.Name);

    [Fact]
    public void The_first_start_makes_a_ring_and_the_next_reads_it()
    {
        var made = KeyFile.ReadOrCreate(Keys);

        Assert.Equal(made.Fingerprint(), KeyFile.ReadOrCreate(Keys).Fingerprint());
    }

    [Fact]
    public void Only_its_owner_may_read_it()
    {
        KeyFile.ReadOrCreate(Keys);
        if (OperatingSystem.IsWindows()) return; // It has no modes: the folder's access list protects the file there.

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(TheFile));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Keys));
    }

    [Fact]
    public void A_new_key_is_written_over_the_old_ring_whole()
    {
        var ring = KeyFile.ReadOrCreate(Keys);
        KeyFile.Write(TheFile, ring.WithNewKey());

        Assert.Equal(ring.NewestId + 1, KeyFile.ReadOrCreate(Keys).NewestId);
        Assert.Equal(ring.Fingerprint(), KeyFile.ReadOrCreate(Keys).Fingerprint());
        Assert.Single(Directory.GetFiles(Keys));
    }

    [Fact]
    public void Processes_that_start_at_once_all_have_the_same_ring()
    {
        using var start = new Barrier(participantCount: 4);
        for (var round = 0; round < 50; round++)
        {
            var folder = Path.Combine(Keys, $"{round}");
            var rings = new string[start.ParticipantCount];
            var processes = Enumerable.Range(0, rings.Length).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                rings[i] = Convert.ToHexString(KeyFile.ReadOrCreate(folder).Fingerprint());
            })).ToList();
            processes.ForEach(process => process.Start());
            processes.ForEach(process => process.Join());

            Assert.Single(rings.Distinct(StringComparer.Ordinal));
            Assert.Single(Directory.GetFiles(folder));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"LookUpKey\":\"????\",\"SealingKeys\":{}}")]
    [InlineData("{\"LookUpKey\":\"AAAA\",\"SealingKeys\":{\"1\":\"AAAA\"}}")]
    public void A_file_that_is_no_ring_stops_the_start_and_is_left_as_it_is(string content)
    {
        Directory.CreateDirectory(Keys);
        File.WriteAllText(TheFile, content);

        var error = Assert.Throws<InvalidDataException>(() => KeyFile.ReadOrCreate(Keys));

        Assert.Contains(TheFile, error.Message, StringComparison.Ordinal);
        Assert.Equal(content, File.ReadAllText(TheFile));
    }

    [Fact]
    public void Where_no_lock_can_be_made_nobody_waits_for_one()
    {
        Directory.CreateDirectory(Path.Combine(Keys, $"{KeyFile.Name}.lock"));

        var error = Assert.Throws<InvalidDataException>(() => KeyFile.ReadOrCreate(Keys));

        Assert.Contains("the right to write there", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_leads_nowhere_is_not_taken_for_another_process()
    {
        if (OperatingSystem.IsWindows()) return; // Only an administrator makes links there.
        var path = Path.Combine(Directory.CreateDirectory(Keys).FullName, $"{KeyFile.Name}.lock");
        File.CreateSymbolicLink(path, path);

        var error = Assert.Throws<InvalidDataException>(() => KeyFile.ReadOrCreate(Keys));

        Assert.IsType<IOException>(error.InnerException);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
