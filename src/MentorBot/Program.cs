using System.CommandLine;
using MentorBot.Commands;

using var ending = new Ending();
// Ending hears the signals, and the host gives itself thirty seconds.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = null };
return await MentorBotCommand.Create(args).Parse(args).InvokeAsync(invocation, ending.Asked);
