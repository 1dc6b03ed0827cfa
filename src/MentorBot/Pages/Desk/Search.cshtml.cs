using MentorBot.Mentoring.Desk;

namespace MentorBot.Pages.Desk;

/// <summary>Looks for words in a mentor's own talks.</summary>
internal sealed class SearchModel(DeskSearch search, TimeProvider clock) : DeskPageModel
{
    private const int LongestText = 100;

    /// <summary>What is looked for.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was found, the newest first.</summary>
    public IReadOnlyList<FoundTalk> Found { get; private set; } = [];

    /// <summary>Looks.</summary>
    public async Task OnGetAsync(string? q, CancellationToken cancellationToken)
    {
        var text = q?.Trim() ?? "";
        (Now, Text) = (clock.GetUtcNow(), text.Length > LongestText ? text[..LongestText] : text);
        Found = await search.FindAsync(MentorId, Text, cancellationToken);
    }
}
