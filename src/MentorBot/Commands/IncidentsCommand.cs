using System.CommandLine;
using MentorBot.Mentoring.Data;
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
            // Somebody in the wrong folder must not be told that all is well, nor find a new key ring there.
            var (builder, _) = Start.NewMentorBot(args, wantsDatabase: true);
            await using var app = builder.Build();
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<MentorBotDb>>().CreateDbContextAsync(cancellationToken);

            var incidents = await db.Incidents.OrderByDescending(i => i.Id).Take(Most).ToListAsync(cancellationToken);
            foreach (var incident in incidents) Console.WriteLine($"{incident.At:u}  {incident.Kind,-16}  {incident.Subject,-14}  {incident.Code}");
            Console.WriteLine(incidents.Count == 0 ? "Nothing went wrong." : $"{incidents.Count} listed, newest first.");
        }, cancellationToken));
        return command;
    }
}

/// <summary>There is no database where the settings say.</summary>
internal sealed class NoDatabaseException(string path)
    : Exception($"There is no database at {path}. Start this in the folder that MentorBot serves in, with the same settings.");
