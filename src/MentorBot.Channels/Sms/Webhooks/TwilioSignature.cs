using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace MentorBot.Channels.Sms;

/// <summary>Checks Twilio's proof that it sent a request (the <c>X-Twilio-Signature</c> header).</summary>
/// <remarks>
/// base64 of HMAC-SHA1, keyed with the account's auth token, over the URL as Twilio called it and then the form's fields in ordinal order.
/// See "Security: validating requests" in Twilio's documentation. The URL is built from the configured base, never from what a proxy says of itself.
/// </remarks>
public sealed class TwilioSignature
{
    private const string BodyHash = "bodySHA256=";

    private readonly byte[][] _bases;
    private readonly byte[][] _tokens;
    private readonly int _longestBase;

    /// <summary>Makes a check for one account.</summary>
    /// <param name="publicUrl">What comes before the path in the URLs that Twilio calls, such as <c>https://bot.example.org</c>. The case of its letters counts.</param>
    /// <param name="authToken">The account's auth token. API keys never sign.</param>
    /// <param name="secondaryToken">The account's other token while tokens are being changed.</param>
    public TwilioSignature(string publicUrl, string authToken, string? secondaryToken = null)
    {
        ArgumentNullException.ThrowIfNull(publicUrl);
        ArgumentNullException.ThrowIfNull(authToken);
        _bases = [.. PortForms.Of(publicUrl.TrimEnd('/')).Select(Encoding.UTF8.GetBytes)];
        _tokens = [.. new[] { authToken, secondaryToken }.Where(t => !string.IsNullOrEmpty(t)).Select(t => Encoding.UTF8.GetBytes(t!))];
        _longestBase = _bases.Max(b => b.Length);
    }

    /// <summary>Signs a form as Twilio does: what stands in for it, such as a simulator, sends this in the header.</summary>
    /// <param name="token">The account's auth token.</param>
    /// <param name="url">The whole URL that is called, without a fragment.</param>
    /// <param name="fields">The form's fields, decoded, in any order; none for a GET.</param>
    /// <returns>The header's value.</returns>
    public static string Sign(string token, string url, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var signed = new StringBuilder(url);
        foreach (var (name, value) in fields.Distinct().OrderBy(f => f.Key, StringComparer.Ordinal).ThenBy(f => f.Value, StringComparer.Ordinal))
            signed.Append(name).Append(value);
        var hash = new byte[HMACSHA1.HashSizeInBytes];
        Hash(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed.ToString()), hash);
        return Convert.ToBase64String(hash);
    }

    /// <summary>Whether a form was posted by the holder of a token.</summary>
    /// <param name="pathAndQuery">The request's raw path and query, exactly as received.</param>
    /// <param name="form">The form; <see cref="TwilioForm.Empty"/> for a GET.</param>
    /// <param name="signature">The header's value.</param>
    public bool IsGenuine(string pathAndQuery, TwilioForm form, string? signature)
    {
        ArgumentNullException.ThrowIfNull(pathAndQuery);
        ArgumentNullException.ThrowIfNull(form);
        Span<byte> claimed = stackalloc byte[HMACSHA1.HashSizeInBytes];
        if (!Convert.TryFromBase64String(signature ?? "", claimed, out var length) || length != claimed.Length)
            return false;

        var path = WithoutFragment(pathAndQuery);
        var buffer = ArrayPool<byte>.Shared.Rent(_longestBase + Encoding.UTF8.GetMaxByteCount(path.Length) + form.SignedLength);
        try
        {
            var end = _longestBase + Encoding.UTF8.GetBytes(path, buffer.AsSpan(_longestBase));
            end += form.CopySigned(buffer.AsSpan(end));
            return AnyMatches(buffer.AsSpan(0, end), claimed);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    /// <summary>Whether a body that is not a form was posted by the holder of a token: its hash is in the URL, and the URL alone is signed.</summary>
    /// <param name="pathAndQuery">The request's raw path and query, exactly as received.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="signature">The header's value.</param>
    public bool IsGenuine(string pathAndQuery, ReadOnlySpan<byte> body, string? signature)
    {
        if (!IsGenuine(pathAndQuery, TwilioForm.Empty, signature))
            return false;
        var start = pathAndQuery.IndexOf(BodyHash, StringComparison.Ordinal);
        if (start < 0)
            return false;
        Span<byte> claimed = stackalloc byte[SHA256.HashSizeInBytes];
        var hex = pathAndQuery.AsSpan(start + BodyHash.Length);
        return hex.Length >= 2 * claimed.Length
            && Convert.FromHexString(hex[..(2 * claimed.Length)], claimed, out _, out _) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(SHA256.HashData(body), claimed);
    }

    // The bases end where the path begins, so that one copy of path and form serves all of them.
    private bool AnyMatches(Span<byte> signed, ReadOnlySpan<byte> claimed)
    {
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        foreach (var start in _bases)
        {
            var text = signed[(_longestBase - start.Length)..];
            start.CopyTo(text);
            foreach (var token in _tokens)
            {
                Hash(token, text, hash);
                if (CryptographicOperations.FixedTimeEquals(hash, claimed))
                    return true;
            }
        }
        return false;
    }

    [SuppressMessage("Security", "CA5350", Justification = "Twilio signs with HMAC-SHA1, which is not broken as a keyed hash")]
    private static void Hash(ReadOnlySpan<byte> token, ReadOnlySpan<byte> text, Span<byte> hash) => HMACSHA1.HashData(token, text, hash);

    private static ReadOnlySpan<char> WithoutFragment(string pathAndQuery)
    {
        var hash = pathAndQuery.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? pathAndQuery : pathAndQuery.AsSpan(0, hash);
    }
}
