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

    /// <summary>As many as there is room for, by their names.</summary>
    public static string Of(IEnumerable<string> names)
    {
        var list = "";
        foreach (var name in names)
        {
            var one = $"{(list.Length > 0 ? ", " : "")}{name}";
            if (list.Length + one.Length > Longest) break;
            list += one;
        }
        return list;
    }

    /// <summary>Tag and alias.</summary>
    public static string Name(Handoff handoff) => $"{handoff.Tag} {Cards.AliasOf(handoff)}";

    /// <summary>The same of a concern: one and the same name, where it is in the same conversation.</summary>
    public static string Name(RaisedConcern concern) => $"{concern.Tag} {concern.Conversation!.Address!.Mentee!.Alias}";
}
