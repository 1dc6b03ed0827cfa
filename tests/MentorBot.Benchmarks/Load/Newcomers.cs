using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Load;

/// <summary>Hands out mentees who have not texted before: a text to a stranger costs more than one to somebody known, and must not be measured once only.</summary>
internal sealed class Newcomers(SignedTexts texts)
{
    private int _next;

    public Crowd One() => Many(1);

    public Crowd Many(int count)
    {
        var mentees = Mentee.Range(_next, count);
        _next += count;
        return new Crowd(mentees, texts.ScriptsOf(mentees));
    }
}
