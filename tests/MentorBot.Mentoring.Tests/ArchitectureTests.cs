using MentorBot.Mentoring.Data;

namespace MentorBot.Mentoring.Tests;

public sealed class ArchitectureTests
{
    [Fact]
    public void Mentoring_knows_of_our_projects_only_the_framework() =>
        Assert.Equal(
            ["MentorBot.BotFramework"],
            typeof(MentorBotDb).Assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(name => name.StartsWith("MentorBot", StringComparison.Ordinal)));
}
