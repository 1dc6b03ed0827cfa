using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace MentorBot.Tests.DirectLine;

public class UploadTests(ChattedProgram program)
{
    private const int Largest = 5 * 1024 * 1024;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
    private static readonly byte[] Pdf = [.. "%PDF-1.7 words"u8];

    [Fact]
    public async Task A_file_as_it_stands_is_shown_in_the_chat_and_fetched_by_its_address_alone()
    {
        var chat = await program.BeginAsync();
        using var file = File(Png, "image/png");
        file.Headers.TryAddWithoutValidation("Content-Disposition", "name=\"file\"; filename=\"../../my cat.png\"");
        var answer = await UploadAsync(chat, file);

        var shown = (await chat.ReadAsync()).Activities[0];
        Assert.Equal((string?)answer.Body!["id"], (string?)shown["id"]);
        var attachment = shown["attachments"]![0]!;
        Assert.Equal(("image/png", "my cat.png"), ((string?)attachment["contentType"], (string?)attachment["name"]));
        var fetched = await FetchAsync((string)attachment["contentUrl"]!);
        Assert.Equal(Png, fetched.Bytes);
        Assert.Equal(("image/png", "inline", "nosniff"), (fetched.Header("Content-Type"), fetched.Header("Content-Disposition"), fetched.Header("X-Content-Type-Options")));
    }

    [Fact]
    public async Task A_form_brings_files_and_the_activity_that_goes_with_them()
    {
        var chat = await program.BeginAsync();
        using var form = new MultipartFormDataContent();
        using var activity = File(Encoding.UTF8.GetBytes("""{"type":"message","text":"look","from":{"id":"dl_joan"},"channelData":{"clientActivityID":"f1"},"attachments":[{"contentType":"image/png","name":"cat.png"}]}"""), "application/vnd.microsoft.activity");
        form.Add(activity, "activity", "blob");
        form.Add(File(Png, "image/png"), "file", "cat.png");
        form.Add(File(Pdf, "application/pdf"), "file", "letter.pdf");

        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(chat, form)).Status);

        var shown = (await chat.ReadAsync()).Activities[0];
        Assert.Equal(("look", "f1"), (WireChat.TextOf(shown), (string?)shown["channelData"]!["clientActivityID"]));
        Assert.Equal(["cat.png", "letter.pdf"], shown["attachments"]!.AsArray().Select(a => (string?)a!["name"]));
        var letter = await FetchAsync((string)shown["attachments"]![1]!["contentUrl"]!);
        Assert.Equal(Pdf, letter.Bytes);
        Assert.Equal("attachment", letter.Header("Content-Disposition"));
        Assert.NotEmpty(await chat.AnswersAsync(1));
    }

    [Fact]
    public async Task An_address_is_no_good_without_its_token_or_with_another_chats()
    {
        var (mine, hers) = (await program.BeginAsync(), await program.BeginAsync());
        var (address, other) = (await AddressAsync(mine), await AddressAsync(hers));
        var (path, token) = (address.Split('?')[0], other.Split('?')[1]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await FetchAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await FetchAsync($"{path}?t={mine.Token}")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await FetchAsync($"{path}?{token}")).Status);
        // A good token, and a file of another chat.
        Assert.Equal(HttpStatusCode.NotFound, (await FetchAsync(path.Replace(mine.Id, hers.Id, StringComparison.Ordinal) + "?" + token)).Status);
        Assert.Equal(HttpStatusCode.OK, (await FetchAsync(address)).Status);
    }

    [Fact]
    public async Task A_file_that_is_not_what_it_says_is_refused_with_all_that_came_with_it()
    {
        var chat = await program.BeginAsync();
        using var form = new MultipartFormDataContent { { File(Png, "image/png"), "file", "cat.png" }, { File(Pdf, "image/jpeg"), "file", "trap.jpg" } };
        using var page = File([.. "<script>1</script>"u8], "text/html");

        foreach (var content in new HttpContent[] { form, page })
        {
            var answer = await UploadAsync(chat, content);
            Assert.Equal((HttpStatusCode.UnsupportedMediaType, "UnsupportedMediaType"), (answer.Status, answer.Error));
        }
        Assert.Empty((await chat.ReadAsync()).Activities);
    }

    [Theory]
    [InlineData(Largest, HttpStatusCode.OK)]
    [InlineData(Largest + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_file_has_at_most_five_megabytes(int bytes, HttpStatusCode status)
    {
        var content = new byte[bytes];
        Png.CopyTo(content, 0);
        using var file = File(content, "image/png");
        Assert.Equal(status, (await UploadAsync(await program.BeginAsync(), file)).Status);
    }

    [Theory]
    [InlineData(5, HttpStatusCode.OK)]
    [InlineData(6, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_message_has_at_most_five_files(int files, HttpStatusCode status)
    {
        using var form = new MultipartFormDataContent();
        for (var i = 0; i < files; i++)
            form.Add(File(Png, "image/png"), "file", $"{i}.png");
        Assert.Equal(status, (await UploadAsync(await program.BeginAsync(), form)).Status);
    }

    [Fact]
    public async Task Slow_bodies_from_one_address_stop_nobody_elses_upload()
    {
        using var end = new CancellationTokenSource();
        var chat = await program.BeginAsync();
        var slow = Enumerable.Range(0, 4).Select(async _ =>
        {
            using var content = new Endless(end.Token);
            await UploadAsync(chat, content, "203.0.113.44");
        }).ToList();
        using var file = File(Png, "image/png");
        using var other = File(Png, "image/png");
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(await program.BeginAsync(), file, "203.0.113.45")).Status);
        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(await program.BeginAsync(), other, "203.0.113.46")).Status);
        Assert.All(slow, upload => Assert.False(upload.IsCompletedSuccessfully));
        await end.CancelAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => Task.WhenAll(slow));
    }

    [Theory]
    [InlineData(null, "x")]
    [InlineData("multipart/form-data", "x")]
    [InlineData("multipart/form-data; boundary=b", "no form")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nthe end is missing")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\nnot json\r\n--b--\r\n")]
    public async Task What_is_no_upload_is_said_so(string? type, string body)
    {
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes(body));
        if (type is not null)
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        var answer = await UploadAsync(await program.BeginAsync(), content);
        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (answer.Status, answer.Error));
    }

    private async Task<string> AddressAsync(WireChat chat)
    {
        using var file = File(Png, "image/png");
        await UploadAsync(chat, file);
        return (string)(await chat.ReadAsync()).Activities[0]["attachments"]![0]!["contentUrl"]!;
    }

    private Task<WireAnswer> UploadAsync(WireChat chat, HttpContent content, string? from = null) => program.CallAsync(
        HttpMethod.Post, $"conversations/{chat.Id}/upload?userId=dl_joan", chat.Token, content, from is null ? [] : [("X-Forwarded-For", from)]);

    private async Task<WireAnswer> FetchAsync(string address)
    {
        using var answer = await program.Http.GetAsync(address);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return new WireAnswer(answer.StatusCode, answer.IsSuccessStatusCode ? null : JsonNode.Parse(bytes), bytes, answer);
    }

    private static ByteArrayContent File(byte[] content, string type)
    {
        var file = new ByteArrayContent(content);
        file.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return file;
    }

    /// <summary>A picture that begins to come, and never ends.</summary>
    private sealed class Endless : HttpContent
    {
        private readonly CancellationToken _end;

        public Endless(CancellationToken end)
        {
            _end = end;
            Headers.ContentType = MediaTypeHeaderValue.Parse("image/png");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync(Png, _end);
            await stream.FlushAsync(_end);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _end);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
