namespace MentorBot.FrontPage;

/// <summary>The random names of the page's forms: a form that is sent twice has one name.</summary>
internal static class FormIds
{
    private const int Characters = 32;

    // The buttons are a form of their own, which ends in this.
    private const char OfChoices = 'c';

    // So is that of the language, which begins no chat.
    private const char OfLanguage = 'l';

    /// <summary>A new one: 122 random bits, as 32 hexadecimal digits.</summary>
    public static string New() => Guid.NewGuid().ToString("N");

    /// <summary>The name of the same page's buttons.</summary>
    public static string ForChoices(string formId) => formId + OfChoices;

    /// <summary>The name of the same page's choice of language.</summary>
    public static string ForLanguage(string formId) => formId + OfLanguage;

    /// <summary>Whether it is written as one of ours.</summary>
    public static bool IsOne(string formId) =>
        formId.Length is Characters or Characters + 1 && formId.Take(Characters).All(char.IsAsciiHexDigitLower) && formId[Characters..] is "" or [OfChoices];
}
