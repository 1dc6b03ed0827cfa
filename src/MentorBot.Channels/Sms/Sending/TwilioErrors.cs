using System.Collections.Frozen;
using MentorBot.BotFramework;
using static MentorBot.BotFramework.DeliveryOutcome;

namespace MentorBot.Channels.Sms;

/// <summary>What to do about one of Twilio's error codes.</summary>
/// <param name="Code">The code, whether an answer to sending or in a later report.</param>
/// <param name="Outcome">What to do.</param>
/// <param name="Meaning">What it means, for whoever reads a log.</param>
/// <param name="RetryAfter">How long to wait, where the outcome means waiting.</param>
public sealed record TwilioError(int Code, DeliveryOutcome Outcome, string Meaning, TimeSpan? RetryAfter = null);

/// <summary>Twilio's error codes as a table. They are explained at <c>https://www.twilio.com/docs/api/errors/</c> and the code.</summary>
/// <remarks>Twilio adds codes and changes them without notice: one that is not here is <see cref="Rejected"/> and never tried again.</remarks>
public static class TwilioErrors
{
    /// <summary>The wait after something that was never processed.</summary>
    internal static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);
    private static readonly TimeSpan SomeHours = TimeSpan.FromHours(4);

    private static readonly FrozenDictionary<int, TwilioError> Table = new TwilioError[]
    {
        // The account and its settings: the operator must act
        new(20003, StopSender, "The credentials are wrong"),
        new(20404, StopSender, "The account or the address of the API is wrong"),
        new(21603, StopSender, "No number to send from is set"),
        new(21606, StopSender, "The number to send from is not ours or cannot send"),
        new(21609, StopSender, "The address for reports is not one Twilio can call"),
        new(21659, StopSender, "The number to send from is not on this account"),
        new(21701, StopSender, "The messaging service does not exist"),
        new(21702, StopSender, "The messaging service cannot be used"),
        new(21703, StopSender, "The messaging service has no numbers"),
        new(21704, StopSender, "The messaging service has no number for this message"),
        new(21705, StopSender, "The messaging service's settings are wrong"),
        new(30002, StopSender, "The account is suspended"),

        // Too much at once
        new(20429, TryLater, "Too many requests at once; never processed"),
        new(63017, TryLater, "The account's rate limit is reached; never processed"),
        new(21611, PauseSender, "More than ten hours of messages are waiting", AnHour),
        new(30001, PauseSender, "The queue overflowed", AnHour),
        new(63038, PauseSender, "The day's allowance is used up; it comes back over 24 hours", AnHour),

        // The person
        new(21610, OptedOut, "The person sent STOP"),
        new(21211, AddressUnusable, "Not a valid number"),
        new(21614, AddressUnusable, "Not a mobile number"),
        new(21635, AddressUnusable, "A landline"),
        new(30006, AddressUnusable, "A landline, or a network that cannot be reached"),

        // The handset or the network: once more, later
        new(30003, TryOnceLater, "The handset is off or out of reach", SomeHours),
        new(30005, TryOnceLater, "The handset is not known to the network", SomeHours),
        new(30008, TryOnceLater, "The network gave no reason", AnHour),
        new(30410, TryOnceLater, "The network did not answer in time", AnHour),

        // This message, for good
        new(21408, Rejected, "Sending to this country is not switched on"),
        new(21602, Rejected, "The message is empty"),
        new(21604, Rejected, "No number to send to"),
        new(21608, Rejected, "A trial account may text only numbers it has verified"),
        new(21612, Rejected, "No route from our number to this one: from another of ours there may be"),
        new(21617, Rejected, "The message is longer than 1,600 characters"),
        new(21620, Rejected, "A picture's address cannot be used"),
        new(30004, Rejected, "The person or the network blocks us"),
        new(30007, Rejected, "The network filtered it as unwanted"),
        new(30036, Rejected, "It waited until it was out of date"),
    }.ToFrozenDictionary(e => e.Code);

    /// <summary>Every code that is known, for whoever explains or tests them.</summary>
    public static IReadOnlyCollection<TwilioError> All => Table.Values;

    /// <summary>What to do about a code as Twilio wrote it; <see cref="Rejected"/> for a code that is unknown, missing or not a number.</summary>
    public static TwilioError Find(string? code) =>
        int.TryParse(code, out var number) ? Find(number) : Unknown(0);

    /// <summary>What to do about a code; <see cref="Rejected"/> for one that is unknown.</summary>
    public static TwilioError Find(int code) => Table.GetValueOrDefault(code) ?? Unknown(code);

    /// <summary>Whether the code is in the table.</summary>
    public static bool IsKnown(int code) => Table.ContainsKey(code);

    /// <summary>The code as it may be logged: digits, or null for none (Twilio writes nothing, or 0).</summary>
    internal static string? Code(string? text) => int.TryParse(text, out var number) && number > 0 ? number.ToString() : null;

    private static TwilioError Unknown(int code) => new(code, Rejected, "A code that is not in the table");
}
