using MentorBot.Dialogs.Library;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Dialogs;

/// <summary>Placeholder until the branch lands.</summary>
public static class DialogServices
{
    /// <summary>x</summary>
    public static IServiceCollection AddDialogs(this IServiceCollection services, Content content) => services.AddSingleton(content);
}
