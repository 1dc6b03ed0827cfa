using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace MentorBot.Channels.DirectLine;

/// <summary>Reads what clients post, up to a limit.</summary>
internal static class DirectLineBodies
{
    private const int MostOfAQuestion = 16 * 1024;

    /// <summary>All bytes of a stream; null if there are more than so many.</summary>
    public static async Task<byte[]?> ReadAsync(Stream body, int most, CancellationToken cancellationToken)
    {
        using var read = new MemoryStream();
        var part = new byte[Math.Min(most + 1, 8 * 1024)];
        int count;
        while ((count = await body.ReadAsync(part, cancellationToken)) > 0)
        {
            if (read.Length + count > most) return null;
            read.Write(part, 0, count);
        }
        return read.ToArray();
    }

    /// <summary>What somebody asks for beside the call itself. An empty body asks for nothing.</summary>
    /// <returns>Null if it cannot be read.</returns>
    public static async Task<Question?> ReadQuestionAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await ReadAsync(request.Body, MostOfAQuestion, cancellationToken);
        if (body is null) return null;
        return body.Length == 0 ? new Question(null, null) : TryParse(body, out var question) ? question : null;
    }

    private static bool TryParse(byte[] body, [NotNullWhen(true)] out Question? question)
    {
        question = null;
        try
        {
            question = JsonSerializer.Deserialize<Question>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            // Told by the result.
        }
        return question is not null;
    }

    /// <summary>What tokens and conversations are asked for with.</summary>
    internal sealed record Question(Who? User, IReadOnlyList<string?>? TrustedOrigins);

    /// <summary>Who the client says it is.</summary>
    internal sealed record Who(string? Id);
}
