using MentorBot.Mentoring.Learning;
using MentorBot.Mentoring.Messages;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Mentees;

/// <summary>Makes two addresses one mentee when both sides have proved it, and two again when either asks for that.</summary>
/// <remarks>Only the address in which the code was shown changes hands. Others that were linked to it before are proved again, or stay as they are.</remarks>
public static class Linking
{
    /// <summary>This turn's mentee agrees: the address that answered is hers from now on, and her progress is the further of the two.</summary>
    /// <param name="turn">The turn of her yes.</param>
    /// <param name="request">What <see cref="LinkQuestions.FindLinkQuestionAsync"/> found, and not too late. It is used up.</param>
    /// <param name="placeOf">Which place in its course a progress has reached, counted up from 1; 0 where that is not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Whether anything was linked; false if they are one already.</returns>
    public static async Task<bool> LinkAsync(this Turn turn, LinkRequest request, Func<CourseProgress, int> placeOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        ArgumentNullException.ThrowIfNull(request);
        turn.Db.LinkRequests.Remove(request);
        var address = request.AnsweredIn!.Address!;
        if (address.Mentee == turn.Mentee) return false;

        await turn.TakeFurtherProgressAsync(address.Mentee!, placeOf, cancellationToken);
        address.LinkTo(turn.Mentee);
        // Should the other side be agreeing to the opposite at this moment, one of the two is taken again.
        turn.Conversation.Address!.Version++;
        turn.Record("address.linked", address.Channel);
        return true;
    }

    /// <summary>Whether this turn's address shares its mentee with another.</summary>
    public static async Task<bool> IsLinkedAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return (await OthersAsync(turn, cancellationToken)).Count > 0;
    }

    /// <summary>
    /// Gives this turn's address back to whose it was. Where it is the one that the others were linked to, they go back instead: either way it stands alone afterwards.
    /// </summary>
    /// <returns>The conversations to be told: of each other address the latest. None if nothing was linked.</returns>
    public static async Task<IReadOnlyList<Conversation>> UnlinkAsync(this Turn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        var here = turn.Conversation.Address!;
        var others = await OthersAsync(turn, cancellationToken);
        var leaving = here.FormerMenteeId is not null ? [here] : others.Where(a => a.FormerMenteeId is not null).ToList();
        foreach (var address in leaving) turn.Record("address.unlinked", address.Channel);
        foreach (var address in leaving) address.GiveBackTo((await turn.Db.Mentees.FindAsync([address.FormerMenteeId], cancellationToken))!);
        return await LatestConversationsAsync(turn, others, cancellationToken);
    }

    private static async Task<List<Address>> OthersAsync(Turn turn, CancellationToken cancellationToken)
    {
        var others = await turn.Db.Addresses.Where(a => a.MenteeId == turn.Mentee.Id && a.Id != turn.Conversation.AddressId).ToListAsync(cancellationToken);
        // An earlier turn of the same transaction may have given one away.
        others.RemoveAll(a => a.MenteeId != turn.Mentee.Id);
        return others;
    }

    private static async Task<IReadOnlyList<Conversation>> LatestConversationsAsync(Turn turn, List<Address> addresses, CancellationToken cancellationToken)
    {
        var ids = addresses.ConvertAll(a => a.Id);
        var conversations = await turn.Db.Conversations.Where(c => ids.Contains(c.AddressId)).Include(c => c.Address!.Mentee).ToListAsync(cancellationToken);
        return [.. conversations.GroupBy(c => c.AddressId).Select(ofOne => ofOne.MaxBy(c => c.LastTurnAt)!)];
    }
}
