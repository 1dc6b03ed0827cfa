namespace MentorBot.Dialogs.Library;

/// <summary>A course in one language: a short row of tips.</summary>
/// <param name="Id">The same in every language; the name of its folder.</param>
/// <param name="Locale">The language: <c>en</c>, <c>cy</c>.</param>
public sealed record Course(string Id, string Locale)
{
    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>What somebody will be able to do, in a sentence.</summary>
    public required string About { get; init; }

    /// <summary>The licence it may be shared under, such as CC BY 4.0.</summary>
    public required string Licence { get; init; }

    /// <summary>The day by which somebody reads it again, because what it says about phones may have aged.</summary>
    public required DateOnly ReviewBy { get; init; }

    /// <summary>The tips, in the order they are sent.</summary>
    public required IReadOnlyList<Tip> Tips { get; init; }

    internal Place Place { get; init; }

    /// <summary>Whether no tip comes after this one.</summary>
    internal bool EndsWith(Tip tip) => tip.Number == Tips.Count;
}

/// <summary>One idea, and something to try.</summary>
/// <param name="Id">The same in every language, and as the order of tips changes: what a mentee has seen is remembered by it.</param>
/// <param name="Number">Its place in the course, from 1.</param>
public sealed record Tip(string Id, int Number)
{
    /// <summary>What it is called. Not sent by SMS.</summary>
    public required string Title { get; init; }

    /// <summary>The idea, as plain text.</summary>
    public required string Body { get; init; }

    /// <summary>Something to make or do, as plain text, without the mark before it.</summary>
    public required string Try { get; init; }

    internal Place Place { get; init; }
    internal Place BodyPlace { get; init; }
    internal Place TryPlace { get; init; }
}
