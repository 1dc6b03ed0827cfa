namespace MentorBot.Channels.Sms;

/// <summary>How a text message is written for the radio.</summary>
public enum SmsEncoding
{
    /// <summary>Seven bits a character, from the default alphabet: 160 septets in one segment, 153 in each of several.</summary>
    Gsm7,

    /// <summary>Sixteen bits a unit, any character: 70 units in one segment, 67 in each of several.</summary>
    Ucs2,
}

/// <summary>What a text costs to send.</summary>
/// <param name="Encoding">The cheapest encoding that can write it.</param>
/// <param name="Segments">How many segments are paid for, at least 1.</param>
/// <param name="Characters">Septets in GSM-7 (an extended character is two), what a reader takes for one character in UCS-2.</param>
public readonly record struct SmsSize(SmsEncoding Encoding, int Segments, int Characters);
