using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Events;
using MentorBot.Mentoring.Incidents;

namespace MentorBot.Mentoring.Messages;

/// <summary>What a provider's answer or report does to a message, and to whoever it was for.</summary>
internal static class Settlement
{
    private static readonly TimeSpan OneLaterTry = TimeSpan.FromHours(2);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Applies the answer to an attempt or a look-up.</summary>
    public static void Apply(MentorBotDb db, OutboxMessage message, Answer answer, DateTimeOffset now)
    {
        var delivery = answer.Delivery;
        if (!Counts(message, answer)) return;

        if (answer.TellsOperator) Report(db, "sender.held", message, delivery.Code, now);
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.Accepted:
                message.Accept(delivery.ProviderId);
                break;
            case DeliveryOutcome.Uncertain:
                KeepDoubting(db, message, delivery, now);
                break;
            case DeliveryOutcome.NotTaken or DeliveryOutcome.TryLater or DeliveryOutcome.PauseSender or DeliveryOutcome.StopSender:
                message.Requeue(delivery.Code, now + (delivery.RetryAfter ?? WaitFor(message, delivery, now)));
                break;
            default:
                Fail(db, message, delivery, now);
                break;
        }
    }

    /// <summary>Whether an answer still says something about a message.</summary>
    public static bool Counts(OutboxMessage message, Answer answer)
    {
        // A report that came first has already settled it, and knows better than a lost answer.
        if (message.State is not (OutboxState.Sending or OutboxState.Uncertain)) return false;
        // Another node has taken over and tried again: of an earlier try only "it has arrived" still counts.
        return message.Tries == answer.Errand.Try || answer.Delivery.Outcome == DeliveryOutcome.Accepted;
    }

    /// <summary>Applies a report about a message. Statuses only move up, so a late or repeated report changes nothing.</summary>
    public static void Apply(MentorBotDb db, OutboxMessage message, DeliveryReport report, DateTimeOffset now)
    {
        if (SettlesIt(message, report)) message.Accept(report.ProviderId);
        if (message.Status >= report.Status || IsOfAnEarlierTry(message, report)) return;

        message.Note(report.Status, report.ErrorCode);
        if (report.Failure is { } failure) Fail(db, message, Delivery.Refused(failure, report.ErrorCode ?? "unknown"), now);
    }

    /// <summary>Gives a message up, and tells an operator.</summary>
    public static void Fail(MentorBotDb db, OutboxMessage message, string code, DateTimeOffset now)
    {
        message.Fail(code);
        Report(db, "message.failed", message, code, now);
    }

    /// <summary>Whether the report shows that the provider has a message which we thought it might not have.</summary>
    private static bool SettlesIt(OutboxMessage message, DeliveryReport report)
    {
        if (message.State == OutboxState.Accepted) return false;
        var hasArrived = report.Status >= DeliveryStatus.PartlyDelivered;
        // Late news of an earlier try, which had failed, must not call off the second.
        return hasArrived || (message.State <= OutboxState.Uncertain && report.ProviderId != message.ProviderId);
    }

    private static bool IsOfAnEarlierTry(OutboxMessage message, DeliveryReport report) =>
        report.Failure is not null && report.ProviderId != message.ProviderId;

    private static void KeepDoubting(MentorBotDb db, OutboxMessage message, Delivery delivery, DateTimeOffset now)
    {
        if (message.IsTooOld(now)) Fail(db, message, delivery.Code ?? "uncertain", now);
        else message.Doubt(delivery.Code, now + (delivery.RetryAfter ?? AsLongAgain(message, now)));
    }

    private static void Fail(MentorBotDb db, OutboxMessage message, Delivery delivery, DateTimeOffset now)
    {
        var conversation = message.Conversation!;
        switch (delivery.Outcome)
        {
            case DeliveryOutcome.TryOnceLater when message.Tries == 1:
                message.Note(message.Status ?? DeliveryStatus.Undelivered, delivery.Code);
                message.Requeue(delivery.Code, now + (delivery.RetryAfter ?? OneLaterTry));
                break;
            case DeliveryOutcome.OptedOut:
                message.Fail(delivery.Code);
                Stop(db, conversation, now);
                break;
            case DeliveryOutcome.AddressUnusable:
                message.Fail(delivery.Code);
                conversation.Address!.Lose(OutboxMessage.Short(delivery.Code) ?? "unknown");
                Report(db, "address.unusable", message, delivery.Code, now);
                break;
            default:
                Fail(db, message, delivery.Code ?? "unknown", now);
                break;
        }
    }

    /// <summary>She told the provider and not us to stop: it is recorded as if she had told us.</summary>
    private static void Stop(MentorBotDb db, Conversation conversation, DateTimeOffset now)
    {
        var address = conversation.Address!;
        if (address.OptedOutAt is null)
            db.Events.Add(new RecordedEvent { Name = RecordedEvent.MenteeStopped, SchemeId = address.Mentee!.SchemeId, MenteeId = address.MenteeId, At = now });
        conversation.OptOut(now);
    }

    private static void Report(MentorBotDb db, string kind, OutboxMessage message, string? code, DateTimeOffset now) =>
        db.Incidents.Add(new Incident { Kind = kind, Subject = $"outbox {message.Id}", Code = OutboxMessage.Short(code) ?? "unknown", At = now });

    private static TimeSpan WaitFor(OutboxMessage message, Delivery delivery, DateTimeOffset now) =>
        delivery.Outcome == DeliveryOutcome.NotTaken ? TimeSpan.Zero : AsLongAgain(message, now);

    /// <summary>As long again as it has been tried already, within bounds: each wait is about as long as all before it together.</summary>
    private static TimeSpan AsLongAgain(OutboxMessage message, DateTimeOffset now)
    {
        var since = now - (message.FirstTriedAt ?? now);
        return since < ShortestWait ? ShortestWait : since > LongestWait ? LongestWait : since;
    }
}
