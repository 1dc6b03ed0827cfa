using MentorBot.Dialogs.Handoffs;
using MentorBot.Mentoring.Handoffs;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Names handoffs to a mentor: <c>A Blue Heron, B Red Kite</c>.</summary>
internal static class Listing
{
    // As long as {list} in placeholders.yaml.
    private const int Longest = 60;

    /// <summary>As many as there is room for.</summary>
    public static string Of(IEnumerable<Handoff> handoffs)
    {
        var list = "";
        foreach (var handoff in handoffs)
        {
            var one = $"{(list.Length > 0 ? ", " : "")}{handoff.Tag} {Cards.AliasOf(handoff)}";
            if (list.Length + one.Length > Longest) break;
            list += one;
        }
        return list;
    }
}
