using System.Diagnostics;
using MentorBot.Benchmarks.Load;
using MentorBot.Benchmarks.Running;
using MentorBot.Benchmarks.Texting;

namespace MentorBot.Benchmarks.Kills;

/// <summary>Kills the program again and again while a thousand texts come in, and looks whether each was answered once and in order.</summary>
internal sealed class KillsRun(Workplace place, int seed)
{
    private const int Mentees = 100;
    private const int Kills = 5;
    private const int LatestMilliseconds = 300;

    // So that a kill meets a program that is sending, and not one that has only just started.
    private const int RepliesBetweenKills = 20;
    private static readonly TimeSpan PatienceForReplies = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Random _chance = new(seed);
    private readonly UnreliableCarrier _carrier = new(seed);
    private readonly PatientTwilio _twilio = new(place, seed);
    private int _takenBefore;

    public static async Task<int> RunAsync(int seed)
    {
        await using var place = await Workplace.MakeAsync();
        Console.WriteLine($"Seed {seed}: {Kills} kills, {Mentees * Script.Texts.Length} texts from {Mentees} mentees.");
        var isGood = await new KillsRun(place, seed).RunAsync();
        if (!isGood) Console.WriteLine($"The database and the log are kept in {place.Folder}");
        place.IsKept = !isGood;
        return isGood ? 0 : 1;
    }

    private async Task<bool> RunAsync()
    {
        var start = Stopwatch.GetTimestamp();
        var mentees = new Newcomers(new SignedTexts(place));
        var program = MentorBotProcess.Start(place);
        try
        {
            var expected = await LearnAsync(program, mentees);
            var crowd = mentees.Many(Mentees);
            place.Carrier.AnswerTo = _carrier.AnswerTo;

            var posting = _twilio.PostAllAsync(crowd.Scripts);
            for (var kill = 0; kill < Kills; kill++) program = await KillAsync(program, kill, posting);
            await posting;
            Console.WriteLine($"All texts are acknowledged; {_twilio.Unanswered} posts had to be tried again, {_twilio.Repeated} were repeated for nothing.");

            var left = await Backlog.DrainAsync(place, Patience);
            program.Kill();
            Console.WriteLine($"The carrier answered {_carrier.LateCount} messages late and lost {_carrier.LostCount} answers. All took {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s.");
            return Judge(crowd, expected, left);
        }
        finally
        {
            program.Dispose();
        }
    }

    private async Task<Transcript> LearnAsync(MentorBotProcess program, Newcomers mentees)
    {
        var reference = mentees.One();
        await Beginning.ToFirstReplyAsync(place, program, mentees.One().Scripts[0][0]);
        return await Transcript.LearnAsync(place, reference.Mentees[0], reference.Scripts[0]);
    }

    private async Task<MentorBotProcess> KillAsync(MentorBotProcess program, int kill, Task posting)
    {
        await ReachAsync(NextKill(kill), posting);
        await place.Carrier.ReachesAsync(_takenBefore + RepliesBetweenKills, PatienceForReplies);
        await Task.Delay(TimeSpan.FromMilliseconds(_chance.Next(LatestMilliseconds)), TimeProvider.System);
        program.Kill();
        program.Dispose();

        (var acknowledged, _takenBefore) = (_twilio.Acknowledged, place.Carrier.TakenCount);
        var start = Stopwatch.GetTimestamp();
        var next = MentorBotProcess.Start(place);
        await ReachAsync(acknowledged + 1, posting);
        Console.WriteLine($"Kill {kill + 1}: {acknowledged} texts acknowledged, {_takenBefore} replies sent; texts are taken again after {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s.");
        return next;
    }

    // One kill in each sixth of the texts, but neither at its beginning nor in the last one, so that there is always something to interrupt.
    private int NextKill(int kill) => Mentees * Script.Texts.Length * (kill * 100 + 20 + _chance.Next(80)) / (100 * (Kills + 1));

    /// <summary>Waits until so many texts are acknowledged, or all.</summary>
    private async Task ReachAsync(int acknowledged, Task posting)
    {
        while (_twilio.Acknowledged < acknowledged && !posting.IsCompleted) await Task.Delay(Look, TimeProvider.System);
        if (posting.IsFaulted) await posting;
    }

    private bool Judge(Crowd crowd, Transcript expected, long left)
    {
        var audit = Audit.Of(place.Carrier.Taken, crowd.Mentees, expected);
        var leaks = Leaks.Find(place, crowd.Mentees, expected);
        Console.WriteLine($"Result: {audit}.");
        if (left > 0) Console.WriteLine($"{left} messages are still unsettled.");
        foreach (var leak in leaks) Console.WriteLine($"Leak: {leak}.");
        return audit.IsGood && left == 0 && leaks.Count == 0;
    }
}
