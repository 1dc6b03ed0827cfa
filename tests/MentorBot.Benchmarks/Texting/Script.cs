namespace MentorBot.Benchmarks.Texting;

/// <summary>What every mentee texts, in this order.</summary>
/// <remarks>Neighbouring texts have different answers, and each MORE brings the next tip: so an answer that is lost, doubled or out of its order shows.</remarks>
internal static class Script
{
    public static readonly string[] Texts = ["Hi", "MORE", "HELP", "MORE", "MENU", "MORE", "COST", "MORE", "PRIVACY", "MORE"];
}
