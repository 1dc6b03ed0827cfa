using MentorBot.Benchmarks.Running;
using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Load;

/// <summary>Measures the whole program and prints what it found.</summary>
internal static class LoadRun
{
    private const double Mega = 1024 * 1024;

    public static async Task<int> RunAsync(Amounts amounts, FileInfo? json)
    {
        await using var place = await Workplace.MakeAsync();
        var figures = new Figures();
        var texts = new SignedTexts(place);
        var mentees = new Newcomers(texts);
        figures.Add("machine.flush", Disk.Flush(place.Folder).TotalMilliseconds, "ms", "disk: 4 KiB written and flushed, median");

        await BeginAsync(place, mentees, amounts, figures);
        using (var program = MentorBotProcess.Start(place))
        {
            var expected = await WarmUpAsync(place, program, mentees, amounts);
            await SaturateAsync(place, program, mentees, amounts, expected, figures);
            await KeepSteadyAsync(place, program, mentees, amounts, expected, figures);
        }

        figures.Print(Console.Out);
        if (json is not null) figures.Write(json);
        return 0;
    }

    private static async Task BeginAsync(Workplace place, Newcomers mentees, Amounts amounts, Figures figures)
    {
        using (var first = MentorBotProcess.Start(place))
        {
            var toFirstReply = await Beginning.ToFirstReplyAsync(place, first, mentees.One().Scripts[0][0]);
            figures.Add("start.first", toFirstReply.TotalSeconds, "s", "first start, with a new database, to the first reply", "<= 3");
            figures.Add("start.processor", first.ProcessorTime.TotalSeconds, "s", "  processor time of it, which other work on the machine hardly changes");
            await Task.Delay(TimeSpan.FromSeconds(amounts.IdleSeconds), TimeProvider.System);
            figures.Add("memory.idle", first.Memory / Mega, "MB", $"memory {amounts.IdleSeconds} s after the only text", "< 150");
        }

        using var second = MentorBotProcess.Start(place);
        var toReply = await Beginning.ToFirstReplyAsync(place, second, mentees.One().Scripts[0][0]);
        figures.Add("start.later", toReply.TotalSeconds, "s", "later start to the first reply", "<= 3");
    }

    private static async Task<Transcript> WarmUpAsync(Workplace place, MentorBotProcess program, Newcomers mentees, Amounts amounts)
    {
        var reference = mentees.One();
        await Beginning.ToFirstReplyAsync(place, program, mentees.One().Scripts[0][0]);
        var expected = await Transcript.LearnAsync(place, reference.Mentees[0], reference.Scripts[0]);
        await Saturation.RunAsync(place, program, mentees.Many(amounts.WarmUpMentees), expected);
        return expected;
    }

    private static async Task SaturateAsync(
        Workplace place, MentorBotProcess program, Newcomers mentees, Amounts amounts, Transcript expected, Figures figures)
    {
        var rounds = new List<SaturationResult>();
        for (var round = 0; round < amounts.Rounds; round++)
            rounds.Add(await Saturation.RunAsync(place, program, mentees.Many(amounts.Mentees), expected));

        var middle = rounds.OrderBy(r => r.TurnsPerSecond).ElementAt(amounts.Rounds / 2);
        figures.Add("saturation.turns", middle.TurnsPerSecond, "/s", $"durable turns: {middle.Texts} texts, middle of {amounts.Rounds}", ">= 3000");
        figures.Add("saturation.accepted", middle.AcceptedPerSecond, "/s", "texts acknowledged meanwhile");
        figures.Add("saturation.processor", middle.ProcessorMicrosecondsPerTurn, "us", "processor time a turn, program");
        figures.Add("saturation.load", middle.LoadMicrosecondsPerTurn, "us", "processor time a turn, load and fake carrier");
        figures.Add("memory.peak", program.PeakMemory / Mega, "MB", "most memory while saturated");
    }

    private static async Task KeepSteadyAsync(
        Workplace place, MentorBotProcess program, Newcomers mentees, Amounts amounts, Transcript expected, Figures figures)
    {
        var texts = Amounts.SteadyRate * amounts.SteadySeconds;
        var steady = await SteadyRate.RunAsync(place, program, mentees.Many(texts / Script.Texts.Length), expected);
        var rate = $"at {Amounts.SteadyRate}/s for {amounts.SteadySeconds} s";
        figures.Add("steady.ack.p50", steady.Acknowledgement.Middle, "ms", $"text to acknowledgement {rate}, median");
        figures.Add("steady.ack.p99", steady.Acknowledgement.P99, "ms", "  99 of 100", "< 50");
        figures.Add("steady.ack.max", steady.Acknowledgement.Longest, "ms", "  longest");
        figures.Add("steady.answer.p50", steady.Answer.Middle, "ms", $"text to reply at the carrier {rate}, median");
        figures.Add("steady.answer.p99", steady.Answer.P99, "ms", "  99 of 100");
        figures.Add("steady.answer.max", steady.Answer.Longest, "ms", "  longest");
    }
}
