using MentorBot.Benchmarks.Load;
using MentorBot.Benchmarks.Running;

namespace MentorBot.Benchmarks.Chats;

/// <summary>Measures what many open web chats cost, and how fast a reply reaches its socket among them.</summary>
internal static class ChatsRun
{
    private const double Mega = 1024 * 1024;
    private const string Secret = "a-secret-of-the-benchmark-and-nobody-else";

    private static readonly string[] Texts = ["MORE", "HELP", "MORE", "WHO SEES THIS"];
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static async Task<int> RunAsync(ChatAmounts amounts, FileInfo? json)
    {
        await using var place = await Workplace.MakeAsync();
        place.More["MentorBot__WebChat__Secret"] = Secret;
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = ChatAmounts.Connections }) { BaseAddress = new Uri(place.PublicUrl) };
        using var program = MentorBotProcess.Start(place);
        await WaitUntilReadyAsync(http);

        var figures = new Figures();
        var chats = await OpenAllAsync(http, amounts);
        await WatchIdleAsync(program, amounts, figures);
        await TalkAsync(chats, ChatAmounts.WarmUpSeconds);
        await KeepSteadyAsync(program, chats, amounts, figures);
        figures.Add("chats.memory.peak", program.PeakMemory / Mega, "MB", "most memory meanwhile", "< 1024");

        foreach (var chat in chats) chat.Dispose();
        figures.Print(Console.Out);
        if (json is not null) figures.Write(json);
        return 0;
    }

    private static async Task WaitUntilReadyAsync(HttpClient http)
    {
        using var patience = new CancellationTokenSource(Patience, TimeProvider.System);
        while (true)
        {
            try
            {
                using var ready = await http.GetAsync("health/ready", patience.Token);
                if (ready.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }

    /// <summary>Everybody opens a chat and says hello, so that each has a mentee, a state and words behind it.</summary>
    private static async Task<ChatClient[]> OpenAllAsync(HttpClient http, ChatAmounts amounts)
    {
        var chats = new ChatClient[amounts.Chats];
        await Parallel.ForAsync(0, amounts.Chats, new ParallelOptions { MaxDegreeOfParallelism = ChatAmounts.Connections }, async (index, _) =>
        {
            chats[index] = await ChatClient.OpenAsync(http, Secret);
            await chats[index].SayAsync("hi", Patience);
        });
        return chats;
    }

    private static async Task WatchIdleAsync(MentorBotProcess program, ChatAmounts amounts, Figures figures)
    {
        await program.SettleAsync();
        var before = program.ProcessorTime;
        await Task.Delay(TimeSpan.FromSeconds(amounts.IdleSeconds), TimeProvider.System);
        var used = (program.ProcessorTime - before).TotalMilliseconds / amounts.IdleSeconds;
        figures.Add("chats.memory.idle", program.Memory / Mega, "MB", $"memory with {amounts.Chats} open chats", "< 1024");
        figures.Add("chats.processor.idle", used, "ms", "  processor time a second while nobody says anything");
    }

    private static async Task KeepSteadyAsync(MentorBotProcess program, ChatClient[] chats, ChatAmounts amounts, Figures figures)
    {
        var before = program.ProcessorTime;
        var times = await TalkAsync(chats, amounts.SteadySeconds);

        var replies = new Times(times);
        var rate = $"at {ChatAmounts.SteadyRate}/s for {amounts.SteadySeconds} s";
        figures.Add("chats.reply.p50", replies.Middle, "ms", $"words to reply at the socket {rate}, median");
        figures.Add("chats.reply.p99", replies.P99, "ms", "  99 of 100", "< 100");
        figures.Add("chats.reply.max", replies.Longest, "ms", "  longest");
        var used = program.ProcessorTime - before;
        figures.Add("chats.processor.message", used.TotalMilliseconds / times.Length, "ms", "  processor time for each, of all cores");
    }

    /// <summary>Lets the chats talk, one after the other, at the steady rate.</summary>
    /// <returns>How long each reply took to come, in milliseconds.</returns>
    private static async Task<double[]> TalkAsync(ChatClient[] chats, int seconds)
    {
        var times = new double[ChatAmounts.SteadyRate * seconds];
        var running = new List<Task>(times.Length);
        var start = TimeProvider.System.GetUtcNow() + TimeSpan.FromMilliseconds(100);
        for (var index = 0; index < times.Length;)
        {
            for (; index < times.Length && DueAt(start, index) <= TimeProvider.System.GetUtcNow(); index++) running.Add(SayAsync(chats, start, index, times));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
        await Task.WhenAll(running);
        return times;
    }

    // Timed from when it was due, so that whoever falls behind cannot hide it.
    private static async Task SayAsync(ChatClient[] chats, DateTimeOffset start, int index, double[] times)
    {
        var replied = await chats[index % chats.Length].SayAsync(Texts[index / chats.Length % Texts.Length], Patience);
        times[index] = (replied - DueAt(start, index)).TotalMilliseconds;
    }

    private static DateTimeOffset DueAt(DateTimeOffset start, int index) => start + index * TimeSpan.FromSeconds(1) / ChatAmounts.SteadyRate;
}
