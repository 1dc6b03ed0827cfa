using System.Globalization;
using MentorBot.Desk;
using MentorBot.Mentoring.Handoffs;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MentorBot.Pages.Desk;

/// <summary>Where coordinators see what became of those who asked for a person.</summary>
internal sealed class ResultsModel(Funnels funnels, TimeProvider clock) : PageModel
{
    private const int Usually = 30;

    /// <summary>The stretches that can be chosen, in days.</summary>
    public static IReadOnlyList<int> Stretches { get; } = [7, Usually, 90, 365];

    /// <summary>The stretch that is shown, in days until now.</summary>
    public int Days { get; private set; }

    /// <summary>The figures.</summary>
    public Funnel Funnel { get; private set; } = null!;

    /// <summary>Each step: its name, its count, and how many of a hundred who asked came so far.</summary>
    public IEnumerable<(string Name, int Count, int Percent)> Steps =>
        new[] { ("Asked for a person", Funnel.Asked), ("A mentor was asked", Funnel.Offered), ("A mentor took it", Funnel.Taken), ("A mentor wrote", Funnel.FirstWords), ("Done", Funnel.Done), ("It helped, she said", Funnel.Helped) }
            .Select(step => (step.Item1, step.Item2, Funnel.Asked == 0 ? 0 : (int)Math.Round(100.0 * step.Item2 / Funnel.Asked)));

    /// <summary>Reads and shows them.</summary>
    public async Task OnGetAsync(int? days)
    {
        Days = days is { } chosen && Stretches.Contains(chosen) ? chosen : Usually;
        var now = clock.GetUtcNow();
        Funnel = await funnels.CountAsync(DeskVisitor.Of(HttpContext).SchemeId, now.AddDays(-Days), now.AddMinutes(1), HttpContext.RequestAborted);
    }

    /// <summary>A stretch of time as people say it.</summary>
    public static string Say(TimeSpan? time) => time switch
    {
        null => "nobody yet",
        { TotalMinutes: < 1 } => "less than a minute",
        { TotalMinutes: < 90 } minutes => Count((int)Math.Round(minutes.TotalMinutes), "minute"),
        { TotalHours: < 48 } hours => Count((int)Math.Round(hours.TotalHours), "hour"),
        { } long_ => Count((int)Math.Round(long_.TotalDays), "day"),
    };

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
