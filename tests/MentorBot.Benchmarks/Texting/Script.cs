namespace MentorBot.Benchmarks.Texting;

/// <summary>What every mentee texts, in this order.</summary>
/// <remarks>Neighbouring texts have different answers, and each MORE brings the next tip: so an answer that is lost, doubled or out of its order shows.</remarks>
internal static class Script
{
    /// <summary>Words of her own, long enough to be found again wherever they should not be.</summary>
    public const string OwnWords = "my grandson set this phone up and I cannot find the letters";

    public static readonly string[] Texts = ["Hi", "MORE", "HELP", "MORE", OwnWords, "MORE", "HOW MUCH", "MORE", "WHO SEES THIS", "MORE"];
}
