using MentorBot.Dialogs.Mentors;
using MentorBot.Dialogs.Tests.Transcripts;

namespace MentorBot.Dialogs.Tests.Handoffs;

/// <summary>What a mentor writes is an order, or it goes to a mentee: nothing between.</summary>
public class MentorOrderTests
{
    [Theory]
    [InlineData("TAKE", "mentor-take", null, null)]
    [InlineData("take a", "mentor-take", "A", null)]
    [InlineData("A: TAKE", "mentor-take", "A", null)]
    [InlineData("PASS B2", "mentor-pass", "B2", null)]
    [InlineData("PASS A: better at printers", "mentor-pass", "A", "better at printers")]
    [InlineData("pass a; better at printers", "mentor-pass", "A", "better at printers")]
    [InlineData("NOTE A: comes at 10:30", "mentor-note", "A", "comes at 10:30")]
    [InlineData("note a: likes pictures", "mentor-note", "A", "likes pictures")]
    [InlineData("NOTE A comes at 10:30", "mentor-note", "A", "comes at 10:30")]
    [InlineData("note b; old nokia, deaf", "mentor-note", "B", "old nokia, deaf")]
    [InlineData("A: NOTE: likes pictures", "mentor-note", "A", "likes pictures")]
    [InlineData("A: note likes pictures", "mentor-note", "A", null)]
    [InlineData("NODYN A: hoffi lluniau", "mentor-note", "A", "hoffi lluniau")]
    [InlineData("NOTE", "mentor-note", null, null)]
    [InlineData("NOTE: bring your charger", "mentor-note", null, null)]
    public void An_order_is_read_with_its_letter_and_its_words(string text, string command, string? tag, string? words)
    {
        var order = MentorOrder.In(text, World.Content.Commands);

        Assert.Equal((command, tag, words), (order?.Command, order?.Tag, order?.Words));
    }

    [Theory]
    [InlineData("take the 12 bus")]
    [InlineData("Pass: Sunshine22")]
    [InlineData("pass a message on to your mum")]
    [InlineData("note a good password is long")]
    [InlineData("Note that you need a cable.")]
    [InlineData("A: hello")]
    [InlineData("done that? well done")]
    [InlineData("")]
    public void What_is_for_her_is_no_order(string text) => Assert.Null(MentorOrder.In(text, World.Content.Commands));
}
