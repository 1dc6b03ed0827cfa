using MentorBot.Dialogs.Checks;
using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Tests;

/// <summary>A small folder of words with nothing wrong in it, for a test to spoil. It has too few for a whole conversation.</summary>
internal sealed class SampleFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("mentorbot-words-").FullName;

    public SampleFolder()
    {
        With("commands.yaml", """
            menu:
              en: [MENU, CHOICES]
              cy: [MENU, DEWISLEN]
            stop:
              en: [STOP]
              cy: [STOP]
            """);
        With("placeholders.yaml", """
            count: "30"
            number: "30"
            body: ""
            try: ""
            place: the library in the high street
            """);
        With("plain-words.en.yaml", "upload: send");
        With("Tips/words.en.yaml", """
            try: "Try:"
            tip: "Tip {number} of {count}. {body} Try: {try} Send MENU for choices."
            last: "Tip {number} of {count}. {body} Try: {try} It was the last. Send MENU for choices."
            """);
    }

    public SampleFolder With(string file, string text)
    {
        var path = Path.Combine(_path, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    /// <summary>Puts a course of two tips there, after a change to its text.</summary>
    public SampleFolder WithCourse(Func<string, string> change, string language = "en") =>
        With($"courses/photos/{language}.md", change(Course.Replace("language: en", $"language: {language}", StringComparison.Ordinal)));

    public Content Read() => Read(Check.OfWriting(Gsm7.Segments));

    internal Content Read(IReadOnlyList<Check> checks) => Content.Read(_path, checks);

    /// <summary>The problems, as the lines that an author sees.</summary>
    public string[] Problems() => [.. Read().Problems.Select(problem => problem.ToString())];

    public void Dispose() => Directory.Delete(_path, recursive: true);

    private const string Course = """
        ---
        course: photos
        language: en
        title: Good photos
        about: Take a good photo.
        licence: CC BY 4.0
        review-by: 2027-11-01
        ---

        ## Clean the lens {#clean-lens}

        Wipe the lens with a soft cloth.

        Try: Take a photo before and after.

        ## Hold it still {#hold-steady}

        Hold the phone with two hands.

        Try: Take a photo with one hand, then two.
        """;
}
