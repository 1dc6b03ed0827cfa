namespace MentorBot.Dialogs.Stopping;

/// <summary>Words that phone companies act on themselves when they are a whole text message.</summary>
/// <remarks>Twilio's, unless told otherwise: its help page on opt-out keywords.</remarks>
internal static class CarrierKeywords
{
    /// <summary>After one of these the phone company lets none of our messages through, so we have to have understood it too.</summary>
    public static readonly string[] Stopping = ["STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT"];

    /// <summary>After one of these it lets them through again.</summary>
    public static readonly string[] Starting = ["START", "YES", "UNSTOP"];
}
