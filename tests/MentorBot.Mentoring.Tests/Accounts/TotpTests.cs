using System.Text;
using MentorBot.Mentoring.Accounts;

namespace MentorBot.Mentoring.Tests.Accounts;

public class TotpTests
{
    // RFC 6238, appendix B: the last six of the eight digits there.
    private static readonly byte[] Key = Encoding.ASCII.GetBytes("12345678901234567890");

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt(Key, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds))));

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void A_clock_may_differ_by_one_step(int steps, bool fits)
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        Assert.Equal(fits, Totp.Find(Key, Totp.CodeAt(Key, Totp.StepAt(now) + steps), now, after: 0) is not null);
    }

    [Theory]
    [InlineData("005924", true)]
    [InlineData(" 005 924 ", true)]
    [InlineData("5924", false)]
    [InlineData("", false)]
    [InlineData("٠٠٥٩٢٤", false)]
    public void A_code_is_read_as_people_type_it(string typed, bool fits) =>
        Assert.Equal(fits, Totp.Find(Key, typed, DateTimeOffset.FromUnixTimeSeconds(1234567890), after: 0) is not null);

    [Fact]
    public void A_code_that_was_taken_does_not_count_again()
    {
        var now = DateTimeOffset.FromUnixTimeSeconds(1234567890);
        Assert.Null(Totp.Find(Key, "005924", now, after: Totp.StepAt(now)));
    }

    [Fact]
    public void A_key_is_spelt_in_the_letters_that_apps_read() => Assert.Equal("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ", Totp.Spell(Key));
}
