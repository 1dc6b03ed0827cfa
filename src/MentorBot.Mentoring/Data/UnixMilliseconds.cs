using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace MentorBot.Mentoring.Data;

/// <summary>Keeps an instant as whole milliseconds since 1970-01-01T00:00Z.</summary>
internal sealed class UnixMilliseconds() : ValueConverter<DateTimeOffset, long>(
    instant => instant.ToUnixTimeMilliseconds(),
    milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
