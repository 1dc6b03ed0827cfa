using System.CommandLine;
using MentorBot.Mentoring.Data;

namespace MentorBot.Commands;

/// <summary>Brings the database up to date and ends. Serving does so too; this is for a deployment that wants it done before.</summary>
internal static class MigrateCommand
{
    public static Command Create(string[] args)
    {
        var command = new Command("migrate", "Bring the database up to date.");
        command.SetAction((_, cancellationToken) => Start.GuardAsync(async () =>
        {
            var (builder, settings) = Start.NewMentorBot(args);
            await using var app = builder.Build();

            using var owner = SqliteOwner.Of(settings.Database);
            await app.Services.GetRequiredService<Preparation>().RunAsync(cancellationToken);
            Console.WriteLine("The database is up to date.");
        }, cancellationToken));
        return command;
    }
}
