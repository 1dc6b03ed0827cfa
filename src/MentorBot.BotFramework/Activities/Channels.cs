namespace MentorBot.BotFramework;

/// <summary>The channels a conversation can come by, and what each can show.</summary>
public static class Channels
{
    /// <summary>Text messages, by any carrier that speaks Twilio's dialect.</summary>
    public const string Sms = "sms";

    /// <summary>Text messages, by the name that the Bot Framework's Twilio adapter gave them.</summary>
    public const string TwilioSms = "twilio-sms";

    /// <summary>Telegram.</summary>
    public const string Telegram = "telegram";

    /// <summary>The Direct Line protocol.</summary>
    public const string DirectLine = "directline";

    /// <summary>Microsoft's Web Chat, by Direct Line.</summary>
    public const string WebChat = "webchat";

    /// <summary>The Bot Framework Emulator: a developer's own screen.</summary>
    public const string Emulator = "emulator";

    /// <summary>The terminal.</summary>
    public const string Console = "console";

    /// <summary>Tests.</summary>
    public const string Test = "test";

    /// <summary>Microsoft Teams.</summary>
    public const string Msteams = "msteams";

    /// <summary>Whatever channel Azure Bot Service, or the Emulator, brings by the Connector API.</summary>
    public const string AzureBot = "azurebot";

    private const int MostButtons = 100;

    /// <summary>Whether the channel can show this many answer buttons (100 is the most, on those that can show any).</summary>
    public static bool SupportsSuggestedActions(string? channelId, int buttonCount = MostButtons) =>
        channelId is Telegram or DirectLine or WebChat or Emulator && buttonCount <= MostButtons;

    /// <summary>Whether the channel can show a card with this many buttons.</summary>
    public static bool SupportsCardActions(string? channelId, int buttonCount = MostButtons) => channelId switch
    {
        Telegram or DirectLine or WebChat or Emulator => buttonCount <= MostButtons,
        Msteams => buttonCount <= 50,
        _ => false,
    };
}
