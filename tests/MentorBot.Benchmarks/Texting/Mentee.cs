namespace MentorBot.Benchmarks.Texting;

/// <summary>Somebody who texts, and which of our numbers she texts.</summary>
internal sealed record Mentee(string Number, string OurNumber)
{
    // A number texts at most 100 messages a second, so a busy scheme has many.
    private const int OurNumbers = 100;

    /// <summary>A run of mentees, spread over our numbers.</summary>
    public static Mentee[] Range(int first, int count) =>
        [.. Enumerable.Range(first, count).Select(i => new Mentee(DramaNumbers.Mentee(i), DramaNumbers.Ours(i % OurNumbers)))];
}
