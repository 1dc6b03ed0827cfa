using System.CommandLine;
using MentorBot.Commands;

// The host ends by itself within thirty seconds of being told to; the command line's own two would cut it short.
var invocation = new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(35) };
return await MentorBotCommand.Create(args).Parse(args).InvokeAsync(invocation);
