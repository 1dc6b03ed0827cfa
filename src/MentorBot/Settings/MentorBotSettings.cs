using MentorBot.Channels.AzureBot;
using MentorBot.Channels.Sms;
using MentorBot.Channels.Telegram;
using MentorBot.Channels.WebChat;
using MentorBot.Mentoring.Data;

namespace MentorBot.Settings;

/// <summary>The settings under <c>MentorBot</c>, read and found good. <c>appsettings.template.json</c> says what each means.</summary>
public sealed record MentorBotSettings
{
    /// <summary>The base of the URLs that carriers call, or null when none calls.</summary>
    public required string? PublicUrl { get; init; }

    /// <summary>Whose word is taken for who asks.</summary>
    public required TrustedProxies TrustedProxies { get; init; }

    /// <summary>Where the memory is.</summary>
    public required DatabaseSettings Database { get; init; }

    /// <summary>Where address keys and data-protection keys are.</summary>
    public required string KeysDirectory { get; init; }

    /// <summary>How long words are kept.</summary>
    public required TimeSpan KeepWordsFor { get; init; }

    /// <summary>The text message carrier.</summary>
    public required SmsSettings Sms { get; init; }

    /// <summary>The Telegram bot.</summary>
    public required TelegramSettings Telegram { get; init; }

    /// <summary>The registration with Azure Bot Service.</summary>
    public required AzureBotSettings AzureBot { get; init; }

    /// <summary>The web chat.</summary>
    public required WebChatSettings WebChat { get; init; }

    /// <summary>Where people meet by video: rooms are names behind it. Null where nobody does.</summary>
    public required Uri? VideoUrl { get; init; }

    /// <summary>Whether the simulator is on.</summary>
    public required bool TryEnabled { get; init; }

    /// <summary>The type's name and nothing else: the settings hold secrets.</summary>
    public override string ToString() => nameof(MentorBotSettings);
}
