using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;

namespace MentorBot.Dialogs.Linking;

/// <summary>Offers and hears the answer to a question of 1 or 2. Only a whole message counts: an "ok" may be meant for what was said before.</summary>
internal static class OneOrTwo
{
    private static readonly string[] One = ["1", "ONE", "UN", "YES", "YEAH", "YEP", "YUP", "IT WAS", "IT WAS ME", "THAT WAS ME", "YES IT WAS", "YES IT WAS ME", "IE", "YDW", "OEDD", "FI OEDD"];
    private static readonly string[] Two = ["2", "TWO", "DAU", "NO", "NOPE", "NAH", "NOT ME", "NO NOT ME", "NOPE NOT ME", "IT WASNT ME", "IT WAS NOT ME", "NO IT WASNT", "NO IT WASNT ME", "NA", "NAGE", "NAC OEDD", "NID FI"];

    /// <summary>The question with its two answers as buttons, where there are buttons. Its words name them everywhere.</summary>
    public static Activity Offer(Activity question, string? channelId)
    {
        if (Channels.SupportsSuggestedActions(channelId)) question.SuggestedActions = ChoiceFactory.SuggestedAction(ChoiceFactory.ToChoices(["1", "2"])).SuggestedActions;
        return question;
    }

    /// <summary>Whether it is the first; nothing when it is neither.</summary>
    public static bool? Heard(Activity activity, Commands commands)
    {
        var said = commands.Gist(activity.Text);
        return One.Contains(said) ? true : Two.Contains(said) ? false : null;
    }
}
