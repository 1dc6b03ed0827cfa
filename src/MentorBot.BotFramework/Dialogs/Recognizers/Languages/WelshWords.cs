using static MentorBot.BotFramework.Dialogs.AnswerWord;

namespace MentorBot.BotFramework.Dialogs;

/// <summary>Welsh, of the north and the south. Whoever writes it knows English too, and mixes.</summary>
internal static partial class WelshWords
{
    public static Language Language { get; } = new()
    {
        YesLabel = "Ie",
        NoLabel = "Na",
        Listing = new ChoiceFactoryOptions { InlineOr = " neu ", InlineOrMore = ", neu " },
        Answers = Answers(),
        Numbers = Numbers(),
        Ordinals = Ordinals(),
        AroundChoices = new Phrases<bool>().Add(true, """
            #, y, yr, rhif, opsiwn, dewis, ateb, un, plis, os gwelwch yn dda, diolch, hoffwn, hoffwn i, dw i eisiau, dwi isio, dwi eisiau,
            dwin moyn, am, iawn, ie, o, wedi
            """),
        AroundNumbers = new Phrases<bool>()
            .Add(false, """
                #, £, y, yr, rhif, dwi, dw i, dw in, rydw in, tua, oddeutu, dim ond, plis, os gwelwch yn dda, diolch, yn, o, fy oed yw
                """)
            .Add(true, """
            oed, mlwydd oed, blwydd oed, mlynedd, blynedd, blwyddyn, mis, fis, wythnos, diwrnod, ddiwrnod, dyddiau, awr, oriau, munud,
            funud, munudau, gwaith, o bobl, person, punt, bunt, o bunnoedd, y cant, %
            """),
        Negations = new Phrases<bool>().Add(true, "ddim, dim, nid, nac, na, paid, peidiwch, heb, heblaw, byth, yn lle, ansicr"),
        Dates = Dates(),
        Beside = EnglishWords.Language,
    };

    private static Phrases<AnswerWord> Answers() => new Phrases<AnswerWord>()
        .Add(Yes, """
            ie, ia, iep, oes, ydw, ydw i, ydy, ydi, ydyn, ydych, do, gwnaf, gwna i, hoffwn, hoffwn i, byddaf, bydda i, bydd, baswn,
            byddwn, byddwn i, gallaf, galla i, medraf, caf, cei, cewch, dylwn, wrth gwrs, yn bendant, bendant, yn sicr, siwr iawn,
            siwr o fod, dwin siwr, dw in siwr, popeth yn iawn, swnion dda, swnio n dda, ewch amdani, dos amdani, cytuno, ✅, ✔
            """)
        .Add(SoftYes, "iawn, oce, ok, okay, siwr, da iawn, gret, perffaith, cywir, gwir, hyfryd, bendigedig, 👍, 👌")
        .Add(No, """
            na, nage, naci, nac oes, nac ydw, nac ydw i, nac ydy, nac ydi, nac ydyn, nac ydych, naddo, na wnaf, na wna i, na hoffwn,
            na fyddaf, na fydd, na faswn, na fyddwn, na allaf, na alla i, na chaf, na chei, na chewch, na ddylwn, dim diolch, ddim diolch,
            dim nawr, ddim nawr, dim rwan, ddim rwan, dim heddiw, ddim heddiw, ddim eto, ddim o gwbl, dim o gwbl, ddim yn iawn, byth,
            anghywir, ❌, 👎
            """)
        .Add(Unsure, """
            ddim yn siwr, dim yn siwr, dwi ddim yn siwr, dw i ddim yn siwr, ansicr, ddim yn gwybod, dim yn gwybod, dim syniad,
            dim problem, dwn im, dwnim, dwn i ddim, sai n gwybod, sain gwybod, efallai, ella, falle, hwyrach, o bosib, o bosibl,
            maen dibynnu, dibynnu, ddim yn poeni, ond, 🤷
            """)
        .Add(Not, "ddim, dim, nid, paid, peidiwch, methu")
        .Add(Because, "dw, dwi, rydw, rwy, maen, mae, fi, mi, does, achos, oherwydd, sori")
        .Add(Polite, """
            plis, please, os gwelwch yn dda, os gweli di n dda, os gweli din dda, diolch, diolch yn fawr, diolch i chi, o, wel, te, then,
            helo, nawr, rwan, i, y, yr, yn, yn fawr
            """);

    private static Phrases<NumberWord> Numbers()
    {
        var numbers = new Phrases<NumberWord>();
        string[] words =
        [
            "sero, dim", "un", "dau, dwy, ddau, ddwy", "tri, tair, dri, dair", "pedwar, pedair, bedwar, bedair", "pump, pum, bump, bum",
            "chwech, chwe", "saith", "wyth", "naw", "",
            "un ar ddeg", "deuddeg, ddeuddeg", "tri ar ddeg, tair ar ddeg", "pedwar ar ddeg, pedair ar ddeg", "pymtheg, bymtheg",
            "un ar bymtheg", "dau ar bymtheg, dwy ar bymtheg", "deunaw, ddeunaw",
            "pedwar ar bymtheg, pedair ar bymtheg", "ugain",
        ];
        for (var i = 0; i < words.Length; i++)
            numbers.Add(new NumberWord(i), words[i]);
        return numbers
            .Add(new NumberWord(40), "deugain")
            .Add(new NumberWord(10, Multiplies: true), "deg, ddeg")
            .Add(new NumberWord(100, Multiplies: true), "cant, gant, chant")
            .Add(new NumberWord(1000, Multiplies: true), "mil, fil")
            .Add(NumberWord.And, "a, ac");
    }

    private static Phrases<int> Ordinals()
    {
        var ordinals = new Phrases<int>().Add(-1, "olaf, yr olaf, diwethaf");
        string[] words =
        [
            "cyntaf, gyntaf", "ail", "trydydd, trydedd", "pedwerydd, pedwaredd", "pumed, bumed", "chweched", "seithfed", "wythfed",
            "nawfed", "degfed, ddegfed", "unfed ar ddeg", "deuddegfed",
        ];
        for (var i = 0; i < words.Length; i++)
            ordinals.Add(i + 1, words[i]);
        return ordinals;
    }
}
