using System.Collections.Concurrent;
using MentorBot.BotFramework;

namespace MentorBot.Mentoring.Tests;

/// <summary>A channel whose carrier lives in the test: it takes messages once each, can be asked, and goes wrong as it is told.</summary>
internal sealed class FakeCarrier : IChannel
{
    private readonly ConcurrentQueue<Taken> _taken = new();
    private readonly ConcurrentQueue<(OutgoingMessage Message, bool LooksUp)> _asked = new();
    private int _sids;

    public string Id { get; init; } = BotFramework.Channels.Sms;

    public int MessagesPerSecond { get; set; } = 1_000_000;

    public double MessagesPerSecondToOne { get; set; } = double.PositiveInfinity;

    /// <summary>What happens to a message instead of being taken; null takes it.</summary>
    public Func<OutgoingMessage, Task<Delivery?>> Script { get; set; } = _ => Task.FromResult<Delivery?>(null);

    /// <summary>What a look-up says instead of the truth; null says the truth.</summary>
    public Func<OutgoingMessage, IReadOnlySet<string>, Delivery?> LookUpScript { get; set; } = (_, _) => null;

    /// <summary>What the carrier took and so put on a phone, in order.</summary>
    public IReadOnlyCollection<Taken> Phones => _taken;

    /// <summary>Everything it was asked.</summary>
    public IReadOnlyCollection<(OutgoingMessage Message, bool LooksUp)> Asked => _asked;

    /// <summary>A reply of several pieces: each becomes a message.</summary>
    public const string Split = " // ";

    public IReadOnlyList<string> On(string address) => [.. _taken.Where(t => t.Address == address).Select(t => t.Text)];

    /// <summary>Whether whoever is reached by it is at an outside hub.</summary>
    public bool IsOfHub { get; set; }

    public bool IsHub(string ourAddress) => IsOfHub;

    public IReadOnlyList<Activity> Render(Activity reply) => reply.IsType(ActivityTypes.Event) ? [reply]
        : [.. (reply.Text ?? "").Split(Split).Select(piece => new Activity(ActivityTypes.Message) { Text = piece })];

    public async Task<Delivery> SendAsync(OutgoingMessage message, CancellationToken cancellationToken)
    {
        _asked.Enqueue((message, false));
        return await Script(message) ?? Take(message);
    }

    public Task<Delivery> LookUpAsync(OutgoingMessage message, IReadOnlySet<string> knownProviderIds, CancellationToken cancellationToken)
    {
        _asked.Enqueue((message, true));
        var found = _taken.FirstOrDefault(t => t.MessageId == message.Id);
        return Task.FromResult(LookUpScript(message, knownProviderIds) ?? (found is null ? Delivery.NotTaken : Delivery.Accepted(found.Sid)));
    }

    /// <summary>Puts a message on its phone.</summary>
    public Delivery Take(OutgoingMessage message)
    {
        var taken = new Taken(message.Id, message.Address, message.OurAddress, TextOf(message.Activity), $"SM{Interlocked.Increment(ref _sids)}");
        _taken.Enqueue(taken);
        return Delivery.Accepted(taken.Sid);
    }

    // Of an event, its name and what it says.
    private static string TextOf(Activity activity) =>
        activity.Name is null ? activity.Text ?? "" : $"{activity.Name} {string.Join(' ', activity.Value!.AsObject().Select(part => part.Value))}";

    /// <summary>A script that does something else for the next so many messages only.</summary>
    public void Next(int times, Func<OutgoingMessage, Delivery> answer) =>
        Script = message => Task.FromResult(Interlocked.Decrement(ref times) >= 0 ? answer(message) : null);

    /// <summary>One message on one phone.</summary>
    public sealed record Taken(Guid MessageId, string Address, string? OurAddress, string Text, string Sid);
}
