namespace MentorBot.Dialogs.Tests.Transcripts;

public class TranscriptTests
{
    public static TheoryData<string> Names => [.. Script.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task MentorBot_says_what_the_transcript_says(string name)
    {
        var script = await Script.OfAsync(name);
        if (Environment.GetEnvironmentVariable("MENTORBOT_UPDATE_TRANSCRIPTS") == "1")
            script.Update();
        else
            Assert.True(script.Written == script.ToString(), Differences.Between(script));
    }
}
