using System.Text;
using MentorBot.Channels.Sms;

namespace MentorBot.Channels.Tests.Sms;

public sealed class TwilioFormTests
{
    private const string FormType = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("a=1&b=2", "b", "2")]
    [InlineData("a=1+%2B+2", "a", "1 + 2")]
    [InlineData("a=", "a", "")]
    [InlineData("a=x=y", "a", "x=y")]
    [InlineData("a=first&a=second", "a", "first")]
    [InlineData("%61=1", "a", "1")]
    [InlineData("a=%F0%9F%98%80", "a", "😀")]
    [InlineData("a=%D8%B3%D9%84%D8%A7%D9%85", "a", "سلام")]
    [InlineData("a=x%00y", "a", "xy")]
    [InlineData("a=x%ED%A0%BDy", "a", "x\uFFFDy")]
    [InlineData("a=%ED%B8%80", "a", "\uFFFD")]
    [InlineData("a=%ED%A0%BD%ED%B8%80", "a", "😀")]
    [InlineData("a=1", "b", null)]
    [InlineData("", "a", null)]
    public void A_field_reads_as_it_was_written(string body, string name, string? expected)
    {
        Assert.True(TwilioForm.TryRead(FormType, Encoding.ASCII.GetBytes(body), out var form, out _));
        Assert.Equal(expected, form.Find(name));
    }

    [Theory]
    [InlineData("a", FormProblem.MissingEquals)]
    [InlineData("a=1&", FormProblem.MissingEquals)]
    [InlineData("a=1&&b=2", FormProblem.MissingEquals)]
    [InlineData("a=%", FormProblem.BadEscape)]
    [InlineData("a=%4", FormProblem.BadEscape)]
    [InlineData("a=%zz", FormProblem.BadEscape)]
    [InlineData("a=%+1", FormProblem.BadEscape)]
    [InlineData("%x=1", FormProblem.BadEscape)]
    [InlineData("a=%FF", FormProblem.InvalidUtf8)]
    [InlineData("a=%C3", FormProblem.InvalidUtf8)]
    [InlineData("a=%C3&b=%A9", FormProblem.InvalidUtf8)]
    [InlineData("a%C3=%A9", FormProblem.InvalidUtf8)]
    public void What_is_no_form_is_named(string body, FormProblem expected) => Assert.Equal(expected, Problem(FormType, body));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/x-www-form-urlencoded-not")]
    public void Another_content_type_is_not_read(string? contentType) => Assert.Equal(FormProblem.WrongContentType, Problem(contentType, "a=1"));

    [Theory]
    [InlineData("APPLICATION/X-WWW-FORM-URLENCODED")]
    [InlineData("application/x-www-form-urlencoded;charset=UTF-8")]
    [InlineData("application/x-www-form-urlencoded ; charset=UTF-8")]
    public void The_content_type_may_be_written_in_any_usual_way(string contentType) => Assert.Equal(FormProblem.None, Problem(contentType, "a=1"));

    [Fact]
    public void A_body_may_be_as_large_as_the_limit_and_no_larger()
    {
        Assert.Equal(FormProblem.None, Problem(FormType, "a=" + new string('x', TwilioForm.MaxBytes - 2)));
        Assert.Equal(FormProblem.TooLarge, Problem(FormType, "a=" + new string('x', TwilioForm.MaxBytes - 1)));
    }

    [Fact]
    public void A_form_may_have_as_many_fields_as_the_limit_and_no_more()
    {
        Assert.Equal(FormProblem.None, Problem(FormType, Fields(TwilioForm.MaxFields)));
        Assert.Equal(FormProblem.TooManyFields, Problem(FormType, Fields(TwilioForm.MaxFields + 1)));
    }

    private static string Fields(int count) => string.Join('&', Enumerable.Repeat("a=1", count));

    private static FormProblem Problem(string? contentType, string body)
    {
        var read = TwilioForm.TryRead(contentType, Encoding.Latin1.GetBytes(body), out var form, out var problem);
        Assert.Equal(problem == FormProblem.None, read);
        Assert.Equal(read, form is not null);
        return problem;
    }
}
