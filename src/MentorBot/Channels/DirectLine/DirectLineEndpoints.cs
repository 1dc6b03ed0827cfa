using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Privacy;
using Microsoft.AspNetCore.Cors.Infrastructure;

namespace MentorBot.Channels.DirectLine;

/// <summary>Direct Line 3.0: how our own page, Microsoft's Web Chat and whatever else speaks it talk to MentorBot.</summary>
internal static class DirectLineEndpoints
{
    public static IServiceCollection AddDirectLine(this IServiceCollection services, WebChatSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(provider => new ChatTokens(provider.GetRequiredService<KeyRing>().LookUp("MentorBot web chat tokens"u8), provider.GetRequiredService<TimeProvider>()))
        .AddCors()
        .AddSingleton<DirectLineOrigins>()
        .AddSingleton<ICorsPolicyProvider>(provider => provider.GetRequiredService<DirectLineOrigins>())
        .AddSingleton<DirectLineGate>()
        .AddSingleton<DirectLineAddresses>()
        .AddSingleton<DirectLineReader>()
        .AddSingleton<DirectLineConversations>()
        .AddSingleton<DirectLineActivities>();

    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(DirectLineAddresses.Root).AddEndpointFilter(NeverKeptAsync);
        all.MapPost("/tokens/generate", DirectLineTokens.GenerateAsync).RequireCors(DirectLineOrigins.Policy);
        all.MapPost("/tokens/refresh", DirectLineTokens.RefreshAsync).RequireCors(DirectLineOrigins.Policy);
        all.MapPost("/conversations", (HttpContext http, DirectLineConversations conversations) => conversations.StartAsync(http)).RequireCors(DirectLineOrigins.Policy);
        all.MapGet("/conversations/{id}", (HttpContext http, string id, DirectLineConversations conversations) => conversations.ReconnectAsync(http, id)).RequireCors(DirectLineOrigins.Policy);
        all.MapGet("/conversations/{id}/activities", (HttpContext http, string id, DirectLineActivities activities) => activities.ReadAsync(http, id)).RequireCors(DirectLineOrigins.Policy);
        all.MapPost("/conversations/{id}/activities", (HttpContext http, string id, DirectLineActivities activities) => activities.PostAsync(http, id)).RequireCors(DirectLineOrigins.Policy);
        // Only sign-in cards need it, and we have none: any id will do.
        all.MapGet("/session/getsessionid", () => new { sessionId = Guid.NewGuid().ToString("N") }).RequireCors(DirectLineOrigins.WithCredentials);
    }

    private static ValueTask<object?> NeverKeptAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
