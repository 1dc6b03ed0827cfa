using MentorBot.Channels;

namespace MentorBot.Settings;

/// <summary>Checks where to listen before the server does, which would only throw.</summary>
internal static class ListenAddresses
{
    private const string Key = "urls";
    private const int HighestPort = 65535;

    // The environment and the command line lead to the same key.
    private const string Names = "ASPNETCORE_URLS (or --urls)";
    private const string Instead = "http://, a host or *, and a port from 0 to 65535, several with semicolons between, such as http://localhost:5080";

    /// <summary>A problem for each address that no server could listen on.</summary>
    public static IEnumerable<SettingProblem> Problems(IConfiguration configuration) =>
        from address in Of(configuration)
        where !CanBeListenedOn(address)
        select new SettingProblem(Names, "there is an address that nobody can listen on", Instead);

    /// <summary>What to write where an https address was given, and no certificate.</summary>
    public static SettingProblem NoCertificate { get; } = new(
        Names, "https needs a certificate, and there is none",
        "http:// and let a proxy in front do HTTPS, or name a certificate in Kestrel:Certificates:Default:Path");

    /// <summary>Whether any of them is https.</summary>
    public static bool AnyHttps(IConfiguration configuration) => Of(configuration).Any(a => a.StartsWith("https:", StringComparison.OrdinalIgnoreCase));

    private static string[] Of(IConfiguration configuration) =>
        (configuration[Key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool CanBeListenedOn(string address)
    {
        try
        {
            var read = BindingAddress.Parse(address);
            return read.Scheme.ToUpperInvariant() is "HTTP" or "HTTPS" && read.PathBase.Length == 0 && (read.IsUnixPipe || read.Port is >= 0 and <= HighestPort);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
