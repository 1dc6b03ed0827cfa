namespace MentorBot.BotFramework.Dialogs;

/// <summary>What an answer to a question of yes or no comes to.</summary>
public enum Confirmation
{
    /// <summary>It has nothing to do with yes or no.</summary>
    None,

    /// <summary>Yes.</summary>
    Yes,

    /// <summary>No.</summary>
    No,

    /// <summary>It is unsure, or says both, or says yes or no of something else. Ask again; never guess.</summary>
    Unclear,
}

/// <summary>Tells yes from no.</summary>
/// <remarks>
/// "Yes" and its kin may lead a sentence; "ok", "sure" and "right" have to be the whole answer; "no" leads one only if a comma or a
/// reason follows ("no I can't", but not "no data on my phone"). A doubt anywhere makes it unclear, and so does a "not" with a yes.
/// </remarks>
public static class ConfirmRecognizer
{
    /// <summary>What an answer comes to, in a language given as a BCP 47 tag.</summary>
    public static Confirmation Recognize(string? text, string? locale)
    {
        var words = Words.Split(text);
        var language = Language.For(locale);
        var found = Weigh(words, language);
        return found == Confirmation.None && language.Beside is { } beside ? Weigh(words, beside) : found;
    }

    private static Confirmation Weigh(List<Word> words, Language language)
    {
        if (IsNumbered(words))
            return Confirmation.None;
        var tally = new Tally();
        for (var at = 0; at < words.Count;)
        {
            var length = language.Answers.Match(words, at, out var meaning);
            if (length == 0 && Squeezed(words[at], language) is { } squeezed)
                (length, meaning) = (1, squeezed);
            if (length > 0)
                tally.Count(meaning, words[at + length - 1].EndsClause);
            else if (!words[at].IsSign)
                tally.CountOther();
            at += Math.Max(length, 1);
        }
        return tally.Outcome;
    }

    // "No. 1" is the first answer, and not a no.
    private static bool IsNumbered(List<Word> words) => words is [{ Text: "no" }, { IsNumber: true }];

    // "yesss" and "nooo" are what they are without the repeated letters.
    private static AnswerWord? Squeezed(Word word, Language language)
    {
        var text = word.Text;
        var letters = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letters.Length == 0 || letters[^1] != letter)
                letters.Append(letter);
        }
        if (letters.Length == text.Length)
            return null;
        var single = new List<Word> { new(letters.ToString(), IsJoined: false) };
        return language.Answers.Match(single, 0, out var meaning) > 0 ? meaning : null;
    }

    private ref struct Tally
    {
        private int yes, softYes, no, unsure, not, other;
        private AnswerWord? first;
        private bool firstStandsAlone, expectsBecause;

        public readonly Confirmation Outcome
        {
            get
            {
                if (yes + softYes + no + unsure == 0)
                    return Confirmation.None;
                if (unsure > 0 || (yes + softYes > 0 && no + not > 0))
                    return Confirmation.Unclear;
                if (other == 0)
                    return no > 0 ? Confirmation.No : Confirmation.Yes;
                return first switch
                {
                    AnswerWord.Yes => Confirmation.Yes,
                    AnswerWord.No when firstStandsAlone => Confirmation.No,
                    _ => Confirmation.Unclear,
                };
            }
        }

        public void Count(AnswerWord word, bool endsClause)
        {
            if (expectsBecause)
                firstStandsAlone = word is AnswerWord.Because or AnswerWord.Not or AnswerWord.Polite or AnswerWord.No;
            expectsBecause = false;
            Add(word);
            if (first is not null || word is AnswerWord.Polite)
                return;
            first = word;
            firstStandsAlone = endsClause;
            expectsBecause = !endsClause;
        }

        public void CountOther()
        {
            other++;
            first ??= AnswerWord.Polite;
            expectsBecause = false;
        }

        private void Add(AnswerWord word)
        {
            switch (word)
            {
                case AnswerWord.Yes: yes++; break;
                case AnswerWord.SoftYes: softYes++; break;
                case AnswerWord.No: no++; break;
                case AnswerWord.Unsure: unsure++; break;
                case AnswerWord.Not: not++; break;
                case AnswerWord.Because: other++; break;
            }
        }
    }
}
