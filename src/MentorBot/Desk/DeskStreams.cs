using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.Channels;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Messages;
using MentorBot.Workers;

namespace MentorBot.Desk;

/// <summary>Tells browsers at the desk of news, by server-sent events. One look at the database serves all of this node: at once when something was done here, and each second for what other nodes did.</summary>
/// <remarks>Where nobody is at the desk nothing is asked. A stream ends within five seconds of its mentor's rights.</remarks>
internal sealed class DeskStreams(DeskNews news, Signal<DeskNews> signal, DeskPresence presence, SignIns signIns, TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<DeskStreams> log) : Loop(log)
{
    private const int MostOpen = 500;
    private const int MostOfOne = 8;
    private const string ComeAgainAfter = "10";

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AtLeastBetween = TimeSpan.FromMilliseconds(100);

    // Also how long a withdrawn right may still be looked at, and less than half of what proxies let a connection be silent (nginx: 60 seconds).
    private static readonly TimeSpan BetweenChecks = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<DeskStream, bool> _open = new();
    private DateTimeOffset _notesAgainAt;

    /// <summary>The streams of a mentor.</summary>
    public IEnumerable<DeskStream> Of(int mentorId) => _open.Keys.Where(stream => stream.MentorId == mentorId);

    /// <summary>Runs a stream until its browser or its mentor is gone.</summary>
    public async Task RunAsync(HttpContext http)
    {
        var visitor = DeskVisitor.Of(http);
        if (visitor.MentorId is not { } mentor)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        if (_open.Count >= MostOpen || Of(mentor).Count() >= MostOfOne)
        {
            (http.Response.StatusCode, http.Response.Headers.RetryAfter) = (StatusCodes.Status429TooManyRequests, ComeAgainAfter);
            return;
        }
        await KeepAsync(http, new DeskStream(visitor, mentor));
    }

    protected override async Task GoRoundAsync(CancellationToken stopping)
    {
        await signal.WaitAsync(BetweenLooks, stopping);
        if (_open.IsEmpty) return;
        var streams = _open.Keys.ToList();
        var mentors = streams.Select(stream => stream.MentorId).Distinct().ToList();
        if (clock.GetUtcNow() >= _notesAgainAt) _notesAgainAt = await presence.NoteAsync(mentors);
        var states = await news.LookAsync(mentors, stopping);
        foreach (var stream in streams)
        {
            if (states.TryGetValue(stream.MentorId, out var state)) stream.Tell(state);
            else stream.End();
        }
        // However much happens, a browser cannot show it faster.
        await Task.Delay(AtLeastBetween, TimeProvider.System, stopping);
    }

    private async Task KeepAsync(HttpContext http, DeskStream stream)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        // A proxy that collects answers would keep the news to itself (nginx: X-Accel-Buffering).
        http.Response.Headers["X-Accel-Buffering"] = "no";
        await presence.NoteAsync([stream.MentorId]);
        _open[stream] = true;
        using var ending = lifetime.ApplicationStopping.Register(stream.End);
        signal.Pulse();
        try
        {
            await TellAsync(http, stream);
        }
        catch (Exception error) when (error is ChannelClosedException or OperationCanceledException or IOException)
        {
            // Its browser went, its mentor may not be here any more, or the program stops.
        }
        finally
        {
            _open.TryRemove(stream, out _);
        }
    }

    private async Task TellAsync(HttpContext http, DeskStream stream)
    {
        await WriteAsync(http, string.Create(CultureInfo.InvariantCulture, $"retry: {ComeAgainAfter}00\n\n"));
        for (var checkedAt = TimeProvider.System.GetTimestamp(); ;)
        {
            var next = await stream.NextAsync(BetweenChecks, http.RequestAborted);
            if (next is null || TimeProvider.System.GetElapsedTime(checkedAt) > BetweenChecks)
            {
                if ((await signIns.PeekAsync(DeskCookie.TokenOf(http), http.RequestAborted))?.MentorId != stream.MentorId) return;
                checkedAt = TimeProvider.System.GetTimestamp();
            }
            await WriteAsync(http, next ?? ": here\n\n");
        }
    }

    private static async Task WriteAsync(HttpContext http, string text)
    {
        await http.Response.WriteAsync(text, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }
}
