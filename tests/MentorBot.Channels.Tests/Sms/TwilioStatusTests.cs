using MentorBot.BotFramework;
using MentorBot.Channels.Sms;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Sms;

public sealed class TwilioStatusTests
{
    private static readonly Guid Message = new("0b8a3f0e-9f4b-4a44-8f0e-2f3a0b1c9d00");
    private static readonly TwilioStatus Status = new(Carrier.Settings());

    [Theory]
    [InlineData("accepted", DeliveryStatus.Queued)]
    [InlineData("queued", DeliveryStatus.Queued)]
    [InlineData("scheduled", DeliveryStatus.Queued)]
    [InlineData("sending", DeliveryStatus.Sending)]
    [InlineData("sent", DeliveryStatus.Sent)]
    [InlineData("delivered", DeliveryStatus.Delivered)]
    [InlineData("partially_delivered", DeliveryStatus.PartlyDelivered)]
    [InlineData("undelivered", DeliveryStatus.Undelivered)]
    [InlineData("failed", DeliveryStatus.Failed)]
    [InlineData("canceled", DeliveryStatus.Cancelled)]
    [InlineData("read", DeliveryStatus.Read)]
    public void Every_status_has_its_rank(string status, DeliveryStatus expected) => Assert.Equal(expected, Read(status)!.Status);

    [Fact]
    public void Ranks_only_rise_on_the_way_to_the_handset()
    {
        DeliveryStatus[] way = [DeliveryStatus.Queued, DeliveryStatus.Sending, DeliveryStatus.Sent, DeliveryStatus.Undelivered, DeliveryStatus.Delivered, DeliveryStatus.Read];

        Assert.Equal(way.Order(), way);
    }

    [Fact]
    public void A_report_says_which_message_by_our_id_and_theirs()
    {
        var report = Read("delivered")!;

        Assert.Equal(new DeliveryReport("sms", Message, "SM" + new string('1', 32), DeliveryStatus.Delivered, null), report);
    }

    [Theory]
    [InlineData("undelivered", "30003", DeliveryOutcome.TryOnceLater)]
    [InlineData("undelivered", "30006", DeliveryOutcome.AddressUnusable)]
    [InlineData("failed", "21610", DeliveryOutcome.OptedOut)]
    [InlineData("failed", "99999", DeliveryOutcome.Rejected)]
    [InlineData("failed", null, DeliveryOutcome.Rejected)]
    [InlineData("delivered", "30003", null)]
    public void A_failure_says_what_to_do(string status, string? code, DeliveryOutcome? expected)
    {
        var report = Read(status, code)!;

        Assert.Equal(code, report.ErrorCode);
        Assert.Equal(expected, report.Failure);
    }

    [Theory]
    [InlineData("/channels/sms/status")]
    [InlineData("/channels/sms/status?message=")]
    [InlineData("/channels/sms/status?message=not-a-guid")]
    [InlineData("/channels/sms/status?other=1")]
    public void A_report_without_our_id_is_still_taken(string target)
    {
        var reading = Status.Read(Carrier.Signed(Fields("sent"), target));

        Assert.True(reading.IsAccepted);
        Assert.Null(reading.Accepted.MessageId);
    }

    [Fact]
    public void The_older_name_of_the_status_will_do()
    {
        var fields = Fields("sent");
        fields.Remove("MessageStatus");

        Assert.Equal(DeliveryStatus.Sent, Status.Read(Carrier.Signed(fields, "/s")).Accepted?.Status);
    }

    [Fact]
    public void A_report_about_another_message_than_was_signed_is_refused()
    {
        var fields = Fields("delivered");
        var signature = Carrier.Signer.Sign(TwilioStatus.Path + "?message=" + Guid.NewGuid(), fields);

        var reading = Status.Read(Carrier.Request(TwilioClientSigner.Encode(fields), signature, TwilioStatus.Path + "?message=" + Message));

        Assert.Equal(RefusalReason.BadSignature, reading.Refusal?.Reason);
    }

    [Theory]
    [InlineData("MessageSid", null, RefusalReason.MissingFields)]
    [InlineData("AccountSid", null, RefusalReason.MissingFields)]
    [InlineData("AccountSid", "AC2", RefusalReason.UnknownAccount)]
    [InlineData("MessageStatus", "teleported", RefusalReason.Malformed)]
    [InlineData("MessageSid", "../../x", RefusalReason.Malformed)]
    public void What_is_no_report_is_refused(string field, string? value, RefusalReason expected)
    {
        var fields = Fields("sent");
        if (value is null)
            fields.Remove(field);
        else
            fields[field] = value;

        Assert.Equal(expected, Status.Read(Carrier.Signed(fields)).Refusal?.Reason);
    }

    private static DeliveryReport? Read(string status, string? code = null)
    {
        var fields = Fields(status);
        if (code is not null)
            fields["ErrorCode"] = code;
        return Status.Read(Carrier.Signed(fields, TwilioStatus.Path + "?message=" + Message)).Accepted;
    }

    private static Dictionary<string, string> Fields(string status) => new(StringComparer.Ordinal)
    {
        ["MessageSid"] = "SM" + new string('1', 32),
        ["MessageStatus"] = status,
        ["SmsStatus"] = status,
        ["To"] = Cast.Amina.Mobile,
        ["From"] = Cast.OurNumber,
        ["AccountSid"] = Carrier.Account,
        ["RawDlrDoneDate"] = "2611221200",
    };
}
