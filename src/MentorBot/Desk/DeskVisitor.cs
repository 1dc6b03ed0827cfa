using System.Globalization;
using System.Security.Claims;

namespace MentorBot.Desk;

/// <summary>Who is at the desk.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Name">What colleagues call whoever it is.</param>
/// <param name="MentorId">The mentor; null where the account is no mentor's.</param>
/// <param name="IsCoordinator">Whether a coordinator of the scheme.</param>
/// <param name="SchemeId">The scheme.</param>
/// <param name="HasProvedEnough">Whether both factors were shown.</param>
internal sealed record DeskVisitor(Guid AccountId, string Name, int? MentorId, bool IsCoordinator, int SchemeId, bool HasProvedEnough)
{
    /// <summary>Who asks.</summary>
    /// <exception cref="InvalidOperationException">Nobody is signed in: the policy of a page or an endpoint was forgotten.</exception>
    // STUB until signing in is there: read from what DeskStub signed in.
    public static DeskVisitor Of(HttpContext http)
    {
        var user = http.User;
        if (user.Identity is not { IsAuthenticated: true, Name: { } name }) throw new InvalidOperationException("Nobody is signed in at the desk.");
        return new(Guid.Empty, name, Number(user, DeskStub.Mentor), user.IsInRole(DeskAccess.Coordinator), Number(user, DeskStub.Scheme) ?? 0, HasProvedEnough: true);
    }

    private static int? Number(ClaimsPrincipal user, string claim) =>
        int.TryParse(user.FindFirstValue(claim), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
