using System.Net;

namespace MentorBot.Tests.AzureBot;

/// <summary>Whoever is no hub is not believed, whatever is posted.</summary>
public class ForgedHubTests(HubProgram program) : IClassFixture<HubProgram>
{
    [Theory]
    [InlineData("msteams")]
    [InlineData("directline")]
    public async Task Another_channel_of_Azure_cannot_speak_for_a_conversation_that_the_hub_carries(string channel)
    {
        var her = $"carried-{channel}";
        await program.AskAsync(her);

        await program.TellAsync(program.Status(her, "accepted").Of(channel));
        await program.SayAsync(her, ("MORE", 5));

        Assert.StartsWith("Tip 1 of 12", (await program.Connector.TakenInAsync(her, 5))[4].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_Bot_Frameworks_token_nobody_is_even_heard()
    {
        var status = program.Status("unproven", "accepted").ToJsonString();
        var emulator = FakeConnector.EmulatorToken(TimeProvider.System.GetUtcNow(), "2.0").SignedBy(program.Connector.EmulatorKeys[0]);
        var stranger = program.Connector.ChannelToken(TimeProvider.System.GetUtcNow()).SignedBy(new FakeSigningKey("key-of-a-stranger", FakeConnector.Hub));

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.Unauthorized], new[]
        {
            await StatusAsync(status, token: null), await StatusAsync(status, emulator), await StatusAsync(status, stranger),
        });
    }

    private async Task<HttpStatusCode> StatusAsync(string body, string? token)
    {
        using var answer = await program.PostAsync(body, token);
        return answer.StatusCode;
    }
}
