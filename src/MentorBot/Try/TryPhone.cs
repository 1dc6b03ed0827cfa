using System.Text;
using MentorBot.Channels;
using MentorBot.Channels.Sms;
using MentorBot.Mentoring.Messages;
using MentorBot.Mentoring.Privacy;

namespace MentorBot.Try;

/// <summary>A basic phone in the simulator: it texts through the same webhook reader as Twilio, and its screen shows what was really sent.</summary>
internal sealed class TryPhone(Inbox inbox, TryScreen screen, AddressVault addresses, Signal<Deliveries> deliveries)
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
        var lines = await screen.ReadAsync(addresses.KeyOf(BotFramework.Channels.Sms, number, TryNumbers.Ours), cancellationToken);
        return [.. lines.Select(line => Show(line, line.Activity.Text ?? ""))];
    }

    private static TryMessage Show(TryLine line, string text) => new(line.Id, line.Direction, text, line.At, SmsText.Measure(text).Segments);

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

/// <summary>One message on a simulated phone's screen.</summary>
/// <param name="Id">Names it on the screen.</param>
/// <param name="Direction">"in" for what the mentee texted, "out" for what she got.</param>
/// <param name="Body">The words.</param>
/// <param name="At">When, by the simulator's clock.</param>
/// <param name="Segments">How many SMS segments it costs.</param>
public sealed record TryMessage(string Id, string Direction, string Body, DateTimeOffset At, int Segments);
