namespace MentorBot.Dialogs.Library;

/// <summary>Every course, in every language. Read once, never changed.</summary>
public sealed class Courses
{
    internal Courses(IReadOnlyList<Course> all) => All = all;

    internal IReadOnlyList<Course> All { get; }

    /// <summary>A course in a mentee's language, or else in English; nothing when there is no such course.</summary>
    /// <param name="id">The course's id.</param>
    /// <param name="locale">As <c>cy</c> or <c>cy-GB</c>.</param>
    public Course? Find(string id, string? locale) => In(id, Language.Of(locale)) ?? In(id, Language.English);

    /// <summary>Every course, in a language or else in English.</summary>
    /// <param name="locale">As <c>cy</c> or <c>cy-GB</c>.</param>
    public IReadOnlyList<Course> AllIn(string? locale) => [.. All.Select(course => course.Id).Distinct(StringComparer.Ordinal).Select(id => Find(id, locale)!)];

    private Course? In(string id, string language) => All.FirstOrDefault(course => course.Id == id && course.Locale == language);
}
