using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MentorBot.BotFramework;

/// <summary>Turns a bag into the JSON that is stored, once, and sees whether it is what was read.</summary>
internal static class StateDocument
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? spare;

    /// <summary>The document, or null if it is the same as the one that was read and <paramref name="force"/> is not set.</summary>
    public static byte[]? Write(StateBag bag, StateTypes types, StateLimits limits, bool force)
    {
        var buffer = spare ?? new ArrayBufferWriter<byte>(1024);
        try
        {
            WriteTo(buffer, bag, types, limits);
            return !force && IsUnchanged(bag, buffer.WrittenSpan) ? null : buffer.WrittenSpan.ToArray();
        }
        finally
        {
            // Cleared, not just reset: what people said does not linger in a buffer.
            buffer.Clear();
            spare = buffer;
        }
    }

    private static void WriteTo(ArrayBufferWriter<byte> buffer, StateBag bag, StateTypes types, StateLimits limits)
    {
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = limits.MaxDepth,
            SkipValidation = true,
        });
        bag.WriteTo(new StateWriter(json, types, limits.MaxDepth));
        json.Flush();
        if (buffer.WrittenCount > limits.MaxBytes)
            throw TooBig(buffer.WrittenMemory, limits);
    }

    private static bool IsUnchanged(StateBag bag, ReadOnlySpan<byte> json) =>
        json.SequenceEqual(bag.Loaded.Span) || (bag.Loaded.IsEmpty && json.SequenceEqual("{}"u8));

    private static StateException TooBig(ReadOnlyMemory<byte> json, StateLimits limits)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = limits.MaxDepth });
        var biggest = document.RootElement.EnumerateObject().MaxBy(p => p.Value.GetRawText().Length).Name;
        return new StateException(
            $"The state takes {json.Length} bytes, and {limits.MaxBytes} are allowed. The biggest property is '{biggest}'.") { Property = biggest };
    }
}
