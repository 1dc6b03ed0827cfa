using MentorBot.BotFramework;

namespace MentorBot.Channels.Sms;

/// <summary>Reads the text messages that Twilio posts to <c>/channels/sms/inbound</c>.</summary>
/// <remarks>
/// The answer to an accepted one is always <see cref="EmptyTwiml"/>: replies go by REST, so that there is one way of sending, with ids and retries.
/// Only plain numbers are taken. WhatsApp and RCS addresses, short codes and names are refused as malformed: MentorBot could not answer them by text.
/// </remarks>
public sealed class TwilioWebhook(SmsSettings settings)
{
    /// <summary>Where messages are posted, below the public URL.</summary>
    public const string Path = "/channels/sms/inbound";

    /// <summary>The content type of every answer; without one Twilio reports error 12300.</summary>
    public const string ContentType = "text/xml";

    private readonly TwilioGate _gate = new(settings);

    /// <summary>TwiML that does nothing, as UTF-8.</summary>
    public static ReadOnlyMemory<byte> EmptyTwiml { get; } = "<Response/>"u8.ToArray();

    /// <summary>Reads one request. Never throws for what it holds.</summary>
    public Reading<IncomingMessage> Read(TwilioRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var opened = _gate.Open(request);
        return opened.IsAccepted ? ReadMessage(opened.Accepted) : opened.Refusal;
    }

    private static Reading<IncomingMessage> ReadMessage(TwilioForm form)
    {
        if (TwilioGate.Missing(form, "MessageSid", "AccountSid", "From", "To") is { } missing)
            return missing;
        var attachments = TwilioMedia.Read(form);
        var text = form.Find("Body");
        if (text is null && attachments is null)
            return new Refusal(RefusalReason.MissingFields, "Body");

        var (id, from, to) = (form.Find("MessageSid")!, form.Find("From")!, form.Find("To")!);
        if (!TwilioIds.IsId(id))
            return new Refusal(RefusalReason.Malformed, "MessageSid");
        if (!SmsAddress.IsNumber(from))
            return new Refusal(RefusalReason.Malformed, "From");

        var activity = new Activity(ActivityTypes.Message)
        {
            Id = id,
            ChannelId = BotFramework.Channels.Sms,
            Text = text ?? "",
            TextFormat = TextFormatTypes.Plain,
            Attachments = attachments,
            ChannelData = TwilioRemainder.Of(form, from),
        };
        return new IncomingMessage(BotFramework.Channels.Sms, id, from, to, activity);
    }
}
