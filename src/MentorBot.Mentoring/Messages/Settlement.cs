using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Incidents;

namespace MentorBot.Mentoring.Messages;

/// <summary>What a provider's answer or report does to a message, and to whoever it was for.</summary>
internal static class Settlement
{
    /// <summary>A message that no provider would take is given up after this long: an older answer would confuse more than it helps.</summary>
    public static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(24);

    private static readonly TimeSpan OneLaterTry = TimeSpan.FromHours(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Applies the answer to an attempt or a look-up.</summary>
    public static void Apply(MentorBotDb db, OutboxMessage message, Delivery delivery, DateTimeOffset now)
    {
        // A report that came first has already settled it, and knows better than a lost answer.
        if (message.State is not (OutboxState.Sending or OutboxState.Uncertain)) return;

        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Accepted:
                message.Accept(delivery.ProviderId);
                break;
            case DeliveryOutcome.Uncertain:
                message.Doubt(delivery.Code, now + (delivery.RetryAfter ?? Later(message.Tries)));
                break;
            case DeliveryOutcome.NotTaken or DeliveryOutcome.TryLater or DeliveryOutcome.PauseSender or DeliveryOutcome.StopSender:
                TryAgain(db, message, delivery, now);
                break;
            default:
                Fail(db, message, delivery.Outcome, delivery.Code, now);
                break;
        }
    }

    /// <summary>Applies a report about a message. Statuses only move up, so a late or repeated report changes nothing.</summary>
    public static void Apply(MentorBotDb db, OutboxMessage message, DeliveryReport report, DateTimeOffset now)
    {
        if (message.State is OutboxState.Sending or OutboxState.Uncertain) message.Accept(report.ProviderId);
        if (message.Status >= report.Status) return;

        message.Status = report.Status;
        message.ErrorCode = report.ErrorCode;
        message.Version++;
        if (report.Failure is { } failure) Fail(db, message, failure, report.ErrorCode, now);
    }

    private static void TryAgain(MentorBotDb db, OutboxMessage message, Delivery delivery, DateTimeOffset now)
    {
        if (delivery.HoldsSender) Report(db, "sender.held", message, delivery.Code, now);

        if (now - message.PreparedAt > GiveUpAfter) Fail(db, message, DeliveryOutcome.Rejected, "too-old", now);
        else message.Requeue(delivery.Code, now + (delivery.RetryAfter ?? (delivery.Outcome == DeliveryOutcome.NotTaken ? TimeSpan.Zero : Later(message.Tries))));
    }

    private static void Fail(MentorBotDb db, OutboxMessage message, DeliveryOutcome outcome, string? code, DateTimeOffset now)
    {
        if (outcome == DeliveryOutcome.TryOnceLater && message.Tries == 1)
        {
            message.Requeue(code, now + OneLaterTry);
            return;
        }

        message.Fail(code);
        var conversation = message.Conversation!;
        switch (outcome)
        {
            case DeliveryOutcome.OptedOut:
                conversation.OptOut(now);
                break;
            case DeliveryOutcome.AddressUnusable:
                conversation.Address!.UnusableBecause = code;
                conversation.Address.Version++;
                break;
            default:
                Report(db, "message.failed", message, code, now);
                break;
        }
    }

    private static void Report(MentorBotDb db, string kind, OutboxMessage message, string? code, DateTimeOffset now) =>
        db.Incidents.Add(new Incident { Kind = kind, Subject = $"outbox {message.Id}", Code = code ?? "unknown", At = now });

    private static TimeSpan Later(int tries) =>
        TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(tries, 20))));
}
