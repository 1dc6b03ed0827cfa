using MentorBot.Mentoring.Data;
using MentorBot.Mentoring.WebChats;

namespace MentorBot.Mentoring.Tests.WebChats;

public sealed class UploadsTests
{
    [Theory, EachDatabase]
    public async Task A_chat_has_its_share_of_files_a_day_and_what_goes_over_it_is_not_kept(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var uploads = world.Here.Get<Uploads>();
        byte[] mine = [1], hers = [2];
        var large = new UploadedFile("text/plain", new byte[(Uploads.MostADay / 2) - 100]);
        var small = new UploadedFile("text/plain", new byte[200]);

        Assert.Single(await uploads.KeepAsync(mine, [large]));
        Assert.Empty(await uploads.KeepAsync(mine, [small, large]));
        Assert.Single(await uploads.KeepAsync(mine, [large]));
        Assert.Empty(await uploads.KeepAsync(mine, [small]));
        Assert.Single(await uploads.KeepAsync(hers, [small]));

        world.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Single(await uploads.KeepAsync(mine, [small]));
    }
}
