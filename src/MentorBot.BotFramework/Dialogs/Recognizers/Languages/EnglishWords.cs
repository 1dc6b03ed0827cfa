using static MentorBot.BotFramework.Dialogs.AnswerWord;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>English, as people in Britain write it on a phone.</summary>
internal static partial class EnglishWords
{
    public static Language Language { get; } = new()
    {
        YesLabel = "Yes",
        NoLabel = "No",
        Listing = new ChoiceFactoryOptions(),
        Answers = Answers(),
        Numbers = Numbers(),
        Ordinals = Ordinals(),
        AroundChoices = new Phrases<bool>().Add(true, """
            #, the, a, no, nr, num, number, nos, option, choice, answer, item, please, pls, plz, thanks, thank you, thx, ta, cheers, one,
            i, id, ill, im, would, will, like, want, take, choose, pick, ill have, i will have, can i have, could i have, go, go for,
            with, think, its, it, is, my, um, er, uh, oh, ok, okay, yes, yeah, then, just, lets, let us, lets do, mate, love, say, that,
            in, on, list, for, me
            """),
        AroundNumbers = new Phrases<bool>()
            .Add(false, """
            #, £, the, a, an, its, it is, is, i am, im, i m, am, aged, age, about, around, roughly, nearly, almost, approximately, only,
            just, number, please, pls, plz, thanks, thank you, thx, ta, cheers, um, er, uh, oh, ok, okay, maybe, say, my, my age is,
            i think, i would say, id say
            """)
            .Add(true, """
            years old, years of age, year old, yrs old, years, year, yrs, yr, y o, months, month, weeks, week, wks, days, day, hours,
            hour, hrs, hr, minutes, minute, mins, min, times, time, people, persons, person, pounds, pound, quid, pence, percent,
            per cent, %, miles, mile
            """),
        Negations = new Phrases<bool>().Add(true, """
            not, dont, do not, doesnt, isnt, arent, cant, cannot, wont, never, no, neither, nor, none, nothing, except, without,
            anything but, rather than, instead of, unsure, hate
            """),
        Dates = Dates(),
    };

    private static Phrases<AnswerWord> Answers() => new Phrases<AnswerWord>()
        .Add(Yes, """
            yes, yess, yees, yea, yeah, yeh, yer, ye, yep, yepp, yip, yup, yah, ya, yas, aye, och aye, yh, yus, yse, yesh, y, affirmative,
            of course, definitely, defo, deffo, definately, absolutely, certainly, go ahead, go for it, please do, do it, lets do it,
            lets go, lets, sounds good, sounds great, that works, works for me, thats fine, that is fine, thats right, that is right,
            thats correct, that is correct, thats ok, thats great, id like that, i would like that, i would love to, id love to,
            id like to, i would like to, im sure, i am sure, i think so, sure thing, course, why not, that would be good,
            that would be great, that would be lovely, that would be nice, go on then, go on, for sure, ✅, ✔
            """)
        .Add(SoftYes, """
            ok, okay, okey, okeydoke, okie dokie, okie, oki, k, kk, sure, fine, right, correct, true, good, great, perfect, brilliant,
            lovely, cool, grand, alright, all right, indeed, exactly, good idea, great idea, agreed, deal, happy to, i agree, i do, i am,
            i would, i will, i can, i have, 👍, 👌
            """)
        .Add(No, """
            no, noo, nope, nop, nah, naw, na, n, nay, negative, no thanks, no thank you, no thx, no ta, no way, not now, not right now,
            not today, not yet, not really, not at the moment, not this time, not interested, not for me, not ok, not okay, not right,
            not correct, thats not right, thats wrong, wrong, incorrect, false, never, no need, id rather not, i would rather not,
            rather not, i dont think so, dont think so, i do not think so, i dont, i do not, i cant, i cannot, i wont, i will not,
            i havent, i have not, im not, i am not, i wouldnt, i would not, please dont, please do not, dont, do not, of course not,
            definitely not, absolutely not, certainly not, dont want to, i dont want to, ❌, 👎
            """)
        .Add(Unsure, """
            not sure, not too sure, not so sure, not really sure, not entirely sure, not quite sure, not certain, not convinced, unsure,
            im not sure, i am not sure, uncertain, maybe, mayb, maybes, perhaps, possibly, probably, might, i might, could be, can be,
            depends, it depends, dont know, do not know, i dont know, i do not know, dont no, i dont no, dunno, idk, no idea, no clue,
            no one, no problem, no probs, no worries, no matter, no more, no doubt, cant decide, cannot decide, undecided, think about it,
            let me think, need to think, need time, hmm, hm, hmmm, i guess, guess so, i suppose, suppose so, i hope so, ish, kind of,
            sort of, sometimes, either, neither, whichever, dont mind, i dont mind, not bothered, whatever, its ok, its okay, its fine,
            its alright, its all right, im ok, im okay, im fine, im alright, im good, yes and no, yeah but no, but, 🤷
            """)
        .Add(Not, "not, cant, cannot, wont, isnt, didnt, doesnt, never mind, nothing, wouldnt, couldnt, shouldnt")
        .Add(Because, """
            do i, can i, could i, should i, will i, would i, must i, have i, is it, is that, is this, are you, what, how, when, who, why,
            where, if, i, im, ive, id, ill, its, we, sorry, that, thats, my, it, because, cos, he, she, they, there
            """)
        .Add(Polite, """
            please, pls, plz, thanks, thank you, thankyou, thx, ta, cheers, oh, um, er, uh, erm, well, then, so, that, would be, is,
            very much, very, much, a lot, lot, really, just, mate, love, dear, pet, duck, hun, kind, kindly, nice, lol, haha, hehe, ha,
            hell, big, id say, that is a, i said, i say, my answer is, the answer is, answer, it is, its, its a, it is a, thats a, hi,
            hello, now, actually, to, me, for me, do, you, and
            """);

    private static Phrases<NumberWord> Numbers()
    {
        var numbers = new Phrases<NumberWord>();
        string[] small =
        [
            "zero, nought, nil", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
            "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
        ];
        string[] tens = ["twenty", "thirty", "forty, fourty", "fifty", "sixty", "seventy", "eighty", "ninety"];
        for (var i = 0; i < small.Length; i++)
            numbers.Add(new NumberWord(i), small[i]);
        for (var i = 0; i < tens.Length; i++)
            numbers.Add(new NumberWord(20 + (10 * i)), tens[i]);
        return numbers
            .Add(new NumberWord(12, Multiplies: true), "dozen")
            .Add(new NumberWord(100, Multiplies: true), "hundred")
            .Add(new NumberWord(1000, Multiplies: true), "thousand")
            .Add(new NumberWord(1_000_000, Multiplies: true), "million")
            .Add(NumberWord.And, "and");
    }

    private static Phrases<int> Ordinals()
    {
        var ordinals = new Phrases<int>().Add(-1, "last, final, bottom");
        string[] words = ["first, top", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];
        for (var i = 0; i < words.Length; i++)
            ordinals.Add(i + 1, words[i]);
        return ordinals;
    }
}
