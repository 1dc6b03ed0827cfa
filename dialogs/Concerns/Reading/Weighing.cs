using MentorBot.Mentoring.Concerns;

namespace MentorBot.Dialogs.Concerns.Reading;

/// <summary>Weighs the hints of a message, each of which says too little by itself: tablets, and many, and swallowed.</summary>
internal static class Weighing
{
    /// <summary>What the hints of a kind must come to together.</summary>
    public const int Enough = 10;

    // In words. In a long message things stand together by chance.
    private const int Reach = 30;

    /// <summary>The hints that weigh enough together: those of the kind that weighs most and, where two weigh the same, leaves least time. None where no kind weighs enough.</summary>
    public static List<Found> Heaviest(List<Found> hints) =>
        hints.Where(hint => hint.Sign.Kind is not null).Select(hint => (Kind: hint.Sign.Kind!, hint.Sign.Locale)).Distinct()
            .Select(pair => (pair.Kind, Hints: HeaviestOf(pair.Kind, pair.Locale, hints)))
            .Where(one => Sum(one.Hints) >= Enough)
            .OrderByDescending(one => Sum(one.Hints)).ThenBy(one => ConcernReader.Rank(one.Kind))
            .Select(one => one.Hints.FindAll(hint => hint.Sign.Weight > 0))
            .FirstOrDefault() ?? [];

    // The same letters can be a word in both languages: "to" is a roof in Welsh.
    private static List<Found> HeaviestOf(ConcernKind kind, string locale, List<Found> hints)
    {
        var own = hints.FindAll(hint => hint.Sign.Kind is null || (hint.Sign.Kind == kind && hint.Sign.Locale == locale));
        return own.Where(hint => hint.Sign.Weight > 0).Select(hint => hint.Start).Distinct()
            .Select(start => Around(start, own)).MaxBy(Sum) ?? [];
    }

    // However often it is said, a hint counts once. What says that nothing is wrong may also come before.
    private static List<Found> Around(int start, List<Found> hints) =>
        [.. hints.Where(hint => hint.Start < start + Reach && hint.Start >= (hint.Sign.Weight > 0 ? start : start - Reach)).DistinctBy(hint => hint.Sign)];

    private static int Sum(List<Found> hints) => hints.Sum(hint => hint.Sign.Weight);
}
