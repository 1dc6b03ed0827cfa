using System.Text;
using MentorBot.Channels;
using MentorBot.Channels.Sms;
using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Try;

/// <summary>A basic phone in the simulator: it texts through the same webhook reader as Twilio, and its screen shows what was really sent.</summary>
internal sealed class TryPhone(Inbox inbox, IDbContextFactory<MentorBotDb> contexts, AddressVault addresses, TextVault texts, Signal<Deliveries> deliveries)
{
    private const string Account = "ACffffffffffffffffffffffffffffffff";
    private const string Origin = "http://try.invalid";

    // Nobody else can sign for the simulator's account: the token is new at every start and leaves no room.
    private readonly string _token = Guid.NewGuid().ToString("N");

    /// <summary>Whether a phone would send this. A channel takes NULs out, so they are no words.</summary>
    public static bool HasWords(string? body) => body is not null && body.Any(letter => letter != '\0' && !char.IsWhiteSpace(letter));

    /// <summary>Texts us from a phone.</summary>
    /// <returns>The message's id, or why it was refused.</returns>
    public async Task<Reading<string>> TextAsync(string number, string body)
    {
        var settings = new SmsSettings { AccountSid = Account, AuthToken = _token, PublicUrl = Origin };
        var id = $"SM{Guid.NewGuid():N}";
        var reading = new TwilioWebhook(settings).Read(Sign(new Dictionary<string, string>
        {
            ["MessageSid"] = id, ["AccountSid"] = Account, ["From"] = number, ["To"] = TryNumbers.Ours, ["Body"] = body, ["NumMedia"] = "0",
        }));
        if (!reading.IsAccepted) return reading.Refusal;

        await inbox.AcceptAsync(reading.Accepted);
        deliveries.Pulse();
        return id;
    }

    /// <summary>What the phone's screen shows, oldest first.</summary>
    public async Task<IReadOnlyList<TryMessage>> ScreenAsync(string number, CancellationToken cancellationToken)
    {
        var key = addresses.KeyOf(BotFramework.Channels.Sms, number, TryNumbers.Ours);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var sent = await db.Inbox.AsNoTracking().Where(m => m.ConversationKey == key).OrderBy(m => m.Id).ToListAsync(cancellationToken);
        var received = await db.Outbox.AsNoTracking()
            .Where(m => m.Conversation!.Key == key && m.State == OutboxState.Accepted).OrderBy(m => m.Sequence).ToListAsync(cancellationToken);

        return sent.Select(m => Show($"in-{m.Id}", m.SealedActivity, key, m.ReceivedAt))
            .Concat(received.Select(m => Show($"out-{m.Id}", m.SealedActivity, key, m.PreparedAt)))
            .OrderBy(m => m.At).ThenBy(m => m.Direction, StringComparer.Ordinal)
            .ToList();
    }

    private TryMessage Show(string id, byte[]? box, byte[] key, DateTimeOffset at)
    {
        var text = box is null ? "(erased)" : texts.OpenActivity(box, key).Text ?? "";
        return new TryMessage(id, id.Split('-')[0], text, at, SmsText.Measure(text).Segments);
    }

    private TwilioRequest Sign(Dictionary<string, string> form)
    {
        var body = string.Join('&', form.Select(field => $"{Uri.EscapeDataString(field.Key)}={Uri.EscapeDataString(field.Value)}"));
        return new TwilioRequest
        {
            PathAndQuery = TwilioWebhook.Path,
            ContentType = "application/x-www-form-urlencoded",
            Signature = TwilioSignature.Sign(_token, Origin + TwilioWebhook.Path, form),
            Body = Encoding.UTF8.GetBytes(body),
        };
    }
}

/// <summary>One message on a simulator's screen.</summary>
/// <param name="Id">Names it on the screen.</param>
/// <param name="Direction">"in" for what the mentee texted, "out" for what she got.</param>
/// <param name="Body">The words.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Segments">How many SMS segments it costs.</param>
public sealed record TryMessage(string Id, string Direction, string Body, DateTimeOffset At, int Segments);
