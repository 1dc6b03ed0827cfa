using MentorBot.Dialogs.Handoffs;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Handoffs;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Names handoffs to a mentor: <c>A Blue Heron, B Red Kite</c>.</summary>
internal static class Listing
{
    // As long as {list} in placeholders.yaml.
    private const int Longest = 60;

    /// <summary>As many as there is room for.</summary>
    public static string Of(IEnumerable<Handoff> handoffs) => Of(handoffs.Select(Name));

    /// <summary>As many as there is room for, by their names; and how many more there are: <c>A Blue Heron, B Red Kite, +3</c>.</summary>
    public static string Of(IEnumerable<string> names)
    {
        var all = names.ToList();
        for (var shown = all.Count; shown > 0; shown--)
        {
            var list = string.Join(", ", shown == all.Count ? all : [.. all.Take(shown), $"+{all.Count - shown}"]);
            if (list.Length <= Longest || shown == 1) return list;
        }
        return "";
    }

    /// <summary>Tag and alias. A tag alone is given to others later, and an id is not known before the commit.</summary>
    public static string Name(Handoff handoff) => $"{handoff.Tag} {Cards.AliasOf(handoff)}";

    /// <summary>The same of a concern: one and the same name, where it is in the same conversation.</summary>
    public static string Name(RaisedConcern concern) => $"{concern.Tag} {concern.Conversation!.Address!.Mentee!.Alias}";
}
