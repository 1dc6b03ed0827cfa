namespace MentorBot.Testing;

/// <summary>Somebody in the small world that all tests share.</summary>
/// <param name="Name">What people call them.</param>
/// <param name="Mobile">Their number, from Ofcom's range for drama (07700 900000 to 900999): nobody's.</param>
/// <param name="Language">The language they write in, a BCP 47 tag.</param>
public sealed record Person(string Name, string Mobile, string Language = "en");

/// <summary>The people in the tests, and the number they text.</summary>
public static class Cast
{
    /// <summary>A mentee on a basic phone with no data.</summary>
    public static readonly Person Amina = new("Amina", "+447700900101");

    /// <summary>A mentee who writes Welsh.</summary>
    public static readonly Person Bron = new("Bron", "+447700900102", "cy");

    /// <summary>A mentee who seldom leaves the house and wants nobody to know her name.</summary>
    public static readonly Person Joan = new("Joan", "+447700900103");

    /// <summary>A mentee who writes from right to left.</summary>
    public static readonly Person Farid = new("Farid", "+447700900104", "fa");

    /// <summary>A mentor who answers from his own phone, on the bus.</summary>
    public static readonly Person Tomas = new("Tomas", "+447700900201");

    /// <summary>A mentor at the desk.</summary>
    public static readonly Person Priya = new("Priya", "+447700900202");

    /// <summary>The coordinator of the scheme.</summary>
    public static readonly Person Grace = new("Grace", "+447700900301");

    /// <summary>The number that everybody texts.</summary>
    public const string OurNumber = "+447700900000";

    private static int _strangers;

    /// <summary>Everybody, for tests that search what leaves the house.</summary>
    public static IReadOnlyList<Person> Everyone { get; } = [Amina, Bron, Joan, Farid, Tomas, Priya, Grace];

    /// <summary>Somebody nobody has met yet: each one has another number of the same range, 07700 900400 to 900999.</summary>
    public static Person Stranger() => new("Stranger", $"+447700900{400 + (Interlocked.Increment(ref _strangers) % 600):000}");

    /// <summary>Whether a text would let somebody call one of them: it holds a number, however it is written.</summary>
    public static bool GivesAwayANumber(string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return Everyone.Any(p => digits.Contains(p.Mobile[3..], StringComparison.Ordinal));
    }
}
