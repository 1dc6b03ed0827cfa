using System.Globalization;
using MentorBot.BotFramework;

namespace MentorBot.Channels.Sms;

/// <summary>Finds out whether Twilio has a message whose answer was lost.</summary>
/// <remarks>
/// Sending takes no key of ours, and the list of messages does not show the callback that carries our id. What is left to go by is the number, the words and
/// the time. So a listed message is ours if it went by the API to that number, was made since we first tried, says the same, and is not already known to be
/// another. The list's own date filter is of no use: it is about when a message was sent, and leaves out those still queued.
/// What risk remains: of two messages with the same words, both uncertain at once, the older record is given to whichever is asked about first.
/// The person gets each once in either case.
/// </remarks>
internal sealed class TwilioLookUp(TwilioApi api, TimeProvider clock)
{
    /// <summary>How long after the last try the list can be trusted: a request may still be under way, and lists lag behind.</summary>
    public static readonly TimeSpan SettlesAfter = TimeSpan.FromMinutes(1);

    // Twilio's clock and ours may differ, and its dates are whole seconds.
    private static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(1);

    // Ten pages of a hundred: more than anybody was ever sent since a message became uncertain.
    private const int PageSize = 100;
    private const int MostPages = 10;

    // What Twilio puts before every message of a trial account.
    private const string TrialPrefix = "Sent from your Twilio trial account - ";

    public async Task<Delivery> FindAsync(OutgoingMessage message, IReadOnlySet<string> known, CancellationToken cancellationToken)
    {
        var search = new Search(message, known);
        Uri? page = new($"{api.MessagesUri}?To={Uri.EscapeDataString(message.Address)}&PageSize={PageSize}");
        for (var i = 0; i < MostPages && page is not null; i++)
        {
            if (await api.GetPageAsync(page, cancellationToken) is not { Messages: { } listed } answer)
                return Delivery.Uncertain("look-up-failed", SettlesAfter);
            if (search.ReadToEnd(listed) || string.IsNullOrEmpty(answer.NextPageUri))
                return Conclude(message, search);
            page = api.NextPage(answer.NextPageUri);
        }
        return search.Found is { } sid ? Delivery.Accepted(sid) : Delivery.Uncertain("look-up-unfinished", SettlesAfter);
    }

    private Delivery Conclude(OutgoingMessage message, Search search)
    {
        if (search.Found is { } sid)
            return Delivery.Accepted(sid);
        if (search.SawHiddenWords)
            return Delivery.Uncertain("words-hidden", SettlesAfter);
        var wait = message.LastTriedAt + SettlesAfter - clock.GetUtcNow();
        return wait > TimeSpan.Zero ? Delivery.Uncertain("look-up-too-soon", wait) : Delivery.NotTaken;
    }

    private sealed class Search(OutgoingMessage message, IReadOnlySet<string> known)
    {
        private readonly DateTimeOffset _earliest = message.FirstTriedAt - ClockMargin;
        private readonly string _words = (message.Activity.Text ?? "").Trim();
        private DateTimeOffset _foundAt;

        public string? Found { get; private set; }

        // An account may be set to forget what was said. Then nothing can be told from the list.
        public bool SawHiddenWords { get; private set; }

        /// <summary>Reads one page, newest first; true when the whole page is older than the message.</summary>
        public bool ReadToEnd(IReadOnlyList<TwilioListed> page)
        {
            var allOlder = true;
            foreach (var listed in page)
            {
                var made = Date(listed.DateCreated);
                if (made < _earliest)
                    continue;
                allOlder = false;
                Consider(listed, made);
            }
            return allOlder;
        }

        private void Consider(TwilioListed listed, DateTimeOffset made)
        {
            if (listed is not { Direction: "outbound-api", Sid: { } sid } || listed.To != message.Address || known.Contains(sid) || !TwilioIds.IsId(sid))
                return;
            var words = (listed.Body ?? "").Trim();
            SawHiddenWords |= words.Length == 0 && _words.Length > 0;
            if (!Says(words) || (Found is not null && made > _foundAt))
                return;
            (Found, _foundAt) = (sid, made);
        }

        private bool Says(string words) => words == _words || words == TrialPrefix + _words;

        // A date that cannot be read rules nothing out.
        private static DateTimeOffset Date(string? text) =>
            DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : DateTimeOffset.MaxValue;
    }
}
