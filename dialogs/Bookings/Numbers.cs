using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;

namespace MentorBot.Dialogs.Bookings;

/// <summary>Questions that are answered by a number.</summary>
internal static class Numbers
{
    private static readonly FindChoicesOptions ByNumber = new() { NoValue = true, NoAction = true };

    /// <summary>The question with the numbers as buttons, where there are buttons. Its words name them everywhere.</summary>
    public static Activity Offer(Activity question, string? channelId, int count)
    {
        if (!Channels.SupportsSuggestedActions(channelId)) return question;
        var choices = ChoiceFactory.ToChoices([.. Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture))]);
        question.SuggestedActions = ChoiceFactory.SuggestedAction(choices).SuggestedActions;
        return question;
    }

    /// <summary>The number that a message is, from 1 to <paramref name="count"/>: "2", "the 2nd one", "the last". Null if it is none.</summary>
    public static int? In(Activity activity, int count)
    {
        var choices = ChoiceFactory.ToChoices([.. Enumerable.Range(1, count).Select(number => $"number {number}")]);
        return ChoiceRecognizers.RecognizeChoices(activity.Text, choices, ByNumber with { Locale = activity.Locale }) is [var one] ? one.Resolution.Index + 1 : null;
    }
}
