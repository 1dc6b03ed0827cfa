using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Privacy;
using MentorBot.Web;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;

namespace MentorBot.Channels.DirectLine;

/// <summary>Direct Line 3.0: how our own page, Microsoft's Web Chat and whatever else speaks it talk to MentorBot.</summary>
internal static class DirectLineEndpoints
{
    public static IServiceCollection AddDirectLine(this IServiceCollection services, WebChatSettings settings) => services
        .AddSingleton(settings)
        .AddSingleton(provider => new ChatTokens(provider.GetRequiredService<KeyRing>().LookUp("MentorBot web chat tokens"u8), provider.GetRequiredService<TimeProvider>()))
        .AddDirectLineLimits()
        .AddCors()
        .AddSingleton<DirectLineOrigins>()
        .AddSingleton<ICorsPolicyProvider>(provider => provider.GetRequiredService<DirectLineOrigins>())
        .AddSingleton<DirectLineGate>()
        .AddSingleton<DirectLineAddresses>()
        .AddSingleton<DirectLineReader>()
        .AddSingleton<DirectLineConversations>()
        .AddSingleton<DirectLineActivities>()
        .AddSingleton<DirectLineReads>()
        .AddSingleton<ConversationLimits>()
        .AddSingleton<DirectLineFiles>()
        .AddSingleton(provider => new UploadRoom(provider.GetRequiredService<Asker>(), TimeProvider.System))
        .AddSingleton<DirectLineUploads>()
        .AddSingleton<DirectLineStream>()
        .AddSingleton<ChatStreams>()
        .AddHostedService(provider => provider.GetRequiredService<ChatStreams>());

    public static void MapDirectLine(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup(DirectLineAddresses.Root).AddEndpointFilter(NeverKeptAsync);
        var called = all.MapGroup("").RequireCors(DirectLineOrigins.Policy);
        called.MapPost("/tokens/generate", DirectLineTokens.GenerateAsync).RequireRateLimiting(DirectLineLimits.Begins);
        called.MapPost("/tokens/refresh", DirectLineTokens.RefreshAsync).RequireRateLimiting(DirectLineLimits.Begins);
        called.MapPost("/conversations", (HttpContext http, DirectLineConversations all) => all.StartAsync(http)).RequireRateLimiting(DirectLineLimits.Begins);
        called.MapGet("/conversations/{id}", (HttpContext http, string id, DirectLineConversations all) => all.ReconnectAsync(http, id)).RequireRateLimiting(DirectLineLimits.Begins);
        called.MapGet("/conversations/{id}/activities", (HttpContext http, string id, DirectLineReads all) => all.ReadAsync(http, id));
        called.MapPost("/conversations/{id}/activities", (HttpContext http, string id, DirectLineActivities all) => all.PostAsync(http, id));
        called.MapPost("/conversations/{id}/upload", (HttpContext http, string id, DirectLineUploads all) => all.UploadAsync(http, id)).RequireRateLimiting(DirectLineLimits.Uploads);
        called.MapGet("/attachments/{id}/{file:guid}", (HttpContext http, string id, Guid file, DirectLineFiles all) => all.FetchAsync(http, id, file));
        // No preflight is asked for sockets: the origin is looked at when one is opened.
        all.MapGet("/conversations/{id}/stream", (HttpContext http, string id, DirectLineStream stream) => stream.OpenAsync(http, id)).RequireRateLimiting(DirectLineLimits.Begins);
        // Only sign-in cards need it, and we have none: any id will do.
        all.MapGet("/session/getsessionid", () => new { sessionId = Guid.NewGuid().ToString("N") }).RequireCors(DirectLineOrigins.WithCredentials);
    }

    private static ValueTask<object?> NeverKeptAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        return next(context);
    }
}
