namespace MentorBot.Channels.Sms;

/// <summary>The first questions asked of everything Twilio posts: can it be read, is the account ours, is the proof good?</summary>
internal sealed class TwilioGate(SmsSettings settings)
{
    private readonly string _account = settings.AccountSid ?? "";
    private readonly TwilioSignature _signature = new(settings.PublicUrl ?? "", settings.AuthToken ?? "", settings.AuthTokenSecondary);

    /// <summary>The form, if everything is in order; otherwise why not.</summary>
    public Reading<TwilioForm> Open(TwilioRequest request)
    {
        if (!TwilioForm.TryRead(request.ContentType, request.Body.Span, out var form, out var problem))
            return new Refusal(RefusalReason.Malformed, problem.ToString());

        // A sub-account signs with its own token, so an unknown account could never be proved.
        if (form.Find("AccountSid") is { } account && !string.Equals(account, _account, StringComparison.Ordinal))
            return new Refusal(RefusalReason.UnknownAccount);
        if (!_signature.IsGenuine(request.PathAndQuery, form, request.Signature))
            return new Refusal(RefusalReason.BadSignature);
        return form;
    }

    /// <summary>Names which of these fields are absent or empty; null if none is.</summary>
    public static Refusal? Missing(TwilioForm form, params ReadOnlySpan<string> names)
    {
        var missing = new List<string>();
        foreach (var name in names)
        {
            if (string.IsNullOrEmpty(form.Find(name)))
                missing.Add(name);
        }
        return missing.Count == 0 ? null : new(RefusalReason.MissingFields, string.Join(", ", missing));
    }
}
