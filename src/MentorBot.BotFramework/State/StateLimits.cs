namespace MentorBot.BotFramework;

/// <summary>How much one document of state may hold. Going beyond is an error when it is saved.</summary>
/// <param name="MaxBytes">Its size as UTF-8 JSON. A dialog in the middle takes about 300 bytes.</param>
/// <param name="MaxDepth">How deep objects and arrays may nest. Each component dialog inside another takes five levels.</param>
public sealed record StateLimits(int MaxBytes = 64 * 1024, int MaxDepth = 64);
