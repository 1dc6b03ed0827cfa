using System.Net;
using System.Text;
using MentorBot.Channels.Sms;
using MentorBot.Testing;

namespace MentorBot.Channels.Tests.Sms;

public sealed class TwilioSignatureTests
{
    private const string FormType = "application/x-www-form-urlencoded";
    private static readonly TwilioClientSigner Signer = new("https://bot.example.org", "AC1", "new-token");
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal) { ["Body"] = "hi", ["From"] = "+447700900101" };

    public static TheoryData<string> Names => [.. Vectors.Signatures.Select(c => c.Name)];

    // Without the case whose port was dropped on the way.
    public static TheoryData<string> SignedAsCalled =>
        [.. Vectors.Signatures.Where(c => c is { Body: not null, Expect: true } && !c.Name.Contains(":443", StringComparison.Ordinal)).Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_case_of_Twilios_library_is_judged_as_it_judges(string name)
    {
        var example = Vectors.Signatures.Single(c => c.Name == name);
        var (publicUrl, target) = Cut(example.Url);
        var check = new TwilioSignature(publicUrl, example.Token);

        var genuine = example.Json is { } json
            ? check.IsGenuine(target, Encoding.UTF8.GetBytes(json), example.Signature)
            : check.IsGenuine(target, Form(Encoding.ASCII.GetBytes(example.Body!)), example.Signature);

        Assert.Equal(example.Expect, genuine);
    }

    [Fact]
    public void A_changed_body_that_is_not_a_form_fails()
    {
        var example = Vectors.Signatures.Single(c => c.Json is not null);
        var (publicUrl, target) = Cut(example.Url);

        Assert.False(new TwilioSignature(publicUrl, example.Token).IsGenuine(target, "{\"a\":2}"u8, example.Signature));
    }

    [Theory]
    [InlineData("new-token", "old-token", true)]
    [InlineData("old-token", "new-token", true)]
    [InlineData("old-token", null, false)]
    [InlineData("old-token", "", false)]
    public void Either_token_will_do_while_they_are_being_changed(string first, string? second, bool expected) =>
        Assert.Equal(expected, IsGenuine(new("https://bot.example.org", first, second), "/sms?a=1", Signer.Sign("/sms?a=1", Fields)));

    [Fact]
    public void A_fragment_is_never_signed() =>
        Assert.True(IsGenuine(new("https://bot.example.org", "new-token"), "/sms#rc=3", Signer.Sign("/sms", Fields)));

    [Fact]
    public void A_slash_at_the_end_of_the_setting_makes_no_difference() =>
        Assert.True(IsGenuine(new("https://bot.example.org/", "new-token"), "/sms", Signer.Sign("/sms", Fields)));

    [Theory]
    [InlineData("http://[::1]:5080", "http://[::1]")]
    [InlineData("http://localhost:5080", "http://localhost")]
    [InlineData("https://bot.example.org", "https://bot.example.org:443")]
    [InlineData("http://bot.example.org/base", "http://bot.example.org:80/base")]
    public void The_port_may_be_there_or_not(string configured, string called)
    {
        var signature = new TwilioClientSigner(called, "AC1", "new-token").Sign("/sms", Fields);

        Assert.True(IsGenuine(new(configured, "new-token"), "/sms", signature));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("c2hvcnQ=")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void What_is_no_signature_at_all_fails_quietly(string? signature) =>
        Assert.False(IsGenuine(new("https://bot.example.org", "new-token"), "/sms", signature));

    [Fact]
    public void An_empty_token_proves_nothing()
    {
        var signature = new TwilioClientSigner("https://bot.example.org", "AC1", "").Sign("/sms", Fields);

        Assert.False(IsGenuine(new("https://bot.example.org", ""), "/sms", signature));
    }

    [Theory]
    [MemberData(nameof(SignedAsCalled))]
    public void What_we_sign_Twilios_library_signs_alike(string name)
    {
        var example = Vectors.Signatures.Single(c => c.Name == name);
        var fields = example.Body!.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=').Select(WebUtility.UrlDecode).ToArray())
            .Select(pair => KeyValuePair.Create(pair[0]!, pair[1]!));

        Assert.Equal(example.Signature, TwilioSignature.Sign(example.Token, example.Url, fields));
    }

    private static bool IsGenuine(TwilioSignature check, string target, string? signature) =>
        check.IsGenuine(target, Form(TwilioClientSigner.Encode(Fields)), signature);

    private static TwilioForm Form(byte[] body)
    {
        Assert.True(TwilioForm.TryRead(FormType, body, out var form, out _));
        return form;
    }

    private static (string PublicUrl, string Target) Cut(string url)
    {
        var path = url.IndexOf('/', url.IndexOf("://", StringComparison.Ordinal) + 3);
        return (url[..path], url[path..]);
    }
}
