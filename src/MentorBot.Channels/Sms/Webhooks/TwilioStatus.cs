using MentorBot.BotFramework;
using Microsoft.AspNetCore.WebUtilities;

namespace MentorBot.Channels.Sms;

/// <summary>Reads the news of sent messages that Twilio posts to <c>/channels/sms/status?message=…</c>.</summary>
/// <remarks>The query carries our own id, so that a message whose sending was never answered is settled by its first report.</remarks>
public sealed class TwilioStatus(SmsSettings settings)
{
    /// <summary>Where reports are posted, below the public URL.</summary>
    public const string Path = "/channels/sms/status";

    private const string MessageKey = "message";

    private readonly TwilioGate _gate = new(settings);

    /// <summary>Reads one request. Never throws for what it holds.</summary>
    public Reading<DeliveryReport> Read(TwilioRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var opened = _gate.Open(request);
        return opened.IsAccepted ? ReadReport(opened.Accepted, MessageId(request.PathAndQuery)) : opened.Refusal;
    }

    /// <summary>The URL that Twilio is asked to report to; null if there is no public URL.</summary>
    internal static string? CallbackUrl(string? publicUrl, Guid message) =>
        string.IsNullOrWhiteSpace(publicUrl) ? null : $"{publicUrl.TrimEnd('/')}{Path}?{MessageKey}={message}";

    private static Reading<DeliveryReport> ReadReport(TwilioForm form, Guid? message)
    {
        // Twilio sends the status twice; carriers that copy it may send the older name alone.
        var statusName = form.Find("MessageStatus") is not null ? "MessageStatus" : "SmsStatus";
        if (TwilioGate.Missing(form, "MessageSid", "AccountSid", statusName) is { } missing)
            return missing;
        var id = form.Find("MessageSid")!;
        if (!TwilioIds.IsId(id))
            return new Refusal(RefusalReason.Malformed, "MessageSid");
        if (Rank(form.Find(statusName)!) is not { } status)
            return new Refusal(RefusalReason.Malformed, statusName);

        var code = TwilioErrors.Code(form.Find("ErrorCode"));
        var failed = status is DeliveryStatus.Failed or DeliveryStatus.Undelivered;
        return new DeliveryReport(BotFramework.Channels.Sms, message, id, status, code, failed ? TwilioErrors.Find(code).Outcome : null);
    }

    private static Guid? MessageId(string pathAndQuery)
    {
        var query = pathAndQuery.IndexOf('?', StringComparison.Ordinal);
        if (query < 0)
            return null;
        foreach (var pair in new QueryStringEnumerable(pathAndQuery.AsMemory(query)))
        {
            if (pair.DecodeName().Span is MessageKey && Guid.TryParse(pair.DecodeValue().Span, out var id))
                return id;
        }
        return null;
    }

    private static DeliveryStatus? Rank(string status) => status switch
    {
        "accepted" or "queued" or "scheduled" => DeliveryStatus.Queued,
        "sending" => DeliveryStatus.Sending,
        "sent" => DeliveryStatus.Sent,
        "canceled" => DeliveryStatus.Cancelled,
        "failed" => DeliveryStatus.Failed,
        "undelivered" => DeliveryStatus.Undelivered,
        "partially_delivered" => DeliveryStatus.PartlyDelivered,
        "delivered" => DeliveryStatus.Delivered,
        "read" => DeliveryStatus.Read,
        _ => null,
    };
}
