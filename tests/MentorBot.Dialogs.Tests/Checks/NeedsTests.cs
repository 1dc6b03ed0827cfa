using MentorBot.Dialogs.Checks;
using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Tests.Checks;

/// <summary>A copy of our own words and courses, with something lost that the program cannot do without.</summary>
public sealed class NeedsTests : IDisposable
{
    private readonly string _copy = Directory.CreateTempSubdirectory("mentorbot-needs-").FullName;

    public NeedsTests()
    {
        foreach (var file in Directory.EnumerateFiles(Content.BesideTheProgram, "*", SearchOption.AllDirectories))
        {
            var to = InCopy(Path.GetRelativePath(Content.BesideTheProgram, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public void Dispose() => Directory.Delete(_copy, recursive: true);

    // Every phrase is said in a transcript, and a key without words cannot be said: so what is declared is what is used.
    [Fact]
    public void What_the_parts_declare_that_they_say_is_what_there_are_words_for()
    {
        var content = Content.Read(Content.BesideTheProgram, Gsm7.Segments);
        var written = content.Words.Phrases.Where(phrase => phrase.Locale == "en").Select(phrase => phrase.Key);

        Assert.Equal(written.Order(), NeededKeys.Spoken.Concat(ContentReader.KeysForCourses).Distinct().Order());
    }

    [Fact]
    public void Words_that_were_renamed_in_every_language_are_missed()
    {
        foreach (var language in new[] { "en", "cy" }) Rename("stopped:", "halted:", $"Stopping/words.{language}.yaml");

        Assert.Equal(
            ["dialogs/Stopping/words.en.yaml:1: `stopped` is missing, and MentorBot has to say it. Put it back under this name, in every language."],
            Problems());
    }

    [Fact]
    public void A_conversation_that_was_taken_away_is_missed_word_by_word()
    {
        Directory.Delete(InCopy("About"), recursive: true);

        Assert.Equal(
            from name in new[] { "what", "who", "cost" }
            select $"dialogs/About/words.en.yaml:1: `{name}` is missing, and MentorBot has to say it. Put it back under this name, in every language.",
            Problems());
    }

    [Fact]
    public void The_course_that_everybody_begins_with_is_missed_in_English()
    {
        File.Delete(InCopy("courses/your-phone-your-voice/en.md"));

        Assert.Equal([NoCourse], Problems());
    }

    [Fact]
    public void A_first_course_without_a_tip_is_missed_too()
    {
        foreach (var language in new[] { "en", "cy" })
        {
            var file = InCopy($"courses/your-phone-your-voice/{language}.md");
            var text = File.ReadAllText(file);
            File.WriteAllText(file, text[..text.IndexOf("## ", StringComparison.Ordinal)]);
        }

        Assert.Contains(NoCourse, Problems());
    }

    [Fact]
    public void Nobody_is_told_that_a_course_is_missing_when_only_its_frame_is()
    {
        foreach (var language in new[] { "en", "cy" }) Rename("last:", "end:", $"Tips/words.{language}.yaml");

        Assert.Equal(["dialogs/Tips/words.en.yaml:1: `Tips.last` is missing, so no course can be sent. Put it back."], Problems());
    }

    private const string NoCourse =
        "dialogs/courses/your-phone-your-voice/en.md:1: Everybody begins with this course, and it is missing or has no tips. Put it back, in a folder and with a `course:` of this name.";

    private void Rename(string name, string other, string file) =>
        File.WriteAllText(InCopy(file), File.ReadAllText(InCopy(file)).Replace($"\n{name}", $"\n{other}", StringComparison.Ordinal));

    private string[] Problems() => [.. Content.Read(_copy, Gsm7.Segments).Problems.Select(problem => problem.ToString())];

    private string InCopy(string file) => Path.Combine(_copy, file);
}
