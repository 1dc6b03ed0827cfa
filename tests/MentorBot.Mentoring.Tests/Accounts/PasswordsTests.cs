using MentorBot.Mentoring.Accounts;

namespace MentorBot.Mentoring.Tests.Accounts;

public class PasswordsTests
{
    [Theory]
    [InlineData("lantern otter", null)]
    [InlineData("lanternotter", null)]
    [InlineData("lanternotte", PasswordProblem.TooShort)]
    [InlineData("aaaabbbbccccdddd", PasswordProblem.TooCommon)]
    [InlineData("Qwerty123456", PasswordProblem.TooCommon)]
    [InlineData("Correct-Horse-Battery-Staple", PasswordProblem.TooCommon)]
    [InlineData("priya.patel1", PasswordProblem.TooCommon)]
    [InlineData("priya.patelpriya.patel", PasswordProblem.TooCommon)]
    public void Long_ones_that_nobody_tries_first_are_taken(string password, PasswordProblem? problem) =>
        Assert.Equal(problem, Passwords.ProblemWith(password, "Priya.Patel"));

    [Fact]
    public void One_that_would_take_long_to_hash_is_not_taken() =>
        Assert.Equal(PasswordProblem.TooLong, Passwords.ProblemWith(string.Concat(Enumerable.Repeat("lantern ", 26)), "priya"));
}
