using MentorBot.Dialogs.Bookings;

namespace MentorBot.Dialogs.Tests.Bookings;

public class ChangePhrasesTests
{
    [Theory]
    [InlineData("can't make it tomorrow")]
    [InlineData("sorry cant make it")]
    [InlineData("I can not make it friday, bus is off")]
    [InlineData("Sorry I won't be able to make it on Tuesday")]
    [InlineData("cant do tuesday")]
    [InlineData("hi cant make our meeting")]
    [InlineData("i cant come")]
    [InlineData("cant come tomorrow sorry")]
    [InlineData("im not coming")]
    [InlineData("cant make it the bus didnt come")]
    [InlineData("sori methu dod yfory")]
    [InlineData("ddim yn gallu dod")]
    public void Who_cant_come_gives_it_back(string said) => Assert.Equal(ChangeDialog.CantCome, ChangePhrases.Read(said));

    [Theory]
    [InlineData("can we move tuesday")]
    [InlineData("can i reschedule please")]
    [InlineData("change my appointment")]
    [InlineData("can we change the time")]
    [InlineData("newid yr amser")]
    public void Who_wants_another_time_moves_it(string said) => Assert.Equal(ChangeDialog.Move, ChangePhrases.Read(said));

    [Theory]
    [InlineData("please cancel my appointment with sam")]
    [InlineData("i dont want the meeting")]
    public void Who_wants_none_drops_it(string said) => Assert.Equal(ChangeDialog.DropIt, ChangePhrases.Read(said));

    [Theory]
    [InlineData("I can't do this any more")]
    [InlineData("cant do it")]
    [InlineData("can't make it work")]
    [InlineData("cant make a call")]
    [InlineData("i cant make the app open")]
    [InlineData("the picture wont come up")]
    [InlineData("my texts are not coming through")]
    [InlineData("i cant come off the page")]
    [InlineData("how do i change my password")]
    [InlineData("how do i change my number")]
    [InlineData("move it left")]
    [InlineData("another time i dropped my phone in the sink and it was fine and i went home and told everybody about it cant come")]
    public void Whatever_else_is_said_leaves_it_alone(string said) => Assert.Null(ChangePhrases.Read(said));
}
