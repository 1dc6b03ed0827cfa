namespace MentorBot.Channels.Sms;

/// <summary>The default alphabet of text messages and its extension table (3GPP TS 23.038, 6.2.1).</summary>
internal static class GsmAlphabet
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
        + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    // Sent as an escape and a second septet.
    private const string Extended = "^{}\\[~]|\f";

    // The euro sign is the alphabet's only letter beyond the Greek block.
    private const char Euro = '\u20AC';
    private const int TableSize = 0x400;

    private static readonly byte[] Costs = MakeCosts();

    /// <summary>How many septets the character takes, 1 or 2; 0 if the alphabet lacks it.</summary>
    public static int Septets(char character) =>
        character < TableSize ? Costs[character] : character == Euro ? 2 : 0;

    private static byte[] MakeCosts()
    {
        var costs = new byte[TableSize];
        foreach (var character in Basic)
            costs[character] = 1;
        foreach (var character in Extended)
            costs[character] = 2;
        return costs;
    }
}
