using System.Globalization;
using MentorBot.BotFramework;
using MentorBot.Mentoring.Handoffs;

namespace MentorBot.Dialogs.Mentors;

/// <summary>Words of a mentor that are kept until he answers a question about them.</summary>
/// <param name="Text">The words.</param>
/// <param name="Since">When he was asked.</param>
/// <param name="IsToBeSentAgain">Whether he was asked to write them again: what he then sends with a letter is in their place.</param>
/// <param name="Names">Whom the question named, as <see cref="Listing.Name(Handoff)"/> names them: no answer sends them to anybody else.</param>
internal sealed record Kept(string Text, DateTimeOffset Since, bool IsToBeSentAgain, IReadOnlyList<string> Names)
{
    // After a quarter of an hour a letter may mean somebody else, and the words another moment.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private const int Fields = 3;

    /// <summary>The alias of the first of them.</summary>
    public string FirstAlias => Names[0][(Names[0].IndexOf(' ', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether it is too late to send them.</summary>
    public bool IsTooOld(DateTimeOffset now) => now - Since > Longest;

    /// <summary>What an accessor remembers, or null.</summary>
    public static async Task<Kept?> ReadAsync(ITurnContext context, IStatePropertyAccessor<string[]?> accessor, CancellationToken cancellationToken) =>
        await accessor.GetAsync(context, cancellationToken: cancellationToken) is [var text, var since, var again, .. var names] && names.Length > 0
            ? new Kept(text, DateTimeOffset.Parse(since, CultureInfo.InvariantCulture), again.Length > 0, names)
            : null;

    /// <summary>Keeps them.</summary>
    public async Task KeepAsync(ITurnContext context, IStatePropertyAccessor<string[]?> accessor, CancellationToken cancellationToken)
    {
        var all = new List<string>(Fields + Names.Count) { Text, Since.ToString("O", CultureInfo.InvariantCulture), IsToBeSentAgain ? "again" : "" };
        await accessor.SetAsync(context, [.. all, .. Names], cancellationToken);
    }
}
