using System.Net;
using System.Text;

namespace MentorBot.Tests.Try;

public class TryPhoneTests(TriedProgram program)
{
    [Fact]
    public async Task A_script_texts_and_reads_the_whole_talk_with_what_it_costs()
    {
        var amina = Cast.Stranger();

        using var hi = await program.TextAsync(amina, "hi");
        await program.ScreenAsync(amina, 1);
        using var one = await program.TextAsync(amina, "1");
        var screen = await program.ScreenAsync(amina, 2);

        Assert.Equal(HttpStatusCode.Accepted, hi.StatusCode);
        Assert.Equal(["in", "out", "in", "out"], screen.Select(m => m.Direction));
        Assert.Equal("hi", screen[0].Body);
        Assert.StartsWith("Hello, I'm MentorBot", screen[1].Body, StringComparison.Ordinal);
        Assert.StartsWith("Tip 1 of 12", screen[3].Body, StringComparison.Ordinal);
        Assert.All(screen, m => Assert.InRange(m.Segments, 1, 2));
    }

    [Fact]
    public async Task A_plus_sign_that_nobody_escaped_is_understood()
    {
        using var answer = await program.Http.GetAsync($"/try/sms?number={Cast.Stranger().Mobile}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("+447911123456")]
    [InlineData("+447700900000")]
    [InlineData("+4477009001")]
    [InlineData("+44770090010a")]
    [InlineData("07700900101")]
    [InlineData("")]
    public async Task A_number_that_somebody_could_own_or_that_is_our_own_is_refused_and_not_repeated(string number)
    {
        using var text = await program.TextAsync(new Person("Somebody", number), "hi");
        using var screen = await program.Http.GetAsync($"/try/sms?number={Uri.EscapeDataString(number)}");

        foreach (var answer in new[] { text, screen })
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
            var body = await answer.Content.ReadAsStringAsync();
            Assert.Contains("+447700900001 to +447700900999", body, StringComparison.Ordinal);
            Assert.False(number.Length > 0 && body.Contains(number, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"from": 7}""")]
    [InlineData("""{"from": "+447700900101", "body": "\ud83d"}""")]
    public async Task Json_that_cannot_be_read_is_refused_with_problem_details(string json)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await program.Http.PostAsync("/try/sms", body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("   at ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_json_is_refused_with_415()
    {
        using var body = new StringContent("from=x", Encoding.UTF8, "application/x-www-form-urlencoded");
        using var answer = await program.Http.PostAsync("/try/sms", body);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task A_text_longer_than_any_carrier_takes_is_refused()
    {
        using var answer = await program.TextAsync(Cast.Stranger(), new string('a', 70_000));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\0\0")]
    [InlineData(null)]
    public async Task A_text_without_words_is_refused(string? body)
    {
        using var answer = await program.TextAsync(Cast.Stranger(), body!);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("body: write some words", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_has_no_phone_with_our_own_number()
    {
        using var answer = await program.Http.GetAsync("/try?phone=000");
        Assert.DoesNotContain("Phone 000", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_phones_talk_at_once_and_each_sees_its_own_talk()
    {
        var people = Enumerable.Range(0, 15).Select(_ => Cast.Stranger()).ToList();

        await Task.WhenAll(people.Select(p => program.TextAsync(p, $"hi from {p.Mobile[^3..]}")));

        foreach (var person in people)
        {
            var screen = await program.ScreenAsync(person, 1);
            Assert.Equal($"hi from {person.Mobile[^3..]}", Assert.Single(screen, m => m.Direction == "in").Body);
        }
    }
}
