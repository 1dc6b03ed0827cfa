namespace MentorBot.Dialogs.Library;

/// <summary>People who answer when it is serious, and how to reach them.</summary>
/// <param name="Id">The name of the gap that words have for its number: <c>samaritans</c>.</param>
/// <param name="Number">What to dial or text, as it is read out.</param>
/// <param name="Topics">The kinds of concern that it is for; <see cref="AnyTopic"/> where it is for all.</param>
/// <param name="Checked">When somebody last compared it with its source.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record Helpline(string Id, string Number, IReadOnlyList<string> Topics, DateOnly Checked, Place Place)
{
    /// <summary>The topic of a line that is for everything.</summary>
    public const string AnyTopic = "any";
}

/// <summary>All lines. Their numbers are filled into words as these are read, so that no other part has to know them.</summary>
internal sealed class Helplines(IReadOnlyList<Helpline> all)
{
    public IReadOnlyList<Helpline> All => all;

    /// <summary>A phrase with the numbers that it names.</summary>
    public Phrase Fill(Phrase phrase) => phrase with
    {
        Wordings = [.. phrase.Wordings.Select(wording => wording with { Text = Placeholders.Fill(wording.Text, NumberOrGap) })],
    };

    private string NumberOrGap(string name) => all.FirstOrDefault(line => line.Id == name)?.Number ?? $"{{{name}}}";
}
