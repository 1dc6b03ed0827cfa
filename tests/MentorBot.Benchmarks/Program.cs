using System.CommandLine;
using MentorBot.Benchmarks.Bookings;
using MentorBot.Benchmarks.Chats;
using MentorBot.Benchmarks.Desk;
using MentorBot.Benchmarks.Kills;
using MentorBot.Benchmarks.Load;
using MentorBot.Benchmarks.Micro;

var quick = new Option<bool>("--quick") { Description = "Small numbers, to see that everything works. The figures mean little." };
var json = new Option<FileInfo?>("--json") { Description = "Also write the figures to this file, one JSON object a line." };
var seed = new Option<int>("--seed") { Description = "Chooses the moments of the kills and the failures of the carrier.", DefaultValueFactory = _ => Environment.ProcessId };

var kills = new Command("kills", "Kill the program five times while a thousand texts come in: is each answered once, and in order?") { seed };
kills.SetAction(parsed => KillsRun.RunAsync(parsed.GetValue(seed)));

var chats = new Command("chats", "Hold 10,000 web chats open, and time replies among them.") { quick, json };
chats.SetAction(parsed => ChatsRun.RunAsync(parsed.GetValue(quick) ? ChatAmounts.Quick : ChatAmounts.Full, parsed.GetValue(json)));

var desk = new Command("desk", "Let 500 people wait for a mentor, and time how soon the desk opens and hears of one more.") { quick, json };
desk.SetAction(parsed => DeskRun.RunAsync(parsed.GetValue(quick), parsed.GetValue(json)));

var bookings = new Command("bookings", "Find three times among 500 mentors with 50,000 bookings, and let 1,000 people race for 100 times.") { quick, json };
bookings.SetAction(parsed => BookingsRun.RunAsync(parsed.GetValue(quick), parsed.GetValue(json)));

var micro = new Command("micro", "Measure single steps of a message's path with BenchmarkDotNet, whose options may follow.") { TreatUnmatchedTokensAsErrors = false };
micro.SetAction(parsed => MicroRun.Run([.. parsed.UnmatchedTokens]));

var root = new RootCommand("Measures MentorBot as a whole: the real program, signed texts in, a fake carrier out.") { quick, json, kills, chats, desk, bookings, micro };
root.SetAction(parsed => LoadRun.RunAsync(parsed.GetValue(quick) ? Amounts.Quick : Amounts.Full, parsed.GetValue(json)));
return await root.Parse(args).InvokeAsync();
