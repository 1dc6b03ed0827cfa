using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Tips;

/// <summary>A tip in its frame, as it is sent.</summary>
internal static class TipWording
{
    private const string AnotherFollows = "Tips.tip";
    private const string NothingFollows = "Tips.last";

    /// <summary>The frames there have to be.</summary>
    public static IReadOnlyList<string> Keys => [AnotherFollows, NothingFollows];

    /// <summary>The frame for a tip.</summary>
    public static string Key(Course course, Tip tip) => course.EndsWith(tip) ? NothingFollows : AnotherFollows;

    /// <summary>What stands in the frame's gaps.</summary>
    public static (string Name, string Value)[] Values(Course course, Tip tip) =>
    [
        ("number", $"{tip.Number}"),
        ("count", $"{course.Tips.Count}"),
        ("title", tip.Title),
        ("body", tip.Body),
        ("try", tip.Try),
    ];
}
