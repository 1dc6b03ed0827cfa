using MentorBot.Testing;

namespace MentorBot.Benchmarks.Texting;

/// <summary>What the mentees got, compared with what they should have got.</summary>
/// <param name="Lost">Replies that never came.</param>
/// <param name="Doubled">Replies that came too often, or that nobody should have got.</param>
/// <param name="OutOfOrder">Mentees who got all of their replies, but not in their order.</param>
internal sealed record Audit(int Lost, int Doubled, int OutOfOrder)
{
    /// <summary>Whether every text was answered exactly once and in its order.</summary>
    public bool IsGood => this is { Lost: 0, Doubled: 0, OutOfOrder: 0 };

    /// <summary>Compares.</summary>
    public static Audit Of(IEnumerable<SentText> taken, IEnumerable<Mentee> mentees, Transcript expected)
    {
        var replies = taken.ToLookup(t => t.To, t => t.Body, StringComparer.Ordinal);
        return mentees.Select(mentee => Of([.. replies[mentee.Number]], expected.Replies))
            .Aggregate(new Audit(0, 0, 0), (sum, one) => new Audit(sum.Lost + one.Lost, sum.Doubled + one.Doubled, sum.OutOfOrder + one.OutOfOrder));
    }

    public override string ToString() => IsGood
        ? "every text answered exactly once and in order"
        : $"{Lost} replies lost, {Doubled} doubled, {OutOfOrder} mentees answered out of order";

    private static Audit Of(string[] got, IReadOnlyList<string> expected)
    {
        if (got.SequenceEqual(expected, StringComparer.Ordinal)) return new Audit(0, 0, 0);
        var (lost, doubled) = (Surplus(expected, got), Surplus(got, expected));
        return new Audit(lost, doubled, lost + doubled == 0 ? 1 : 0);
    }

    /// <summary>How many of one list the other has not, each as often as it is there.</summary>
    private static int Surplus(IEnumerable<string> of, IEnumerable<string> over)
    {
        var there = over.CountBy(text => text).ToDictionary();
        return of.CountBy(text => text).Sum(text => Math.Max(0, text.Value - there.GetValueOrDefault(text.Key)));
    }
}
