using System.Text;
using MentorBot.Benchmarks.Running;
using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Kills;

/// <summary>Searches what the program left on disk for what nobody may find there: mentees' numbers and what was said.</summary>
internal static class Leaks
{
    // Area code and number, without what comes before them: however a number is written, these digits are in it.
    private const int TellingDigits = 9;

    // Shorter ones may stand in sealed bytes by chance.
    private const int FewestCharacters = 16;

    /// <summary>Names each file that holds something, and what.</summary>
    public static IReadOnlyList<string> Find(Workplace place, IEnumerable<Mentee> mentees, Transcript transcript)
    {
        var numbers = mentees.Select(m => m.Number[^TellingDigits..]);
        var words = transcript.Replies.Append(Script.OwnWords).SelectMany(text => text.Split('\n')).Where(line => line.Length >= FewestCharacters);
        var wanted = numbers.Select(n => (What: "a mentee's number", Text: n)).Concat(words.Select(w => (What: "what was said", Text: w)))
            .SelectMany(w => new[] { Encoding.UTF8, Encoding.Unicode }.Select(e => (w.What, Bytes: e.GetBytes(w.Text)))).ToList();

        return [.. from file in Files(place)
                   let bytes = File.ReadAllBytes(file)
                   from found in wanted.Where(w => bytes.AsSpan().IndexOf(w.Bytes) >= 0).Select(w => w.What).Distinct()
                   select $"{Path.GetFileName(file)} holds {found}"];
    }

    // The keys are kept apart from all this.
    private static IEnumerable<string> Files(Workplace place) => Directory.EnumerateFiles(place.Folder);
}
