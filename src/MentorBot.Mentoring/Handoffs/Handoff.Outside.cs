using MentorBot.Mentoring.Messages;

namespace MentorBot.Mentoring.Handoffs;

/// <summary>The part of an outside hub in it: it is asked besides our mentors, and a person of its own may be quicker.</summary>
public sealed partial class Handoff
{
    /// <summary>Whether an outside hub was asked for a person, and has not answered yet: only then does an answer of it count.</summary>
    public bool IsHubAsked { get; private set; }

    /// <summary>The hub is asked.</summary>
    internal void AskHub()
    {
        IsHubAsked = true;
        Version++;
    }

    /// <summary>The hub has nobody.</summary>
    internal void LoseHub()
    {
        IsHubAsked = false;
        Version++;
    }

    /// <summary>A person of the hub takes it, and the floor.</summary>
    internal void GoOutside(DateTimeOffset now, DateTimeOffset backAt)
    {
        (State, MentorId, Mentor, TakenAt, DueAt) = (HandoffState.Outside, null, null, now, backAt);
        (IsAtDesk, PassedToId, IsHubAsked) = (false, null, false);
        Conversation!.GiveFloorTo(Floor.Outside);
        Version++;
    }

    /// <summary>She still talks to that person.</summary>
    internal void StayOutside(DateTimeOffset backAt)
    {
        DueAt = backAt;
        Version++;
    }
}
