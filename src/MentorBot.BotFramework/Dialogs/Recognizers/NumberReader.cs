using System.Globalization;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Reads numbers in figures and in words.</summary>
internal static class NumberReader
{
    private const int Largest = 1_000_000_000;

    /// <summary>Reads the number that begins at a word.</summary>
    /// <returns>How many words it takes; 0 if there is none.</returns>
    public static int Read(List<Word> words, int at, Language language, out decimal? number)
    {
        number = null;
        if (at < words.Count && words[at].IsNumber)
        {
            number = Figures(words[at].Text);
            return number is null ? 0 : 1 + ReadMultipliers(words, at + 1, language, ref number);
        }
        var length = ReadWords(words, at, language, out var value);
        number = length > 0 ? value : null;
        return length;
    }

    /// <summary>A number in figures: <c>42</c>, <c>-1</c>, <c>2.5</c>, <c>1,000</c>. Null for anything that only looks like one.</summary>
    public static decimal? Figures(string text)
    {
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        var plain = GroupsAreThousands(text) ? text.Replace(",", "", StringComparison.Ordinal) : text;
        return decimal.TryParse(plain, Style, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static bool GroupsAreThousands(string text)
    {
        var groups = text.Split('.')[0].Split(',');
        return groups.Length > 1 && groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(g => g.Length == 3 && g.All(char.IsAsciiDigit));
    }

    private static int ReadMultipliers(List<Word> words, int at, Language language, ref decimal? number)
    {
        var length = language.Numbers.Match(words, at, out var word);
        if (length == 0 || !word.Multiplies || word.Value <= 10)
            return 0;
        number *= word.Value;
        return length;
    }

    private static int ReadWords(List<Word> words, int at, Language language, out long value)
    {
        var (reading, start) = (new Reading(), at);
        while (language.Numbers.Match(words, at, out var word) is > 0 and var length)
        {
            if (word == NumberWord.And ? !reading.MayGoOn || language.Numbers.Match(words, at + length, out _) == 0 : !reading.Take(word))
                break;
            at += length;
        }
        value = reading.Value;
        return at - start;
    }

    // Words of a number go from big to small: what is added must fit into the zeros of what is there.
    private struct Reading
    {
        private long thousands, group, zeros;
        private int lastBig;
        private bool hasBegun;

        public readonly long Value => thousands + group;

        public readonly bool MayGoOn => zeros >= 100;

        public bool Take(NumberWord word)
        {
            if (word.Multiplies ? !Multiply(word.Value) : hasBegun && (word.Value == 0 || word.Value >= zeros))
                return false;
            if (!word.Multiplies)
                group += word.Value;
            zeros = ZerosOf(word);
            return hasBegun = true;
        }

        private bool Multiply(int by)
        {
            // In Welsh ten multiplies, only the units: cant tri deg is a hundred and thirty.
            var multiplied = by == 10 ? group % 100 : group;
            group += (Math.Max(multiplied, 1) * by) - multiplied;
            if (by < 1000)
                return group < 1_000_000;
            // A million comes before its thousands, and each of them once.
            var isInOrder = lastBig == 0 || by < lastBig;
            (thousands, group, lastBig) = (thousands + group, 0, by);
            return isInOrder && Value < Largest;
        }

        private static long ZerosOf(NumberWord word)
        {
            if (word.Multiplies)
                return word.Value % 10 == 0 ? word.Value : 1;
            return word.Value is >= 20 and < 100 && word.Value % 10 == 0 ? 10 : 1;
        }
    }
}
