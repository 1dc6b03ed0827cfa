namespace MentorBot.Dialogs.Library;

/// <summary>A piece of text that a mentee may read: a wording, or a part of a course.</summary>
/// <param name="Locale">The language.</param>
/// <param name="Text">The text, its gaps not filled.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record Passage(string Locale, string Text, Place Place)
{
    /// <summary>Whether it may go out as a text message.</summary>
    public bool BySms { get; init; }

    /// <summary>Whether it tells people how to stop.</summary>
    public bool OptOut { get; init; }

    public static IEnumerable<Passage> Of(Phrase phrase) =>
        phrase.Wordings.Select(wording => new Passage(phrase.Locale, wording.Text, wording.Place)
        {
            BySms = !phrase.IsOnPage && wording == phrase.For(Wording.Sms),
            OptOut = phrase.OptOut,
        });

    public static IEnumerable<Passage> Of(Course course) =>
    [
        new(course.Locale, course.Title, course.Place),
        new(course.Locale, course.About, course.Place),
        .. course.Tips.SelectMany(tip => Of(tip, course.Locale)),
    ];

    private static IEnumerable<Passage> Of(Tip tip, string locale) =>
    [
        new(locale, tip.Title, tip.Place),
        new(locale, tip.Body, tip.BodyPlace) { BySms = true },
        new(locale, tip.Try, tip.TryPlace) { BySms = true },
    ];
}
