using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests;

/// <summary>A small world: a real database, a clock that stands still, one bot, one carrier, and the processes that run between them.</summary>
internal sealed class World : IAsyncDisposable
{
    private readonly List<ProcessUnderTest> _processes = [];
    private int _sids;

    private World(TestDatabase database, FakeClock clock) => (Database, Clock) = (database, clock);

    public TestDatabase Database { get; }

    /// <summary>The time that the product goes by.</summary>
    public FakeClock Clock { get; }

    /// <summary>The time that leases go by: a machine's own.</summary>
    public FakeClock MachineClock { get; } = new();

    public EchoBot Bot { get; } = new();

    public FakeCarrier Carrier { get; private init; } = new();

    /// <summary>Everything that is logged, where the world was opened so; otherwise null, which lets EF share what it builds between worlds.</summary>
    public LogCapture? Log { get; private init; }

    /// <summary>The process that works now.</summary>
    public ProcessUnderTest Here { get; private set; } = null!;

    /// <summary>Opens a world with one process that holds every partition.</summary>
    public static async Task<World> OpenAsync(DatabaseProvider provider, FakeClock? clock = null, bool keepsLog = false, string channel = BotFramework.Channels.Sms)
    {
        var world = new World(await PreparedDatabases.CopyAsync(provider), clock ?? new()) { Log = keepsLog ? new() : null, Carrier = new() { Id = channel } };
        world.Here = world.NewProcess();
        await world.Here.Partitions.RenewAsync(CancellationToken.None);
        return world;
    }

    /// <summary>Another process on the same database, which holds nothing yet.</summary>
    public ProcessUnderTest NewProcess()
    {
        var process = new ProcessUnderTest(this);
        _processes.Add(process);
        return process;
    }

    /// <summary>The process dies where it stands: nothing is saved, released or told. Then its successor starts.</summary>
    public async Task DieAndStartAgainAsync()
    {
        Here.Die();
        MachineClock.Advance(Partitions.Lease * 2);
        Here = NewProcess();
        await Here.Partitions.RenewAsync(CancellationToken.None);
    }

    /// <summary>Somebody texts us.</summary>
    public Task<Acceptance> ReceiveAsync(Person from, string text, string? sid = null, string to = Cast.OurNumber) =>
        ReceiveAsync(from.Mobile, text, sid, to);

    public Task<Acceptance> ReceiveAsync(string from, string text, string? sid = null, string to = Cast.OurNumber) =>
        Here.Inbox.AcceptAsync(Message(from, text, sid, to));

    public IncomingMessage Message(string from, string text, string? sid = null, string to = Cast.OurNumber) => new(
        Carrier.Id, sid ?? $"SM-in-{Interlocked.Increment(ref _sids)}", from, to, new Activity(ActivityTypes.Message) { Text = text });

    /// <summary>Takes turns and sends until there is nothing due.</summary>
    public async Task RunAsync()
    {
        bool worked;
        do
        {
            worked = await TakeTurnsAsync() > 0;
            worked |= await DeliverAsync() > 0;
        }
        while (worked);
    }

    /// <summary>Moves the clock on and works through what became due.</summary>
    public async Task RunAfterAsync(TimeSpan time)
    {
        Clock.Advance(time);
        await RunAsync();
    }

    public async Task<int> TakeTurnsAsync()
    {
        var all = 0;
        while (await Here.Turns.TakeDueAsync(CancellationToken.None) is > 0 and var taken) all += taken;
        return all;
    }

    public async Task<int> DeliverAsync()
    {
        var all = 0;
        Clock.Advance(TimeSpan.FromMilliseconds(1));
        while (await Here.Deliveries.StartDueAsync(CancellationToken.None) is > 0 and var started)
        {
            // Time enough for every sender that is not held to have room again.
            Clock.Advance(TimeSpan.FromMilliseconds(1));
            all += started;
            await Here.Deliveries.WhenIdleAsync();
        }
        return all;
    }

    /// <summary>Prepares a message as a feature would, behind everything that the conversation was told before.</summary>
    public Task PrepareAsync(Person person, string text, Speaker speaker = Speaker.Bot, Priority priority = Priority.Reply) => ChangeAsync(async db =>
    {
        var conversation = await ConversationOf(db, person).SingleAsync();
        db.Outbox.Add(new OutboxMessage
        {
            MessageId = Guid.NewGuid(),
            Conversation = conversation,
            Sequence = conversation.Prepared++,
            Partition = conversation.Partition,
            Speaker = speaker,
            Priority = priority,
            SealedActivity = Here.Get<TextVault>().Seal(new Activity(ActivityTypes.Message) { Text = text }, conversation.Key),
            PreparedAt = Clock.GetUtcNow(),
            DueAt = Clock.GetUtcNow(),
        });
        conversation.Version++;
    });

    /// <summary>Gives the floor of somebody's conversation to somebody.</summary>
    public Task GiveFloorAsync(Person person, Floor floor) => ChangeAsync(async db =>
    {
        var conversation = await ConversationOf(db, person).SingleAsync();
        conversation.Floor = floor;
        conversation.Version++;
    });

    public Task<Conversation> ConversationAsync(Person person) => ReadAsync(db => ConversationOf(db, person).Include(c => c.Address!.Mentee).SingleAsync());

    /// <summary>What was prepared for somebody, in order.</summary>
    public Task<List<OutboxMessage>> OutboxOfAsync(Person person) => ReadAsync(async db =>
    {
        var id = (await ConversationOf(db, person).SingleAsync()).Id;
        return await db.Outbox.Where(m => m.ConversationId == id).OrderBy(m => m.Sequence).ToListAsync();
    });

    public Task<List<InboxMessage>> InboxAsync() => ReadAsync(db => db.Inbox.OrderBy(m => m.Id).ToListAsync());

    public Task<List<string>> IncidentsAsync() => ReadAsync(db => db.Incidents.OrderBy(i => i.Id).Select(i => i.Kind + " " + i.Code).ToListAsync());

    private IQueryable<Conversation> ConversationOf(MentorBotDb db, Person person)
    {
        var key = Here.Get<AddressVault>().KeyOf(Carrier.Id, person.Mobile, Cast.OurNumber);
        return db.Conversations.Where(c => c.Key == key);
    }

    /// <summary>What is on somebody's phone, in order.</summary>
    public IReadOnlyList<string> PhoneOf(Person person) => Carrier.On(person.Mobile);

    /// <summary>Reads from the database.</summary>
    public async Task<T> ReadAsync<T>(Func<MentorBotDb, Task<T>> read)
    {
        await using var db = await Here.Contexts.CreateDbContextAsync();
        return await read(db);
    }

    /// <summary>Changes the database behind everybody's back.</summary>
    public async Task ChangeAsync(Func<MentorBotDb, Task> change)
    {
        await using var db = await Here.Contexts.CreateDbContextAsync();
        await change(db);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _processes) await process.DisposeAsync();
        await Database.DisposeAsync();
    }
}
