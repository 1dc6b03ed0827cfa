using MentorBot.Benchmarks.Running;
using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Load;

/// <summary>Mentees who have not texted before, and their signed scripts.</summary>
internal sealed record Crowd(Mentee[] Mentees, byte[][][] Scripts)
{
    /// <summary>How many texts they send.</summary>
    public int Texts => Mentees.Length * Script.Texts.Length;

    /// <summary>Makes sure that everybody got what she should.</summary>
    /// <exception cref="InvalidOperationException">Somebody did not.</exception>
    public void Check(Workplace place, Transcript expected)
    {
        var audit = Audit.Of(place.Carrier.Taken, Mentees, expected);
        if (!audit.IsGood) throw new InvalidOperationException($"The figures would mean nothing: {audit}.");
    }
}
