using MentorBot.BotFramework;
using MentorBot.BotFramework.Dialogs;
using MentorBot.Dialogs.Library;
using MentorBot.Dialogs.Root;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Learning;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Dialogs.Tips;

/// <summary>Gives the next tip of the course. After the last one it says so, and then begins again.</summary>
internal sealed class TipsDialog(Content content) : Dialog, IAnswersCommands
{
    /// <summary>The course that everybody begins with, whichever others there come to be.</summary>
    public const string FirstCourse = "your-phone-your-voice";

    private const string Finished = "Tips.finished";
    private const string Next = "Tips.next";

    /// <summary>The keys of all that it says, but for the frames of tips.</summary>
    public static IReadOnlyList<string> Keys => [Finished, Next, TipWording.PersonOffered];

    public IReadOnlyList<string> Commands => ["more"];

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var turn = dc.Context;
        var course = content.Courses.Find(FirstCourse, turn.Turn().Mentee.Language)!;
        var progress = await turn.Turn().FindProgressAsync(course.Id, cancellationToken);
        var last = course.Tips.FirstOrDefault(tip => tip.Id == progress?.LastTipId);

        var isAtEnd = last is not null && course.EndsWith(last);
        if (isAtEnd && !await HasHeardAsync(turn, course, cancellationToken))
            await turn.SendActivityAsync(content.Words.Message(turn, Finished, ("count", $"{course.Tips.Count}")), cancellationToken);
        else
            await GiveAsync(turn, course, course.Tips[isAtEnd ? 0 : last?.Number ?? 0], progress, cancellationToken);
        return await dc.EndDialogAsync(result: null, cancellationToken);
    }

    /// <summary>Whether she was told that there is no more, and asks for it all again.</summary>
    private static async Task<bool> HasHeardAsync(ITurnContext turn, Course course, CancellationToken cancellationToken)
    {
        var heard = await turn.Finished().GetAsync(turn, cancellationToken: cancellationToken) == course.Id;
        await turn.Finished().SetAsync(turn, heard ? null : course.Id, cancellationToken);
        return heard;
    }

    private async Task GiveAsync(ITurnContext turn, Course course, Tip tip, CourseProgress? progress, CancellationToken cancellationToken)
    {
        var offersPerson = TipWording.MayOfferPerson(course, tip) && await turn.Turn().AreThereMentorsAsync(cancellationToken);
        var message = content.Words.Message(turn, TipWording.Key(course, tip, offersPerson), TipWording.Values(course, tip));
        if (!course.EndsWith(tip)) message = message.WithButtons(turn, content.Words, Next);
        await turn.SendActivityAsync(message, cancellationToken);

        turn.Turn().RecordTip(progress, course.Id, tip.Id);
        if (course.EndsWith(tip)) turn.Turn().Record("course.finished", course.Id);
    }
}
