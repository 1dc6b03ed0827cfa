using MentorBot.BotFramework;
using MentorBot.Mentoring.Data;

namespace MentorBot.Mentoring.Messages;

/// <summary>Records what nearly always happens without reading anything first: a provider took a message, a report says that it got further.</summary>
/// <remarks>Each statement says in its condition when it is right. Whatever does not fit is given back, for <see cref="Settlement"/> to judge.</remarks>
internal static class Usual
{
    private const string Accept = """
        UPDATE "Outbox" SET "State" = @accepted, "Status" = CASE WHEN "ProviderId" = @provider THEN "Status" END, "ProviderId" = @provider,
                            "ErrorCode" = NULL, "Version" = "Version" + 1
        WHERE "Id" = @id AND "State" IN (@sending, @uncertain)
        """;

    private const string GetFurther = """
        UPDATE "Outbox" SET "Status" = @status, "ErrorCode" = NULL, "Version" = "Version" + 1
        WHERE "MessageId" = @message AND "State" = @accepted AND "ProviderId" = @provider AND ("Status" IS NULL OR "Status" < @status)
        """;

    /// <summary>Records the answers that say "taken".</summary>
    /// <returns>The others.</returns>
    public static async Task<IReadOnlyList<Answer>> RecordAsync(MentorBotDb db, IReadOnlyList<Answer> answers)
    {
        using var accept = new RowStatement(db, Accept, "accepted", "provider", "id", "sending", "uncertain");
        var others = new List<Answer>();
        foreach (var answer in answers)
        {
            if (answer.Delivery is { Outcome: DeliveryOutcome.Accepted } taken && !answer.TellsOperator)
                await accept.RunAsync(OutboxState.Accepted, taken.ProviderId, answer.Errand.Id, OutboxState.Sending, OutboxState.Uncertain);
            else
                others.Add(answer);
        }
        return others;
    }

    /// <summary>Records the reports of messages that are known to be taken and that got further.</summary>
    /// <returns>The others that name a message of ours.</returns>
    public static async Task<IReadOnlyList<DeliveryReport>> RecordAsync(MentorBotDb db, IReadOnlyList<DeliveryReport> reports)
    {
        using var getFurther = new RowStatement(db, GetFurther, "status", "message", "accepted", "provider");
        var others = new List<DeliveryReport>();
        foreach (var report in reports.Where(r => r.MessageId is not null))
        {
            var isUsual = report.Failure is null && report.ErrorCode is null
                && await getFurther.RunAsync(report.Status, report.MessageId, OutboxState.Accepted, report.ProviderId) == 1;
            if (!isUsual) others.Add(report);
        }
        return others;
    }
}
