namespace MentorBot.Try;

/// <summary>The simulator for scripts: text from a phone, read its screen, move the clock.</summary>
internal static class TryEndpoints
{
    public static void MapTry(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/try/sms", TextAsync);
        routes.MapGet("/try/sms", ScreenAsync);
        routes.MapPost("/try/clock", MoveClock);
        routes.MapGet("/try/clock", (TimeProvider time) => new ClockReading(time.GetUtcNow()));
    }

    private static async Task<IResult> TextAsync(TextRequest request, TryPhone phone)
    {
        if (!TryNumbers.IsPhone(request.From)) return BadNumber("from");
        if (!TryPhone.HasWords(request.Body)) return Bad("body: write some words. A phone sends no empty text.");
        var sent = await phone.TextAsync(request.From!, request.Body!);
        return sent.IsAccepted
            ? Results.Accepted(value: new { messageSid = sent.Accepted })
            : Bad($"{sent.Refusal.Reason} {sent.Refusal.Detail}");
    }

    private static async Task<IResult> ScreenAsync(string? number, TryPhone phone, CancellationToken cancellationToken) =>
        TryNumbers.IsPhone(Plus(number)) ? Results.Ok(await phone.ScreenAsync(Plus(number)!, cancellationToken)) : BadNumber("number");

    private static IResult MoveClock(ClockMove move, TryClock clock, TimeProvider time)
    {
        if (TryClock.Read(move.Advance) is not { } by)
            return Bad("advance: write how far to move the clock on, as days.hours:minutes:seconds, at most 366 days: 2.00:00:00");

        return clock.Advance(by) is { } problem
            ? Results.Problem($"advance: {problem}", statusCode: StatusCodes.Status409Conflict)
            : Results.Ok(new ClockReading(time.GetUtcNow()));
    }

    // A plus sign in a query that nobody escaped arrives as a space.
    private static string? Plus(string? number) => number is [' ', ..] ? string.Concat("+", number.AsSpan(1)) : number;

    private static IResult BadNumber(string field) =>
        Bad($"{field}: write a number from +447700900001 to +447700900999. Nobody owns those, so nobody can be texted by mistake.");

    private static IResult Bad(string detail) => Results.Problem(detail, statusCode: StatusCodes.Status400BadRequest);

    private sealed record TextRequest(string? From, string? Body);

    private sealed record ClockMove(string? Advance);

    private sealed record ClockReading(DateTimeOffset Now);
}
