using System.Security.Claims;
using System.Text.Encodings.Web;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Mentors;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MentorBot.Desk;

// STUB: all of this file goes when signing in is there (AddDesk, UseDesk, DeskVisitor). Until then, in Development with the simulator on, /desk/demo/NAME makes a mentor of that name who hears at the desk, and signs her in. Grace is a coordinator, too.

/// <summary>Lets anybody be a demo mentor, in Development only.</summary>
internal static class DeskStub
{
    public const string Mentor = "mentor";
    public const string Scheme = "scheme";
    public const string Cookie = "desk-demo";

    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddAuthentication(Cookie).AddScheme<AuthenticationSchemeOptions, DeskStubHandler>(Cookie, configureOptions: null);
        services.AddAuthorizationBuilder().AddPolicy(DeskAccess.Desk, policy => policy.RequireAuthenticatedUser()).AddPolicy(DeskAccess.Coordinator, policy => policy.RequireRole(DeskAccess.Coordinator));
        return services;
    }

    public static void UseDesk(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/desk/demo/{name}", EnterAsync);
    }

    private static async Task<IResult> EnterAsync(HttpContext http, string name, IHostEnvironment environment, Writes writes, TimeProvider clock)
    {
        if (!environment.IsDevelopment() || !Invitations.IsName(name)) return Results.NotFound();
        await writes.RunAsync(
            async db =>
            {
                if (!await db.Mentors.AnyAsync(m => m.Name == name))
                    db.Mentors.Add(new Mentor { Name = name, SchemeId = await db.Schemes.MinAsync(s => s.Id), HearsBy = HearsBy.Desk, JoinedAt = clock.GetUtcNow(), MostAtOnce = 1000, MostAWeek = 1000 });
                return 0;
            },
            http.RequestAborted);
        http.Response.Cookies.Append(Cookie, name, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/desk" });
        return Results.Redirect("/desk");
    }
}

internal sealed class DeskStubHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IDbContextFactory<MentorBotDb> contexts, IHostEnvironment environment)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!environment.IsDevelopment() || Request.Cookies[DeskStub.Cookie] is not { Length: > 0 } name) return AuthenticateResult.NoResult();
        await using var db = await contexts.CreateDbContextAsync(Context.RequestAborted);
        var isCoordinator = name.StartsWith("Grace", StringComparison.Ordinal);
        if (await db.Mentors.FirstOrDefaultAsync(m => m.Name == name && m.WithdrawnAt == null, Context.RequestAborted) is not { } mentor) return AuthenticateResult.NoResult();
        var identity = new ClaimsIdentity([new(ClaimTypes.Name, mentor.Name), new(DeskStub.Mentor, $"{mentor.Id}"), new(DeskStub.Scheme, $"{mentor.SchemeId}")], Scheme.Name);
        if (isCoordinator) identity.AddClaim(new(ClaimTypes.Role, DeskAccess.Coordinator));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }
}
