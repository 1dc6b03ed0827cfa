using MentorBot.BotFramework;
using MentorBot.Dialogs.Library;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Dialogs;

/// <summary>Placeholder until the branch lands.</summary>
public static class DialogServices
{
    /// <summary>x</summary>
    public static IServiceCollection AddDialogs(this IServiceCollection services, Content content) => services.AddSingleton(content).AddSingleton<StateTypes>().AddSingleton<IBot, Echo>();
    private sealed class Echo : IBot { public Task OnTurnAsync(ITurnContext t, CancellationToken c = default) => t.SendActivityAsync("Hello, I'm MentorBot. You said " + t.Activity.Text, cancellationToken: c); }
}
