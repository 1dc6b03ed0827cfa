using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace MentorBot.Channels.WebChat;

/// <summary>Makes and reads the tokens of web chats: signed JSON Web Tokens that hold all there is to know, so that nothing is kept until somebody speaks.</summary>
/// <remarks>
/// Each use has an audience and a key of its own, derived from one secret, so that none passes for another. Microsoft's Web Chat reads the claim <c>user</c> itself.
/// An HMAC is enough: who checks a token is who made it.
/// </remarks>
public sealed class ChatTokens
{
    /// <summary>How long a chat's token is good: half an hour, as clients of Direct Line expect.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);

    /// <summary>How long tokens may be got from one another. Whoever copied one before its owner left would read along for ever otherwise.</summary>
    public static readonly TimeSpan MostOfAll = TimeSpan.FromHours(24);

    private const string Issuer = "mentorbot";
    private const string BeganClaim = "began";
    private const int KeyLength = 32;

    private readonly TimeProvider _clock;
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly Dictionary<ChatTokenUse, SymmetricSecurityKey> _keys;

    /// <summary>Makes tokens from a secret that every node has.</summary>
    /// <param name="secret">At least 32 bytes that nobody knows.</param>
    /// <param name="clock">Tells when a token is made and when it ends.</param>
    public ChatTokens(byte[] secret, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(secret);
        if (secret.Length < KeyLength) throw new ArgumentException($"The secret of chat tokens needs {KeyLength} bytes.", nameof(secret));
        _clock = clock;
        _keys = Enum.GetValues<ChatTokenUse>().ToDictionary(use => use, use => new SymmetricSecurityKey(
            HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyLength, info: System.Text.Encoding.ASCII.GetBytes($"MentorBot web chat {AudienceOf(use)} token"))));
    }

    /// <summary>Makes a token.</summary>
    public string Issue(ChatPass pass, ChatTokenUse use = ChatTokenUse.Chat)
    {
        ArgumentNullException.ThrowIfNull(pass);
        var now = _clock.GetUtcNow();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["conv"] = pass.ConversationId, ["site"] = pass.Site, [BeganClaim] = (pass.Began ?? now).ToUnixTimeSeconds(),
        };
        if (pass.UserId is not null) claims["user"] = pass.UserId;
        if (pass.TrustedOrigins.Count > 0) claims["origins"] = pass.TrustedOrigins.ToArray();
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = AudienceOf(use),
            Claims = claims,
            IssuedAt = now.UtcDateTime,
            Expires = (now + (use == ChatTokenUse.Attachment ? LifetimeOf(use) : Least(LifetimeOf(use), LeftOf(pass)))).UtcDateTime,
            SigningCredentials = new SigningCredentials(_keys[use], SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>How many seconds a chat's token is good that is made now.</summary>
    public int SecondsOf(ChatPass pass)
    {
        ArgumentNullException.ThrowIfNull(pass);
        return (int)Least(Lifetime, LeftOf(pass)).TotalSeconds;
    }

    /// <summary>Reads a token. Never throws for what it holds.</summary>
    public async Task<ChatTokenReading> ReadAsync(string? token, ChatTokenUse use = ChatTokenUse.Chat)
    {
        var result = await _handler.ValidateTokenAsync(token, Rules(use));
        // Whoever signed it is ourselves, so its claims are as we wrote them.
        if (!result.IsValid || result.SecurityToken is not JsonWebToken read) return ChatTokenReading.NotOurs;
        return read.ValidTo <= _clock.GetUtcNow().UtcDateTime ? ChatTokenReading.Expired : new ChatTokenReading(PassOf(read));
    }

    /// <summary>How long a token of this use is good.</summary>
    public static TimeSpan LifetimeOf(ChatTokenUse use) => use switch
    {
        // "Connect within 60 seconds", says Direct Line.
        ChatTokenUse.Stream => TimeSpan.FromSeconds(60),
        // As long as the file itself is kept: a picture stays on the screen for as long as the page does.
        ChatTokenUse.Attachment => TimeSpan.FromHours(24),
        _ => Lifetime,
    };

    private TimeSpan LeftOf(ChatPass pass) => pass.Began is { } began ? began + MostOfAll - _clock.GetUtcNow() : MostOfAll;

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private static ChatPass PassOf(JsonWebToken read) =>
        new(read.GetClaim("conv").Value, read.GetClaim("site").Value, read.TryGetClaim("user", out var user) ? user.Value : null)
        {
            Began = DateTimeOffset.FromUnixTimeSeconds(read.GetPayloadValue<long>(BeganClaim)),
            TrustedOrigins = [.. read.Claims.Where(claim => claim.Type == "origins").Select(claim => claim.Value)],
        };

    private static string AudienceOf(ChatTokenUse use) => use switch
    {
        ChatTokenUse.Stream => "stream",
        ChatTokenUse.Attachment => "attachment",
        _ => "chat",
    };

    private TokenValidationParameters Rules(ChatTokenUse use) => new()
    {
        ValidIssuer = Issuer,
        ValidAudience = AudienceOf(use),
        IssuerSigningKey = _keys[use],
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        // Ours is told by our own clock, and apart from every other fault: clients refresh what has expired.
        ValidateLifetime = false,
    };
}

/// <summary>What a token is for.</summary>
public enum ChatTokenUse
{
    /// <summary>To read and write a chat.</summary>
    Chat,

    /// <summary>To open a socket: it stands in a URL, so it is good for a minute.</summary>
    Stream,

    /// <summary>To fetch the files of a chat: it stands in the URLs of pictures.</summary>
    Attachment,
}

/// <summary>What came of reading a token.</summary>
/// <param name="Pass">What it allows; null if it is no good.</param>
/// <param name="HasExpired">Whether it was ours, and its time is over.</param>
public sealed record ChatTokenReading(ChatPass? Pass, bool HasExpired = false)
{
    internal static ChatTokenReading NotOurs { get; } = new(null, false);

    internal static ChatTokenReading Expired { get; } = new(null, true);
}
