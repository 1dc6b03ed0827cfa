using System.CommandLine;
using MentorBot.Benchmarks.Load;

var quick = new Option<bool>("--quick") { Description = "Small numbers, to see that everything works. The figures mean little." };
var json = new Option<FileInfo?>("--json") { Description = "Also write the figures to this file, one JSON object a line." };

var root = new RootCommand("Measures MentorBot as a whole: the real program, signed texts in, a fake carrier out.") { quick, json };
root.SetAction(parsed => LoadRun.RunAsync(parsed.GetValue(quick) ? Amounts.Quick : Amounts.Full, parsed.GetValue(json)));
return await root.Parse(args).InvokeAsync();
