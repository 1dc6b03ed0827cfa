using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Tips;

/// <summary>A tip in its frame, as it is sent.</summary>
internal static class TipWording
{
    /// <summary>The frame in which a person is offered. Where it has no words, the plain one does.</summary>
    public const string PersonOffered = "Tips.tipOrPerson";

    private const string AnotherFollows = "Tips.tip";
    private const string NothingFollows = "Tips.last";

    private const int OfferedEach = 3;

    /// <summary>The frames there have to be.</summary>
    public static IReadOnlyList<string> Keys => [AnotherFollows, NothingFollows];

    /// <summary>Whether a person is offered with a tip, where there are mentors: with each third one that another follows.</summary>
    public static bool MayOfferPerson(Course course, Tip tip) => tip.Number % OfferedEach == 0 && !course.EndsWith(tip);

    /// <summary>The frame for a tip.</summary>
    public static string Key(Course course, Tip tip, bool offersPerson) => course.EndsWith(tip) ? NothingFollows : offersPerson ? PersonOffered : AnotherFollows;

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
