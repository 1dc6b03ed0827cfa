using System.Globalization;

namespace MentorBot.Dialogs.Library;

/// <summary>Reads one entry of a words file: a text, or names with the forms and rules of a phrase.</summary>
internal sealed class PhraseReader(ICollection<ContentProblem> problems)
{
    private const int MostSegments = 3;
    private static readonly string[] Channels = [Phrase.AnyChannel, Wording.Sms, "telegram", "webchat"];

    /// <summary>The phrase; nothing, and a problem, when the entry has no text to say.</summary>
    public Phrase? Read(YamlField entry, string conversation, string locale)
    {
        var parts = entry.Fields;
        var wordings = parts is [] ? Form(entry, Phrase.AnyChannel) : Forms(parts);
        if (wordings is [] || wordings[0].Channel != Phrase.AnyChannel)
        {
            problems.Add(entry.Place.Problem($"`{entry.Name}` says nothing.", $"Write `{entry.Name}: the words`, or `text: the words` below it."));
            return null;
        }
        return new Phrase($"{conversation}.{entry.Name}", locale, entry.Place)
        {
            Wordings = wordings,
            Segments = parts.Where(field => field.Name == "segments").Select(Segments).FirstOrDefault(1),
            OptOut = parts.Where(field => field.Name == "optOut").Any(IsOptOut),
        };
    }

    private static IReadOnlyList<Wording> Form(YamlField field, string channel) =>
        field.Text is { Length: > 0 } text ? [new Wording(channel, text, field.Place)] : [];

    private List<Wording> Forms(IReadOnlyList<YamlField> parts)
    {
        foreach (var unknown in parts.Where(field => !Channels.Contains(field.Name) && field.Name is not ("segments" or "optOut")))
            problems.Add(unknown.Place.Problem(
                $"`{unknown.Name}` is not a part of a phrase.", "The parts are text, sms, telegram, webchat, segments and optOut."));
        return [.. from channel in Channels
                   from field in parts
                   where field.Name == channel
                   from wording in Form(field, channel)
                   select wording];
    }

    private int Segments(YamlField field)
    {
        if (int.TryParse(field.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostSegments)
            return count;
        problems.Add(field.Place.Problem("`segments` is how many text messages this may take.", $"Write a number from 1 to {MostSegments}."));
        return 1;
    }

    private bool IsOptOut(YamlField field)
    {
        if (field.Text != "true")
            problems.Add(field.Place.Problem("`optOut` says whether this tells people how to stop.", "Write `true`, or take it out."));
        return field.Text == "true";
    }
}
