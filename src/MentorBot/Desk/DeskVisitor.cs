using System.Globalization;
using MentorBot.Mentoring.Accounts;

namespace MentorBot.Desk;

/// <summary>Who is at the desk in this request, as the database said at its beginning.</summary>
/// <param name="AccountId">His account.</param>
/// <param name="Name">What his colleagues call him.</param>
/// <param name="MentorId">The mentor that he is; null for a coordinator who is none.</param>
/// <param name="IsCoordinator">Whether he answers for the scheme.</param>
/// <param name="SchemeId">The scheme that he belongs to; he sees it and all below it.</param>
/// <param name="TimeZone">By whose clock he lives: an IANA name.</param>
internal sealed record DeskVisitor(int AccountId, string Name, int? MentorId, bool IsCoordinator, int SchemeId, string TimeZone)
{
    // A key of its own in the items of a request.
    private static readonly object Key = new();

    /// <summary>Whoever is at the desk.</summary>
    /// <exception cref="InvalidOperationException">Nobody is: the page does not ask for <see cref="DeskAccess.Desk"/>.</exception>
    public static DeskVisitor Of(HttpContext http) => Find(http) ?? throw new InvalidOperationException("Nobody is signed in: this page has to ask for the policy of the desk.");

    /// <summary>An instant by the clock that he lives by, with day and year: for what is kept.</summary>
    public string At(DateTimeOffset instant) => Local(instant).ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    /// <summary>An instant by the clock that he lives by.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTimeBySystemTimeZoneId(instant, TimeZone);

    /// <summary>Whoever is at the desk; null if nobody, or it was not asked.</summary>
    public static DeskVisitor? Find(HttpContext http) => http.Items[Key] as DeskVisitor;

    /// <summary>Says for the rest of the request who it is.</summary>
    internal static void Enter(HttpContext http, Standing standing) =>
        http.Items[Key] = new DeskVisitor(standing.AccountId, standing.Name, standing.MentorId, standing.IsCoordinator, standing.SchemeId, standing.TimeZone);
}
