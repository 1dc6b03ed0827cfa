using System.Security.Cryptography;
using MentorBot.Mentoring.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace MentorBot.Desk;

/// <summary>What a form carries from when it is shown until it is sent: the key that an authenticator app is to have, and what a passkey is to know the account by. Sealed, so that nobody can choose either for somebody else.</summary>
internal sealed class JoinForms(IDataProtectionProvider protection)
{
    /// <summary>How long somebody has to fill in a form.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("MentorBot.JoinForms").ToTimeLimitedDataProtector();

    /// <summary>A form with a fresh key.</summary>
    /// <param name="whose">What the app is to call it.</param>
    /// <param name="handle">What passkeys know the account by; a fresh one if left out.</param>
    public JoinForm New(string whose, Guid? handle = null) => Seal(handle ?? Guid.NewGuid(), Totp.NewKey(), whose);

    /// <summary>The form that was shown; null if it is none of ours, or too old.</summary>
    public JoinForm? Read(string? box)
    {
        if (string.IsNullOrEmpty(box)) return null;
        try
        {
            return _protector.Unprotect(box).Split('\n') is [var handle, var key, var whose] ? new JoinForm(box, Guid.Parse(handle), Convert.FromBase64String(key), whose) : null;
        }
        catch (CryptographicException)
        {
            // Made up, too old, or sealed with keys that are gone: as good as none.
            return null;
        }
    }

    private JoinForm Seal(Guid handle, byte[] key, string whose) => new(_protector.Protect($"{handle}\n{Convert.ToBase64String(key)}\n{whose}", GoodFor), handle, key, whose);
}

/// <summary>A form for a second step.</summary>
/// <param name="Box">It, sealed.</param>
/// <param name="Handle">What passkeys are to know the account by.</param>
/// <param name="CodeKey">The key that an app is to have.</param>
/// <param name="Whose">What the app is to call it.</param>
internal sealed record JoinForm(string Box, Guid Handle, byte[] CodeKey, string Whose)
{
    /// <summary>The key, to be typed.</summary>
    public string Spelt => Totp.Spell(CodeKey);

    /// <summary>The key as a picture that an app's camera reads: drawn into the page, so that it is in no address.</summary>
    public IHtmlContent Picture
    {
        get
        {
            using var code = QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.M);
            using var picture = new SvgQRCode(code);
            var svg = picture.GetGraphic(pixelsPerModule: 4, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute);
            return new HtmlString(svg.Replace("<svg ", "<svg class=\"qr\" role=\"img\" aria-label=\"QR code of the key below\" ", StringComparison.Ordinal));
        }
    }

    /// <summary>A link that opens an app on the same phone.</summary>
    public string Link => Totp.AddressFor(CodeKey, Whose);
}
