namespace MentorBot.BotFramework.Tests;

public class PurityTests
{
    [Fact]
    public void The_room_needs_nothing_but_the_runtime() =>
        Assert.All(typeof(Activity).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));

    [Theory]
    [InlineData("System.Net")]
    [InlineData("System.IO.FileSystem")]
    [InlineData("System.Data")]
    public void It_reaches_for_no_network_no_file_and_no_database(string assembly) =>
        Assert.DoesNotContain(typeof(Activity).Assembly.GetReferencedAssemblies(), a => a.Name!.StartsWith(assembly, StringComparison.Ordinal));
}
