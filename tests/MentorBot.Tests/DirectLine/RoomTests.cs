using System.IO.Pipelines;
using System.Net;
using MentorBot.Channels.DirectLine;
using MentorBot.Settings;
using MentorBot.Web;
using Microsoft.AspNetCore.Http;

namespace MentorBot.Tests.DirectLine;

public sealed class RoomTests : IDisposable
{
    private readonly FakeClock _clock = new();
    private readonly UploadRoom _room;
    private readonly ConversationLimits _limits = new();

    public RoomTests() => _room = new UploadRoom(new Asker(TrustedProxies.TryParse(null, out var none) ? none : throw new InvalidOperationException()), _clock);

    [Fact]
    public async Task A_body_that_does_not_come_in_time_is_given_up()
    {
        var http = From("203.0.113.1");
        (http.Request.ContentType, http.Request.Body) = ("text/plain", new Pipe().Reader.AsStream());
        var reading = _room.ReadAsync(http);
        _clock.Advance(UploadRoom.LongestReading - TimeSpan.FromSeconds(1));
        Assert.False(reading.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await reading);
    }

    [Fact]
    public async Task Nobody_holds_two_places_and_who_waits_for_one_is_told_so_soon()
    {
        using var mine = await _room.EnterAsync(From("2001:db8:1:1::1"));
        var mineToo = _room.EnterAsync(From("2001:db8:1:2::1"));
        Assert.False(mineToo.IsCompleted);
        using var hers = await _room.EnterAsync(From("203.0.113.2"));
        using var his = await _room.EnterAsync(From("203.0.113.3"));
        using var theirs = await _room.EnterAsync(From("203.0.113.4"));
        Assert.All([mine, hers, his, theirs], Assert.NotNull);

        var late = _room.EnterAsync(From("203.0.113.5"));
        _clock.Advance(UploadRoom.LongestWait);
        Assert.Null(await late);
        Assert.Null(await mineToo);

        hers!.Dispose();
        using var next = await _room.EnterAsync(From("203.0.113.5"));
        Assert.NotNull(next);
    }

    [Fact]
    public async Task Who_writes_too_fast_waits_before_she_is_refused_and_other_chats_do_not()
    {
        for (var i = 0; i < 20; i++) Assert.Null(await _limits.WaitToPostAsync("a", CancellationToken.None));
        using var enough = new CancellationTokenSource();
        var more = Enumerable.Range(0, 100).Select(_ => _limits.WaitToPostAsync("a", enough.Token)).ToList();
        Assert.NotNull(await await Task.WhenAny(more.Where(post => post.IsCompleted)));
        Assert.InRange(more.Count(post => !post.IsCompleted), 1, 20);
        Assert.Null(await _limits.WaitToPostAsync("b", CancellationToken.None));
        await enough.CancelAsync();
        await Task.WhenAll(more).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    [Fact]
    public async Task Who_reads_too_fast_waits_too()
    {
        for (var i = 0; i < 60; i++) Assert.True(await _limits.WaitToReadAsync("a", CancellationToken.None));
        using var enough = new CancellationTokenSource();
        var more = Enumerable.Range(0, 300).Select(_ => _limits.WaitToReadAsync("a", enough.Token)).ToList();
        Assert.False(await more[^1]);
        await enough.CancelAsync();
        await Task.WhenAll(more).ContinueWith(_ => { }, TaskScheduler.Default);
    }

    public void Dispose()
    {
        _room.Dispose();
        _limits.Dispose();
    }

    private static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
