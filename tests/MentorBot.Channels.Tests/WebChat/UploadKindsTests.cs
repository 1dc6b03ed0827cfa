using System.Text;
using MentorBot.Channels.WebChat;

namespace MentorBot.Channels.Tests.WebChat;

public class UploadKindsTests
{
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0];

    public static TheoryData<string, byte[], string?> Files => new()
    {
        { "image/jpeg", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg" },
        { "image/jpg", [0xFF, 0xD8, 0xFF, 0xE0], "image/jpeg" },
        { "IMAGE/PNG; charset=x", Png, "image/png" },
        { "image/gif", "GIF89a..."u8.ToArray(), "image/gif" },
        { "image/webp", "RIFF....WEBPVP8 "u8.ToArray(), "image/webp" },
        { "application/pdf", "%PDF-1.7"u8.ToArray(), "application/pdf" },
        { "text/plain", Encoding.UTF8.GetBytes("Dŵr\r\n\tcynnes"), "text/plain" },
        { "image/jpeg", Png, null },
        { "text/plain", Png, null },
        { "text/plain", [0xC3, 0x28], null },
        { "text/plain", [], null },
        { "text/html", "<b>"u8.ToArray(), null },
        { "image/svg+xml", "<svg/>"u8.ToArray(), null },
        { "application/octet-stream", Png, null },
        { "", Png, null },
        { "image/webp", "RIFF"u8.ToArray(), null },
        { "image/png", [], null },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_taken_only_as_what_it_is(string declared, byte[] content, string? kind) => Assert.Equal(kind, UploadKinds.Recognise(declared, content));

    [Fact]
    public void A_file_that_says_nothing_is_not_taken() => Assert.Null(UploadKinds.Recognise(null, Png));
}
