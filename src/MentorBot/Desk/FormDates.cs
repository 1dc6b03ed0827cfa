using System.Globalization;

namespace MentorBot.Desk;

/// <summary>Days as forms hold them: as browsers write them in a box for dates, or as people here write them in one that is not known as such.</summary>
internal static class FormDates
{
    private const string Written = "yyyy-MM-dd";

    private static readonly string[] Forms = [Written, "d/M/yyyy", "d.M.yyyy"];

    /// <summary>As a box for dates holds it.</summary>
    public static string Write(DateOnly day) => day.ToString(Written, CultureInfo.InvariantCulture);

    /// <summary>The day; null if there is none in it.</summary>
    public static DateOnly? Read(string? typed) => DateOnly.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
