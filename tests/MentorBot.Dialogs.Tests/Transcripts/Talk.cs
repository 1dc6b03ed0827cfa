using MentorBot.BotFramework;
using MentorBot.Dialogs.Linking;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Groups;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentees;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.WebChats;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>One mentee's talk with MentorBot, by one channel.</summary>
internal sealed class Talk
{
    private readonly World _world;
    private readonly RecordingChannel _channel;
    private readonly string _address;
    private readonly string _ourNumber;
    private int _heard;

    /// <param name="world">Where she is.</param>
    /// <param name="speaker">Who of the cast she is, Amina if it does not matter; and how she writes.</param>
    /// <param name="name">What keeps this talk of hers from the others.</param>
    /// <param name="ourNumber">Where she writes to.</param>
    public Talk(World world, Speaker speaker, string name, string ourNumber)
    {
        (_world, _ourNumber) = (world, ourNumber);
        _channel = world.Channels.Single(one => one.Id == speaker.Channel);
        _address = $"{Cast.Everyone.Single(one => one.Name == (speaker.Person ?? Cast.Amina.Name)).Mobile} {name}";
    }

    /// <summary>A message comes in, and is answered.</summary>
    public Task HearAsync(string text) => HearAsync(Heard(text));

    private async Task HearAsync(Activity activity)
    {
        await AcceptAsync(activity);
        await _world.WorkAsync();
    }

    /// <summary>A message comes in, and waits for its turn.</summary>
    public Task AcceptAsync(string text) => AcceptAsync(Heard(text));

    private async Task AcceptAsync(Activity activity) =>
        await _world.Get<Inbox>().AcceptAsync(new IncomingMessage(_channel.Id, $"{_address} {++_heard}", _address, _ourNumber, activity));

    public async Task WaitAsync(TimeSpan time)
    {
        var until = _world.Clock.GetUtcNow() + time;
        while (await _world.NextDueAsync(until) is { } due)
        {
            if (due > _world.Clock.GetUtcNow()) _world.Clock.Advance(due - _world.Clock.GetUtcNow());
            await _world.Get<ConcernClock>().StrikeAsync(CancellationToken.None);
            await _world.Get<HandoffClock>().StrikeAsync(CancellationToken.None);
            await _world.Get<BookingClock>().StrikeAsync(CancellationToken.None);
            await _world.Get<GroupClock>().StrikeAsync(CancellationToken.None);
            await _world.WorkAsync();
        }
        if (until > _world.Clock.GetUtcNow()) _world.Clock.Advance(until - _world.Clock.GetUtcNow());
        await _world.Get<Retention>().EraseAsync(CancellationToken.None);
        await _world.WorkAsync();
    }

    /// <summary>It becomes Monday, 9 in the morning, as people here live.</summary>
    public async Task<DateOnly> WaitForMondayAsync()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Mentee.FirstTimeZone);
        var monday = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(_world.Clock.GetUtcNow(), zone).DateTime).AddDays(1);
        while (monday.DayOfWeek != DayOfWeek.Monday) monday = monday.AddDays(1);
        var at = monday.ToDateTime(new TimeOnly(9, 0));
        await WaitAsync(new DateTimeOffset(at, zone.GetUtcOffset(at)) - _world.Clock.GetUtcNow());
        return monday;
    }

    /// <summary>Something happens on our side.</summary>
    public Task MeetAsync(string what) => what switch
    {
        "something breaks" => Done(_world.Mishaps.IsBroken = true),
        "it is mended" => Done(_world.Mishaps.IsBroken = false),
        "the page is left" => LeavePageAsync(),
        "an upgrade" => Done(_world.Mishaps.IsUpgraded = true),
        "Telegram knows our bot" => Done((_world.Get<TelegramLink>().BotName = "mentor_bot") is not null),
        "the contact centre has somebody" => HearAsync(Status(HandoffStates.Accepted)),
        "the contact centre has nobody" => HearAsync(Status(HandoffStates.Failed)),
        "the contact centre has finished" => HearAsync(Status(HandoffStates.Completed)),
        "her program asks for a person" => HearAsync(new Activity(ActivityTypes.Event) { Name = HandoffEventNames.InitiateHandoff }),
        "nothing reaches her" => LoseAsync(),
        "a mentor takes the floor" => GiveFloorAsync(Floor.Mentor),
        "the mentor gives it back" => GiveFloorAsync(Floor.Bot),
        _ => throw new FormatException($"Nobody knows how to do this: ~ {what}"),
    };

    public IReadOnlyList<string> TakeSent() => _channel.TakeSent(_address);

    /// <summary>Who she has been in it: whose it is, and whose it was before it was linked to another. None before its first turn.</summary>
    public async Task<IReadOnlyList<long>> MenteesAsync()
    {
        await using var db = await _world.OpenAsync();
        var address = (await ConversationAsync(db.Conversations))?.Address;
        return address is null ? [] : address.FormerMenteeId is { } former ? [address.MenteeId, former] : [address.MenteeId];
    }

    /// <summary>What mentors call her in it; null before its first turn.</summary>
    public async Task<string?> AliasAsync()
    {
        await using var db = await _world.OpenAsync();
        return (await ConversationAsync(db.Conversations.Include(one => one.Address!.Mentee)))?.Address!.Mentee!.Alias;
    }

    private byte[] Key => _world.Get<Mentoring.Privacy.AddressVault>().KeyOf(_channel.Id, _address, _ourNumber);

    private async Task LeavePageAsync()
    {
        await _world.Get<ChatLeaving>().LeaveAsync(Key, CancellationToken.None);
        await _world.WorkAsync();
    }

    // What a carrier's report does.
    private async Task LoseAsync()
    {
        await using var db = await _world.OpenAsync();
        var address = (await ConversationAsync(db.Conversations))!.Address!;
        (address.UnusableBecause, address.Version) = ("30003", address.Version + 1);
        await db.SaveChangesAsync();
    }

    private async Task GiveFloorAsync(Floor floor)
    {
        await using var db = await _world.OpenAsync();
        var conversation = (await ConversationAsync(db.Conversations))!;
        (conversation.Floor, conversation.Version) = (floor, conversation.Version + 1);
        await db.SaveChangesAsync();
    }

    /// <summary>Her conversation; none before its first turn.</summary>
    private async Task<Conversation?> ConversationAsync(IQueryable<Conversation> all)
    {
        var key = Key;
        return await all.Include(one => one.Address).SingleOrDefaultAsync(one => one.Key == key);
    }

    /// <summary><c>[photo]</c> is a picture, with the words behind it if there are any; <c>[start CODE]</c> the START of a Telegram link with something behind it.</summary>
    private static Activity Heard(string text)
    {
        const string start = "[start ";
        const string photo = "[photo]";
        if (text.StartsWith(photo, StringComparison.Ordinal))
            return MessageFactory.Attachment(new Attachment { ContentType = "image/jpeg", ContentUrl = "https://provider.example/1" }, text[photo.Length..].Trim() is { Length: > 0 } words ? words : null);
        var activity = MessageFactory.Text(text.StartsWith(start, StringComparison.Ordinal) ? "START" : text);
        if (activity.Text != text) activity.Value = text[start.Length..^1];
        return activity;
    }

    private static Activity Status(string state) => EventFactory.CreateHandoffStatus(new ConversationAccount(), state);

    private static Task Done(bool _) => Task.CompletedTask;
}
