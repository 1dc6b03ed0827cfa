using MentorBot.BotFramework;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Messages;

namespace MentorBot.Benchmarks.Bookings;

/// <summary>A bot that books and does nothing else: what is measured is the work, and not the words.</summary>
internal sealed class BookingBot : IBot
{
    /// <summary>Finds times, and keeps none.</summary>
    public const string Propose = "PROPOSE";

    /// <summary>Offers times; whoever finds none waits.</summary>
    public const string Book = "BOOK";

    /// <summary>What an offer begins with.</summary>
    public const string Offered = "offered";

    private static readonly WantedMeeting Wanted = new(MeetingWay.Messages, Need.None, "my photos", TimeWish.Any, Own: null);

    /// <summary>How long each proposal took, in milliseconds.</summary>
    public List<double> Proposals { get; } = [];

    /// <summary>How long the processor worked for each: what a machine shows that has other work too.</summary>
    public List<double> Work { get; } = [];

    /// <summary>How many turns it had.</summary>
    public int Turns { get; private set; }

    public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        Turns++;
        return (turnContext.Activity.Name ?? turnContext.Activity.Text) switch
        {
            Propose => ProposeAsync(turnContext.Turn(), cancellationToken),
            Book => OfferAsync(turnContext, booking: null, cancellationToken),
            WaitingList.Freed => OfferFreedAsync(turnContext, cancellationToken),
            "1" => ChooseAsync(turnContext, cancellationToken),
            _ => Task.CompletedTask,
        };
    }

    private async Task ProposeAsync(Turn turn, CancellationToken cancellationToken)
    {
        var (start, work) = (TimeProvider.System.GetTimestamp(), Environment.CpuUsage.TotalTime);
        var found = await turn.ProposeAsync(Wanted, cancellationToken);
        Proposals.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        Work.Add((Environment.CpuUsage.TotalTime - work).TotalMilliseconds);
        if (found.Count != Proposing.Offered) throw new InvalidOperationException($"{found.Count} times were found.");
    }

    private static async Task OfferAsync(ITurnContext context, Booking? booking, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        if (await turn.OfferTimesAsync(booking, Wanted with { Own = booking }, aboutId: null, cancellationToken) is not null) await context.SendActivityAsync(Offered, cancellationToken: cancellationToken);
        else if (booking is null) await WaitAsync(context, cancellationToken);
        else await turn.PassOnAsync(booking, cancellationToken);
    }

    private static async Task WaitAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        context.Turn().WaitForTime(Wanted, aboutId: null);
        await context.SendActivityAsync("no times: you wait", cancellationToken: cancellationToken);
    }

    private static async Task OfferFreedAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        if (await context.Turn().FindWhoIsNextAsync(cancellationToken) is { } booking) await OfferAsync(context, booking, cancellationToken);
    }

    private static async Task ChooseAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        var turn = context.Turn();
        var isHers = await turn.FindChoosingAsync(cancellationToken) is { } booking && await turn.ChooseAsync(booking, booking.Choices[0], cancellationToken);
        await context.SendActivityAsync(isHers ? "booked" : "gone", cancellationToken: cancellationToken);
    }
}
