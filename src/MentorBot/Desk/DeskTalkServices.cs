namespace MentorBot.Desk;

/// <summary>Puts together what mentors do at the desk; who may is put together elsewhere.</summary>
internal static class DeskTalkServices
{
    /// <summary>Adds the streams, and who is typing.</summary>
    public static IServiceCollection AddDeskTalks(this IServiceCollection services) => services
        .AddSingleton<DeskStreams>()
        .AddSingleton<DeskTyping>()
        .AddHostedService(provider => provider.GetRequiredService<DeskStreams>());
}
