namespace MentorBot.Benchmarks.Texting;

/// <summary>Numbers that are nobody's: the ranges that Ofcom keeps free for drama, each with a thousand numbers.</summary>
internal static class DramaNumbers
{
    private const int InOneRange = 1_000;
    private const string Mobiles = "+447700900";

    // Leeds, Sheffield, Nottingham, Leicester, Bristol, Reading, Birmingham, Edinburgh, Glasgow, Liverpool, Manchester, London, Tyneside,
    // Northern Ireland, Cardiff, no area, freephone, UK-wide.
    private static readonly string[] Ranges =
    [
        "+441134960", "+441144960", "+441154960", "+441164960", "+441174960", "+441184960", "+441214960", "+441314960", "+441414960",
        "+441514960", "+441614960", "+442079460", "+441914980", "+442896496", "+442920180", "+441632960", "+448081570", "+443069990",
    ];

    /// <summary>How many mentees there are numbers for.</summary>
    public static int Mentees => Ranges.Length * InOneRange;

    /// <summary>A mentee's number.</summary>
    public static string Mentee(int index) => $"{Ranges[index / InOneRange]}{index % InOneRange:000}";

    /// <summary>One of our numbers.</summary>
    public static string Ours(int index) => $"{Mobiles}{index:000}";
}
