using NodaTime;

namespace MentorBot.Mentoring.Bookings;

/// <summary>Chooses what is offered among what can be had.</summary>
internal static class Choice
{
    private static readonly LocalTime Noon = LocalTime.Noon;

    /// <summary>The cheapest, each in another half of a day if there are such; the soonest first.</summary>
    public static IReadOnlyList<Proposal> Of(IEnumerable<Priced> found, DateTimeZone zone)
    {
        var byCost = found.OrderBy(one => one.Cost).Select(one => one.Proposal).ToList();
        var apart = byCost.DistinctBy(one => HalfOf(one.Slot, zone)).Take(Proposing.Offered).ToList();
        // Two that begin together leave her nothing to choose.
        foreach (var more in byCost.DistinctBy(one => one.Slot.Start))
            if (apart.Count < Proposing.Offered && !apart.Exists(one => one.Slot.Start == more.Slot.Start)) apart.Add(more);
        return [.. apart.OrderBy(one => one.Slot.Start)];
    }

    /// <summary>The first time of each half of a day, and then all the others.</summary>
    public static IEnumerable<Slot> OneEachHalfDay(IEnumerable<Slot> times, DateTimeZone zone)
    {
        var (seen, others) = (new HashSet<(LocalDate, bool)>(), new List<Slot>());
        foreach (var slot in times)
        {
            if (seen.Add(HalfOf(slot, zone))) yield return slot;
            else if (others.Count < Proposing.Offered) others.Add(slot);
        }
        foreach (var slot in others) yield return slot;
    }

    private static (LocalDate, bool) HalfOf(Slot slot, DateTimeZone zone)
    {
        var local = slot.Start.InZone(zone).LocalDateTime;
        return (local.Date, local.TimeOfDay < Noon);
    }
}

/// <summary>A time that can be had, and how many days of waiting it is worth as much as: the fewer the better.</summary>
internal sealed record Priced(Proposal Proposal, double Cost);
