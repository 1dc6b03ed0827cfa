using System.Text.Json;

namespace MentorBot.Channels.Tests.Sms;

/// <summary>Cases made with Twilio's own libraries for Node, kept beside this file.</summary>
internal static class Vectors
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<SegmentCase> Segments { get; } = Read<SegmentCase>("sms-segments.json");

    public static IReadOnlyList<SignatureCase> Signatures { get; } = Read<SignatureCase>("twilio-signatures.json");

    private static List<T> Read<T>(string name)
    {
        using var stream = typeof(Vectors).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<List<T>>(stream, Options)!;
    }
}

/// <summary>What Twilio's segment calculator says of a text; smart means after its own folding.</summary>
internal sealed record SegmentCase(string Name, string Text, bool Smart, string Encoding, int Segments, int Chars);

/// <summary>A signature made by Twilio's library, and whether it holds.</summary>
internal sealed record SignatureCase(string Name, string Token, string Url, string? Body, string? Json, string Signature, bool Expect);
