namespace MentorBot.Mentoring.Incidents;

/// <summary>Something that went wrong and that an operator must see: ids and codes, never texts, names or numbers.</summary>
public sealed class Incident
{
    /// <summary>The database's number for it.</summary>
    public long Id { get; init; }

    /// <summary>
    /// What kind: <c>turn.set-aside</c>, <c>sender.held</c>, <c>message.failed</c>, <c>address.unusable</c>, <c>storage.failed</c>,
    /// <c>telegram.unreadable</c>, <c>telegram.stopped</c>, <c>concern.alert</c>, <c>meeting.no-check-out</c>.
    /// </summary>
    public required string Kind { get; init; }

    /// <summary>What it is about: <c>inbox 12</c>, <c>outbox 12</c>, <c>update 12</c>, <c>concern A1</c>, <c>booking 12</c>; <c>database</c> where none was stored.</summary>
    public required string Subject { get; init; }

    /// <summary>The error's type, or a provider's or the database's code.</summary>
    public required string Code { get; init; }

    /// <summary>When it was noticed.</summary>
    public DateTimeOffset At { get; init; }
}
