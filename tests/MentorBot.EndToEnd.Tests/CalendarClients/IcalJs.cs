using System.Diagnostics;
using System.Text.Json;
using MentorBot.EndToEnd.Tests.DirectLineClients;

namespace MentorBot.EndToEnd.Tests.CalendarClients;

/// <summary>A meeting as ical.js understands it and <c>read.js</c> prints it: what the file says of all its meetings (its name, what it is for, after how many seconds to look again),
/// what it says of this one, and how many seconds from its beginning it reminds.</summary>
public sealed record ReadMeeting(
    string? Calendar, string Method, int? Refresh, Guid Uid, int Sequence, string Status, string Zone, DateTimeOffset Start, DateTimeOffset End, string Summary, string? Description, string? Location, string? Url, int? Alarm);

/// <summary>Mozilla's reader of calendar files, in Node, as npm has it: nothing in it is changed.</summary>
internal static class IcalJs
{
    private static readonly string Folder = InSource();

    /// <summary>Skips the test, or fails it under MENTORBOT_REQUIRE_ALL=1, where there is no Node or the reader is not installed.</summary>
    public static void Require()
    {
        if (WhyNot is not null && Environment.GetEnvironmentVariable("MENTORBOT_REQUIRE_ALL") == "1")
            Assert.Fail(WhyNot);
        Assert.SkipWhen(WhyNot is not null, WhyNot ?? "");
    }

    /// <summary>The meetings in a file, in its order.</summary>
    public static async Task<List<ReadMeeting>> ReadAsync(string calendar)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, calendar);
            return [.. (await RunAsync(file)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<ReadMeeting>(line, JsonSerializerOptions.Web)!)];
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunAsync(string file)
    {
        var start = new ProcessStartInfo(ClientsOfMicrosoft.Node!, ["read.js", file]) { WorkingDirectory = Folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        Assert.True(node.ExitCode == 0, $"{output}\n{await errors}");
        return output;
    }

    private static string? WhyNot =>
        ClientsOfMicrosoft.Node is null ? "There is no Node: install it (apt-get install nodejs npm)."
        : !File.Exists(Path.Combine(Folder, "node_modules", "ical.js", "package.json")) ? $"Mozilla's reader of calendars is not installed: npm ci --ignore-scripts --prefix {Folder}"
        : null;

    private static string InSource([System.Runtime.CompilerServices.CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
