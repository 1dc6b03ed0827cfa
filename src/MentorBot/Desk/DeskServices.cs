using MentorBot.Mentoring.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Desk;

/// <summary>Who is at the desk: signing in, joining, and what pages may ask for.</summary>
internal static class DeskServices
{
    /// <summary>Adds authentication and authorisation for the desk, and nothing for the rest.</summary>
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddAuthentication(DeskCookie.Scheme).AddCookie(DeskCookie.Scheme, DeskCookie.Configure);
        services.AddAuthorizationBuilder()
            .AddPolicy(DeskAccess.Desk, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(DeskAccess.Coordinator, policy => policy.RequireRole(DeskAccess.Coordinator));
        services.Configure<RazorPagesOptions>(Guard);
        services.AddPasskeys();
        return services.AddSingleton<DeskCookie>().AddSingleton<KnownBrowser>().AddSingleton<DeskLimits>().AddSingleton<JoinForms>().AddSingleton<OnceLinks>();
    }

    /// <summary>Tells in each request for the desk who is there. It has to stand before the pages.</summary>
    public static void UseDesk(this IApplicationBuilder app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments(DeskAccess.Path, StringComparison.OrdinalIgnoreCase), desk => desk.Use((context, next) =>
        {
            // Whoever comes after him and goes back sees nothing.
            context.Response.OnStarting(() => Task.FromResult(context.Response.Headers.CacheControl = "no-store"));
            return next(context);
        }));
        app.UseAuthentication();
        app.UseAuthorization();
    }

    /// <summary>Adds the few addresses that are no pages.</summary>
    public static void MapDesk(this IEndpointRouteBuilder routes, bool isDemo)
    {
        if (isDemo) routes.MapGet($"{OnceLinks.Path}/{{code}}", (string code, HttpContext http, OnceLinks links) => links.OpenAsync(code, http));
    }

    private static void Guard(RazorPagesOptions options)
    {
        options.Conventions.AuthorizeFolder("/Desk", DeskAccess.Desk);
        foreach (var coordinators in new[] { "/Desk/Mentors", "/Desk/Profile", "/Desk/Results", "/Desk/Waits", "/Desk/Duty", "/Desk/Concerns", "/Desk/Concern", "/Desk/Bookings", "/Desk/Venues" }) options.Conventions.AuthorizePage(coordinators, DeskAccess.Coordinator);
        foreach (var open in new[] { "/Desk/SignIn", "/Desk/Join" }) options.Conventions.AllowAnonymousToPage(open);
    }

    private static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Account>();
        services.AddScoped<IUserStore<Account>, AccountStore>().AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>().AddScoped<PasskeyProofs>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<Channels.DirectLine.DirectLineAddresses>((options, addresses) =>
        {
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
            // Our pages send no Origin with a form that could be compared with: see SecurityHeaders (no-referrer).
            options.ValidateOrigin = context => ValueTask.FromResult(!context.CrossOrigin && context.Origin == addresses.BaseOf(context.HttpContext.Request));
        });
    }
}
