namespace MentorBot.Dialogs.Library;

/// <summary>Something in a word or a course that has to be mended before MentorBot may say it.</summary>
/// <param name="File">From the top of the repository, with slashes: <c>dialogs/Welcome/words.en.yaml</c>.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="What">What is wrong, as a sentence for somebody who writes words and not programs.</param>
/// <param name="Mend">What to do about it, as a sentence.</param>
public sealed record ContentProblem(string File, int Line, string What, string Mend)
{
    /// <summary>One line, in the form that editors turn into a link: <c>file:line: what mend</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {What} {Mend}";
}

/// <summary>A line of a content file, counted from 1.</summary>
internal readonly record struct Place(string File, int Line)
{
    public ContentProblem Problem(string what, string mend) => new(File, Line, what, mend);
}
