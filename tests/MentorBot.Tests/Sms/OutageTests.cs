using System.Net;

namespace MentorBot.Tests.Sms;

public class OutageTests(OutageTests.OwnProgram program) : IClassFixture<OutageTests.OwnProgram>
{
    private readonly Memory _memory = new(program.Folder);

    [Fact]
    public async Task A_text_that_cannot_be_stored_is_not_acknowledged_and_the_carriers_next_try_is_answered_once()
    {
        var amina = Cast.Stranger();
        var sid = program.Signer.NewSid();

        using (_memory.Without("Inbox"))
        {
            using var refused = await program.TextAsync(amina, "hi", sid);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }
        Assert.Equal(0, Stored(sid));

        using var taken = await program.TextAsync(amina, "hi", sid);
        using var next = await program.TextAsync(amina, "1");
        var replies = await program.Twilio.TakenForAsync(amina.Mobile, 2);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.StartsWith("Hello", replies[0].Body, StringComparison.Ordinal);
        Assert.StartsWith("Tip 1 of 12", replies[1].Body, StringComparison.Ordinal);
        Assert.Equal(1, Stored(sid));
    }

    [Fact]
    public async Task A_text_for_which_the_database_takes_too_long_is_not_acknowledged_before_the_carrier_gives_up()
    {
        var amina = Cast.Stranger();
        var sid = program.Signer.NewSid();

        using (_memory.Locked())
        {
            using var refused = await program.TextAsync(amina, "hi", sid);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        // It may have been stored after all, once the lock was gone: then the carrier's next try is a repeat.
        using var taken = await program.TextAsync(amina, "hi", sid);
        using var next = await program.TextAsync(amina, "1");
        var replies = await program.Twilio.TakenForAsync(amina.Mobile, 2);

        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
        Assert.StartsWith("Tip 1 of 12", replies[1].Body, StringComparison.Ordinal);
        Assert.Equal(1, Stored(sid));
    }

    [Fact]
    public async Task A_report_that_cannot_be_stored_is_not_acknowledged()
    {
        var amina = Cast.Stranger();
        using var text = await program.TextAsync(amina, "hi");
        var reply = (await program.Twilio.TakenForAsync(amina.Mobile, 1))[0];

        using (_memory.Without("Outbox"))
        {
            using var refused = await program.Twilio.ReportAsync(program.Http, reply, "delivered");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }
        using var taken = await program.Twilio.ReportAsync(program.Http, reply, "delivered");
        Assert.Equal(HttpStatusCode.NoContent, taken.StatusCode);
    }

    [Fact]
    public async Task The_program_is_not_ready_but_alive_while_its_database_is_away_and_ready_when_it_is_back()
    {
        using (_memory.Without("Inbox"))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/health/ready"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/live"));
        }
        await ReadyAsync();
    }

    [Fact]
    public async Task The_program_is_not_ready_while_nothing_can_be_stored_although_it_can_read_and_tells_the_operator_once_it_can()
    {
        var amina = Cast.Stranger();
        using var text = await program.TextAsync(amina, "hi");
        var reply = (await program.Twilio.TakenForAsync(amina.Mobile, 1))[0];
        await ReadyAsync();
        var told = StorageIncidents();

        using (_memory.Without("Incidents"))
        using (_memory.Without("Outbox"))
        {
            using var refused = await program.Twilio.ReportAsync(program.Http, reply, "delivered");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal("Unhealthy", await program.Http.GetStringOfAsync("/health/ready"));
        }

        // No message comes, and yet.
        await ReadyAsync();
        Assert.Equal(told + 1, StorageIncidents());
    }

    [Fact]
    public async Task The_program_is_not_ready_while_a_write_hangs()
    {
        await ReadyAsync();
        using (_memory.Locked())
        {
            using var refused = await program.TextAsync(Cast.Stranger(), "hi");
            Assert.Equal("Unhealthy", await program.Http.GetStringOfAsync("/health/ready"));
        }
        await ReadyAsync();
    }

    [Fact]
    public async Task Health_says_one_word_and_nothing_of_the_database()
    {
        using (_memory.Without("Inbox"))
            Assert.Equal("Unhealthy", await program.Http.GetStringOfAsync("/health/ready"));
        await ReadyAsync();
        Assert.Equal("Healthy", await program.Http.GetStringOfAsync("/health/ready"));
    }

    private long StorageIncidents() => _memory.Count("SELECT COUNT(*) FROM Incidents WHERE Kind = 'storage.failed' AND Code LIKE 'sqlite-%'");

    // Whatever failed before, it is over within a few seconds.
    private async Task ReadyAsync()
    {
        using var giveUp = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (await StatusAsync("/health/ready") != HttpStatusCode.OK)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, giveUp.Token);
    }

    private async Task<HttpStatusCode> StatusAsync(string path)
    {
        using var answer = await program.Http.GetAsync(path);
        return answer.StatusCode;
    }

    private long Stored(string sid) => _memory.Count("SELECT COUNT(*) FROM Inbox WHERE ProviderMessageId = @sid", ("@sid", sid));

    /// <summary>A program of its own: these tests break its database.</summary>
    public sealed class OwnProgram : TextedProgram;
}
