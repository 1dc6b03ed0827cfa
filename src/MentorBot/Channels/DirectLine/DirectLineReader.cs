using MentorBot.BotFramework;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Privacy;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Channels.DirectLine;

/// <summary>Reads a chat's history as clients want it.</summary>
internal sealed class DirectLineReader(ChatHistory history, AddressVault vault, DirectLineAddresses addresses, ILogger<DirectLineReader> log)
{
    /// <summary>Where a client reaches us.</summary>
    public string BaseOf(HttpRequest request) => addresses.BaseOf(request);

    /// <summary>The look-up key of a chat.</summary>
    public byte[] KeyOf(ChatPass pass) => vault.KeyOf(BotFramework.Channels.WebChat, pass.ConversationId, pass.Site);

    /// <summary>Whether somebody spoke in it. No client needs to know, so a database that is away keeps nobody from beginning.</summary>
    public async Task<bool> HasBegunAsync(ChatPass pass, CancellationToken cancellationToken)
    {
        try
        {
            return await history.HasBegunAsync(KeyOf(pass), cancellationToken);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            log.NotRead(error.GetType().Name);
            return false;
        }
    }

    /// <summary>What follows after a watermark, up to a page of it.</summary>
    /// <param name="pass">Who reads.</param>
    /// <param name="baseAddress">Where she reaches us.</param>
    /// <param name="after">What she has seen.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<DirectLinePage> ReadAsync(ChatPass pass, string baseAddress, Watermark after, CancellationToken cancellationToken)
    {
        var page = await history.ReadAsync(KeyOf(pass), after, cancellationToken);
        var files = addresses.FilesOf(baseAddress, pass);
        return new DirectLinePage([.. page.Lines.Select(line => WireActivities.Send(pass, line.Activity, line.IsMentees, files))], page.Watermark, page.MayHaveMore);
    }
}

/// <summary>A part of a chat, fit for the wire.</summary>
/// <param name="Activities">The activities, oldest first.</param>
/// <param name="Watermark">What is to be given to get what follows.</param>
/// <param name="MayHaveMore">Whether something may follow already.</param>
internal sealed record DirectLinePage(IReadOnlyList<Activity> Activities, Watermark Watermark, bool MayHaveMore);
