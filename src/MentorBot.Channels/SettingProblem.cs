namespace MentorBot.Channels;

/// <summary>A setting that stops the start.</summary>
/// <param name="Key">The setting, such as <c>MentorBot:Sms:AuthToken</c>.</param>
/// <param name="Wrong">What is wrong with it. A secret is never quoted.</param>
/// <param name="WriteInstead">What to write.</param>
public sealed record SettingProblem(string Key, string Wrong, string WriteInstead);
