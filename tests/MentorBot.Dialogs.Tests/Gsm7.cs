namespace MentorBot.Dialogs.Tests;

/// <summary>How many SMS segments a text takes, told plainly: what the program is given by its SMS channel.</summary>
internal static class Gsm7
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private const string Extended = "^{}\\[~]|€";

    public static int Segments(string text)
    {
        if (text.Any(letter => !Basic.Contains(letter) && !Extended.Contains(letter))) return Count(text.Length, 70, 67);
        return Count(text.Length + text.Count(Extended.Contains), 160, 153);
    }

    private static int Count(int length, int alone, int joined) => length <= alone ? 1 : (length + joined - 1) / joined;
}
