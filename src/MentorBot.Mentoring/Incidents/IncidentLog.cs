using MentorBot.Mentoring.Data;

namespace MentorBot.Mentoring.Incidents;

/// <summary>Records what went wrong outside of any turn and any sending.</summary>
public sealed class IncidentLog(Writes writes, TimeProvider clock)
{
    /// <summary>Stores an incident. When this completes it is on disk.</summary>
    /// <param name="kind">What kind; see <see cref="Incident.Kind"/>.</param>
    /// <param name="subject">What it is about: ids of ours or of a provider that call nobody.</param>
    /// <param name="code">The error's type or a provider's code.</param>
    public Task RecordAsync(string kind, string subject, string code) => writes.RunAsync(
        db => Task.FromResult(db.Incidents.Add(new Incident { Kind = kind, Subject = subject, Code = code, At = clock.GetUtcNow() })), CancellationToken.None);
}
