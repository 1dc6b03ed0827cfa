namespace MentorBot.Dialogs.Library;

/// <summary>What a locale says about the language to speak.</summary>
internal static class Language
{
    /// <summary>Spoken when there is nothing in the language that was asked for; other languages are compared with it.</summary>
    public const string English = "en";

    /// <summary>The language of a locale: <c>cy</c> of <c>cy-GB</c>. Nothing means English.</summary>
    public static string Of(string? locale) =>
        string.IsNullOrEmpty(locale) ? English : locale.Split('-', '_')[0].ToLowerInvariant();
}
