using MentorBot.BotFramework;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorBot.Mentoring.Tests;

/// <summary>One running MentorBot, put together as the program does it.</summary>
internal sealed class ProcessUnderTest : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public ProcessUnderTest(World world, KeyRing? keys = null)
    {
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<ILoggerFactory>(world.Log is null ? NullLoggerFactory.Instance : new LoggerFactory([world.Log]))
            .AddSingleton<TimeProvider>(world.Clock)
            .AddSingleton<IBot>(world.Bot)
            .AddSingleton<IChannel>(world.Carrier)
            .AddSingleton(new StateTypes())
            .AddMentoring(world.Database.Settings, keys ?? PreparedDatabases.Keys, TimeSpan.FromDays(Retention.MostDays))
            .AddSingleton(provider => new Partitions(provider.GetRequiredService<Writes>(), world.MachineClock))
            .AddSingleton(new MachineClock(world.MachineClock))
            .ConfigureDbContext<SqliteDb>(options => options.AddInterceptors(Faults.Interceptors))
            .ConfigureDbContext<PostgreSqlDb>(options => options.AddInterceptors(Faults.Interceptors));
        _services = services.BuildServiceProvider();
    }

    /// <summary>What goes wrong between this process and the database.</summary>
    public Faults Faults { get; } = new();

    public Inbox Inbox => Get<Inbox>();

    public Turns Turns => Get<Turns>();

    public Outbox Outbox => Get<Outbox>();

    public Deliveries Deliveries => Get<Deliveries>();

    public Partitions Partitions => Get<Partitions>();

    public IDbContextFactory<MentorBotDb> Contexts => Get<IDbContextFactory<MentorBotDb>>();

    public T Get<T>()
        where T : notnull
        => _services.GetRequiredService<T>();

    /// <summary>From now on it reaches nothing, as a dead process does not.</summary>
    public void Die() => Faults.IsAway = true;

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
