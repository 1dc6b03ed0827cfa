using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Checks;

/// <summary>A rule that all words and courses keep.</summary>
internal abstract class Check
{
    /// <summary>Every place that breaks the rule.</summary>
    public abstract IEnumerable<ContentProblem> Problems(Material material);

    /// <summary>The rules without which MentorBot does not start.</summary>
    /// <param name="segments">How many SMS segments a text takes.</param>
    public static IReadOnlyList<Check> All(Func<string, int> segments) => [new NeededKeys(), new NeededCourse(), new NeededSigns(), .. OfWriting(segments)];

    /// <summary>The rules for whatever is written, however much of it there is.</summary>
    /// <param name="segments">How many SMS segments a text takes.</param>
    public static IReadOnlyList<Check> OfWriting(Func<string, int> segments) =>
    [
        new SameKeys(),
        new SamePlaceholders(),
        new KnownPlaceholders(),
        new SameTips(),
        new TipIds(),
        new SmsCharacters(segments),
        new SmsLength(segments),
        new TipLength(segments),
        new HelplineNumbers(),
        new CarrierWords(),
        new NamedCommands(),
        new PlainWords(),
        new Ampersands(),
        new SentenceLength(),
        new ReadingAge(),
    ];
}
