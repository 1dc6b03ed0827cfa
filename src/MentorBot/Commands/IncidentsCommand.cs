using System.CommandLine;
using MentorBot.Mentoring.Data;
using MentorBot.Settings;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Commands;

/// <summary>Lists what an operator must see: turns that were set aside, messages that could not be sent, senders that were held.</summary>
internal static class IncidentsCommand
{
    private const int Most = 100;

    public static Command Create(string[] args)
    {
        var command = new Command("incidents", $"List the newest {Most} things that went wrong: ids and codes, never words or numbers.");
        command.SetAction((_, cancellationToken) => Start.GuardAsync(async () =>
        {
            var builder = Start.NewBuilder(args);
            var settings = new SettingsReader(builder.Configuration, builder.Environment.IsDevelopment()).Read();
            builder.Services.AddMentorBot(settings, Start.ReadContent());
            await using var app = builder.Build();
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync(cancellationToken);

            if (!(await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Any())
            {
                Console.WriteLine("Nothing went wrong: there is no database yet.");
                return;
            }

            var incidents = await db.Incidents.OrderByDescending(i => i.Id).Take(Most).ToListAsync(cancellationToken);
            foreach (var incident in incidents) Console.WriteLine($"{incident.At:u}  {incident.Kind,-16}  {incident.Subject,-14}  {incident.Code}");
            Console.WriteLine(incidents.Count == 0 ? "Nothing went wrong." : $"{incidents.Count} listed, newest first.");
        }));
        return command;
    }
}
