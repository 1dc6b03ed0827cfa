using MentorBot.Channels;

namespace MentorBot.Settings;

/// <summary>Checks the levels of logging before the loggers are made, which would only throw.</summary>
internal static class LogLevels
{
    /// <summary>A problem for each level that there is not.</summary>
    public static IEnumerable<SettingProblem> Problems(IConfiguration configuration) =>
        from level in configuration.GetSection("Logging").AsEnumerable()
        where level.Key.Contains(":LogLevel:", StringComparison.OrdinalIgnoreCase)
            && !string.IsNullOrEmpty(level.Value) && !Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _)
        select new SettingProblem(level.Key, "there is no such level", $"one of {string.Join(", ", Enum.GetNames<LogLevel>())}");
}
