using MentorBot.Mentoring.Handoffs;

namespace MentorBot.Dialogs.Tests.Handoffs;

public class ContactsTests
{
    [Theory]
    [InlineData("ring me on 07700 900 123", "ring me on ...")]
    [InlineData("joan@example.org is mine", "... is mine")]
    [InlineData("find me @joan_b", "find me ...")]
    [InlineData("I am on t.me/joan_b now", "I am on ... now")]
    [InlineData("https://www.Instagram.com/joan.b", "...")]
    public void What_would_let_them_find_each_other_is_found_and_hidden(string text, string hidden) =>
        Assert.Equal((true, hidden), (Contacts.AreIn(text), Contacts.Hide(text)));

    [Theory]
    [InlineData("my room is 12 and I am 84")]
    [InlineData("go to bbc.co.uk/food")]
    [InlineData("I use instagram.com a lot")]
    [InlineData("see you @ 5pm, or @home")]
    [InlineData("it says example.com@")]
    public void What_lets_nobody_find_anybody_is_left_alone(string text) =>
        Assert.Equal((false, text), (Contacts.AreIn(text), Contacts.Hide(text)));
}
