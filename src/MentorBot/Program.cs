using MentorBot.Commands;

return await MentorBotCommand.Create(args).Parse(args).InvokeAsync();
