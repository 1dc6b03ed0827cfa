using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Messages;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Messages;

public sealed class ReportsTests
{
    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);

    [Theory, EachDatabase]
    public async Task Statuses_only_move_up(DatabaseProvider database)
    {
        await using var world = await AnsweredAsync(database);

        foreach (var status in new[] { DeliveryStatus.Sending, DeliveryStatus.Delivered, DeliveryStatus.Sent }) await ReportAsync(world, status);

        var message = await MessageAsync(world);
        Assert.Equal((DeliveryStatus.Delivered, OutboxState.Accepted), (message.Status, message.State));
    }

    [Theory, EachDatabase]
    public async Task A_repeated_report_changes_nothing(DatabaseProvider database)
    {
        await using var world = await AnsweredAsync(database);
        await ReportAsync(world, DeliveryStatus.Failed, DeliveryOutcome.Rejected);
        var version = (await MessageAsync(world)).Version;

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ReportAsync(world, DeliveryStatus.Failed, DeliveryOutcome.Rejected)));

        Assert.Equal(version, (await MessageAsync(world)).Version);
        Assert.Equal(["message.failed 30003"], await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_report_before_the_answer_settles_the_message(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Script = async message =>
        {
            await world.Here.Outbox.ReportAsync(new(world.Carrier.Id, message.Id, "SM-early", DeliveryStatus.Delivered, null));
            return Delivery.Uncertain("timeout");
        };
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();

        var message = await MessageAsync(world);
        Assert.Equal((OutboxState.Accepted, "SM-early", DeliveryStatus.Delivered), (message.State, message.ProviderId, message.Status));
    }

    [Theory, EachDatabase]
    public async Task A_report_settles_an_uncertain_message(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.Uncertain("timeout", TwoHours));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();

        await ReportAsync(world, DeliveryStatus.Sent);
        await world.RunAfterAsync(TwoHours);

        Assert.Equal(OutboxState.Accepted, (await MessageAsync(world)).State);
        Assert.Single(world.Carrier.Asked);
    }

    [Theory, EachDatabase]
    public async Task A_report_about_a_message_that_is_about_to_be_sent_again_stops_that(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Carrier.Next(1, _ => Delivery.TryLater("busy", TwoHours));
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();

        await ReportAsync(world, DeliveryStatus.Sent);
        await world.RunAfterAsync(TwoHours);

        Assert.Single(world.Carrier.Asked);
    }

    [Theory, EachDatabase]
    public async Task A_handset_that_was_off_gets_one_more_try_and_no_third(DatabaseProvider database)
    {
        await using var world = await AnsweredAsync(database);

        await ReportAsync(world, DeliveryStatus.Undelivered, DeliveryOutcome.TryOnceLater);
        await world.RunAsync();
        Assert.Single(world.PhoneOf(Cast.Amina));
        await world.RunAfterAsync(TwoHours);
        Assert.Equal(["1. one", "1. one"], world.PhoneOf(Cast.Amina));
        await ReportAsync(world, DeliveryStatus.Undelivered, DeliveryOutcome.TryOnceLater, "SM2");
        await world.RunAfterAsync(TwoHours * 2);

        Assert.Equal(2, world.PhoneOf(Cast.Amina).Count);
        Assert.Equal(OutboxState.Failed, (await MessageAsync(world)).State);
        Assert.Equal(["message.failed 30003"], await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task A_second_chance_does_not_hold_back_newer_messages(DatabaseProvider database)
    {
        await using var world = await AnsweredAsync(database);
        await ReportAsync(world, DeliveryStatus.Undelivered, DeliveryOutcome.TryOnceLater);

        await world.ReceiveAsync(Cast.Amina, "I am back");
        await world.RunAsync();

        Assert.Equal(["1. one", "2. I am back"], world.PhoneOf(Cast.Amina));
    }

    [Theory, EachDatabase]
    public async Task Late_news_of_the_first_try_neither_calls_off_nor_fails_the_second(DatabaseProvider database)
    {
        await using var world = await AnsweredAsync(database);
        await ReportAsync(world, DeliveryStatus.Undelivered, DeliveryOutcome.TryOnceLater);
        await ReportAsync(world, DeliveryStatus.Sent);
        await ReportAsync(world, DeliveryStatus.Undelivered, DeliveryOutcome.TryOnceLater);
        Assert.Equal(OutboxState.Queued, (await MessageAsync(world)).State);

        await world.RunAfterAsync(TwoHours);
        await ReportAsync(world, DeliveryStatus.Undelivered, DeliveryOutcome.TryOnceLater);
        Assert.Equal((OutboxState.Accepted, "SM2"), ((await MessageAsync(world)).State, (await MessageAsync(world)).ProviderId));
        await ReportAsync(world, DeliveryStatus.Delivered, sid: "SM2");

        Assert.Equal(DeliveryStatus.Delivered, (await MessageAsync(world)).Status);
        Assert.Empty(await world.IncidentsAsync());
    }

    [Theory, EachDatabase]
    public async Task What_arrived_after_all_is_not_sent_a_second_time(DatabaseProvider database)
    {
        await using var world = await AnsweredAsync(database);
        await ReportAsync(world, DeliveryStatus.Undelivered, DeliveryOutcome.TryOnceLater);

        await ReportAsync(world, DeliveryStatus.Delivered);
        await world.RunAfterAsync(TwoHours);

        Assert.Single(world.PhoneOf(Cast.Amina));
        Assert.Equal(OutboxState.Accepted, (await MessageAsync(world)).State);
    }

    [Theory, EachDatabase]
    public async Task A_report_that_she_told_the_carrier_to_stop_opts_her_out(DatabaseProvider database)
    {
        await using var world = await AnsweredAsync(database);

        await ReportAsync(world, DeliveryStatus.Undelivered, DeliveryOutcome.OptedOut);

        Assert.NotNull((await world.ConversationAsync(Cast.Amina)).Address!.OptedOutAt);
        Assert.Equal(1, await world.ReadAsync(db => db.Events.CountAsync(e => e.Name == RecordedEvent.MenteeStopped)));
    }

    [Theory, EachDatabase]
    public async Task Whoever_had_told_us_to_stop_before_her_carrier_says_so_is_counted_once(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        world.Bot.When("STOP", async turn =>
        {
            turn.Turn().Conversation.OptOut(turn.Turn().Now);
            turn.Turn().Record(RecordedEvent.MenteeStopped);
            turn.Turn().Speaker = Speaker.Notice;
            await turn.SendActivityAsync("You are stopped.");
        });
        await world.ReceiveAsync(Cast.Amina, "STOP");
        await world.RunAsync();

        await ReportAsync(world, DeliveryStatus.Undelivered, DeliveryOutcome.OptedOut);

        Assert.Equal(1, await world.ReadAsync(db => db.Events.CountAsync(e => e.Name == RecordedEvent.MenteeStopped)));
    }

    [Theory, EachDatabase]
    public async Task A_report_without_a_code_that_an_address_is_unusable_marks_it_all_the_same(DatabaseProvider database)
    {
        await using var world = await AnsweredAsync(database);
        var id = (await MessageAsync(world)).MessageId;

        await world.Here.Outbox.ReportAsync(new(world.Carrier.Id, id, "SM1", DeliveryStatus.Failed, null, DeliveryOutcome.AddressUnusable));

        Assert.NotNull((await world.ConversationAsync(Cast.Amina)).Address!.UnusableBecause);
    }

    [Theory, EachDatabase]
    public async Task Reports_about_messages_that_are_not_ours_are_ignored(DatabaseProvider database)
    {
        await using var world = await AnsweredAsync(database);

        await world.Here.Outbox.ReportAsync(new(world.Carrier.Id, Guid.NewGuid(), "SM9", DeliveryStatus.Failed, "30003", DeliveryOutcome.Rejected));
        await world.Here.Outbox.ReportAsync(new(world.Carrier.Id, null, "SM9", DeliveryStatus.Failed, "30003", DeliveryOutcome.Rejected));

        Assert.Empty(await world.IncidentsAsync());
    }

    private static async Task<World> AnsweredAsync(DatabaseProvider database)
    {
        var world = await World.OpenAsync(database);
        await world.ReceiveAsync(Cast.Amina, "one");
        await world.RunAsync();
        return world;
    }

    private static async Task<OutboxMessage> MessageAsync(World world) => (await world.OutboxOfAsync(Cast.Amina))[0];

    private static async Task ReportAsync(World world, DeliveryStatus status, DeliveryOutcome? failure = null, string sid = "SM1") =>
        await world.Here.Outbox.ReportAsync(new(world.Carrier.Id, (await MessageAsync(world)).MessageId, sid, status, failure is null ? null : "30003", failure));
}
