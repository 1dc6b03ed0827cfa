namespace MentorBot.Channels.Sms;

/// <summary>The ways of writing one base URL that differ in its port.</summary>
/// <remarks>Twilio's servers drop the port in some calls and add the scheme's own in others, so its libraries accept both.</remarks>
internal static class PortForms
{
    /// <summary>The URL as it is, without a port, and with one; each once. The text is cut and never parsed: the case of the host counts.</summary>
    public static IEnumerable<string> Of(string url)
    {
        var scheme = url.IndexOf("://", StringComparison.Ordinal);
        if (scheme < 0)
            return [url];
        var hostStart = scheme + "://".Length;
        var hostEnd = url.IndexOf('/', hostStart);
        if (hostEnd < 0)
            hostEnd = url.Length;
        var host = url[hostStart..hostEnd];
        var colon = host.LastIndexOf(':');

        // The colons inside [::1] are part of the host.
        var hasPort = colon > host.LastIndexOf(']');
        var without = url[..hostStart] + (hasPort ? host[..colon] : host) + url[hostEnd..];
        var with = hasPort ? url : url[..hostEnd] + DefaultPort(url) + url[hostEnd..];
        return new[] { url, without, with }.Distinct(StringComparer.Ordinal);
    }

    private static string DefaultPort(string url) => url.StartsWith("https:", StringComparison.OrdinalIgnoreCase) ? ":443" : ":80";
}
