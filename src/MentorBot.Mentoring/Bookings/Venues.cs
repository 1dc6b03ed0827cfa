using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Schemes;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Bookings;

/// <summary>The places of a scheme and of all below it, which its coordinator looks after.</summary>
public sealed class Venues(IDbContextFactory<MentorBotDb> contexts, Writes writes, TimeProvider clock)
{
    /// <summary>All of them, those that are open first, by name.</summary>
    public async Task<IReadOnlyList<ListedVenue>> ListAsync(int schemeId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var (schemes, now) = (await db.SchemesDownwardsAsync(schemeId, cancellationToken), clock.GetUtcNow());
        return await db.Venues.AsNoTracking().Where(v => schemes.Contains(v.SchemeId)).OrderBy(v => v.ClosedAt != null).ThenBy(v => v.Name).ThenBy(v => v.Id)
            .Select(v => new ListedVenue(v, db.Bookings.Count(b => b.VenueId == v.Id && b.State == BookingState.Booked && b.EndsAt > now))).ToListAsync(cancellationToken);
    }

    /// <summary>Adds one to a scheme.</summary>
    /// <returns>Whether it was added: it has a name and an address that fit.</returns>
    public async Task<bool> AddAsync(int schemeId, VenueDescription description, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(description);
        if (!description.Fits) return false;
        await writes.RunAsync(db => Task.FromResult(db.Venues.Add(new Venue
        {
            SchemeId = schemeId,
            Name = description.Name,
            Address = description.Address,
            WayIn = description.WayIn,
            IsStepFree = description.IsStepFree,
            HasQuietRoom = description.HasQuietRoom,
        })), cancellationToken);
        return true;
    }

    /// <summary>Says better how it is. Whoever has a meeting there is not told: a place that is elsewhere from now on is another one.</summary>
    /// <returns>Whether it was changed: it is theirs, open, and fits.</returns>
    public async Task<bool> ChangeAsync(int schemeId, int venueId, VenueDescription description, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(description);
        return description.Fits && await WithAsync(schemeId, venueId, venue =>
        {
            (venue.Name, venue.Address, venue.WayIn) = (description.Name, description.Address, description.WayIn);
            (venue.IsStepFree, venue.HasQuietRoom) = (description.IsStepFree, description.HasQuietRoom);
        }, cancellationToken);
    }

    /// <summary>Gives one up: nobody can book it any more. Meetings that are booked there stay.</summary>
    /// <returns>Whether it was closed: it is theirs, and open.</returns>
    public Task<bool> CloseAsync(int schemeId, int venueId, CancellationToken cancellationToken) =>
        WithAsync(schemeId, venueId, venue => venue.ClosedAt = clock.GetUtcNow(), cancellationToken);

    private Task<bool> WithAsync(int schemeId, int venueId, Action<Venue> work, CancellationToken cancellationToken) => writes.RunAsync(
        async db =>
        {
            var schemes = await db.SchemesDownwardsAsync(schemeId, cancellationToken);
            if (await db.Venues.FirstOrDefaultAsync(v => v.Id == venueId && v.ClosedAt == null && schemes.Contains(v.SchemeId), cancellationToken) is not { } venue) return false;
            work(venue);
            return true;
        },
        cancellationToken);
}

/// <summary>How a place is.</summary>
public sealed record VenueDescription
{
    /// <inheritdoc cref="Venue.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="Venue.Address"/>
    public required string Address { get; init; }

    /// <inheritdoc cref="Venue.WayIn"/>
    public string WayIn { get; init; } = "";

    /// <inheritdoc cref="Venue.IsStepFree"/>
    public bool IsStepFree { get; init; }

    /// <inheritdoc cref="Venue.HasQuietRoom"/>
    public bool HasQuietRoom { get; init; }

    /// <summary>Whether it can be kept: a name and an address, and nothing that would make a text message too long or have two lines.</summary>
    public bool Fits => Name.Length is > 0 and <= Venue.LongestName && Address.Length is > 0 and <= Venue.LongestAddress && WayIn.Length <= Venue.LongestAddress && !$"{Name}{Address}{WayIn}".Any(char.IsControl);
}

/// <summary>A place.</summary>
/// <param name="Venue">The place.</param>
/// <param name="Ahead">How many meetings are booked there.</param>
public sealed record ListedVenue(Venue Venue, int Ahead);
