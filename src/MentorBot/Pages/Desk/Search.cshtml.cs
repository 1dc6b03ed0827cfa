using MentorBot.Mentoring.Desk;

namespace MentorBot.Pages.Desk;

/// <summary>Looks for words in a mentor's own talks.</summary>
internal sealed class SearchModel(DeskSearch search, DeskNews news, TimeProvider clock) : DeskPageModel
{
    private const int LongestText = 100;

    /// <summary>What is looked for.</summary>
    public string Text { get; private set; } = "";

    /// <summary>What was found, the newest first.</summary>
    public IReadOnlyList<FoundTalk> Found { get; private set; } = [];

    /// <summary>Lists the newest.</summary>
    public Task OnGetAsync(CancellationToken cancellationToken) => OnPostAsync(q: null, cancellationToken);

    /// <summary>Looks. What is looked for is in no address: those are kept by browsers, and by proxies.</summary>
    public async Task OnPostAsync(string? q, CancellationToken cancellationToken)
    {
        var text = q?.Trim() ?? "";
        Text = text.Length > LongestText ? text[..LongestText] : text;
        await LookAsync(news, clock, cancellationToken);
        Found = await search.FindAsync(MentorId, Text, cancellationToken);
    }
}
