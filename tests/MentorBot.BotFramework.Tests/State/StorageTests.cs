namespace MentorBot.BotFramework.Tests.State;

public class StorageTests
{
    private static readonly byte[] One = "{\"n\":1}"u8.ToArray();
    private static readonly byte[] Two = "{\"n\":2}"u8.ToArray();

    public static TheoryData<string> Kinds => ["memory", "buffered"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_not_there_is_null_and_deleting_it_does_nothing(string kind)
    {
        var storage = Make(kind);
        await storage.DeleteAsync("none");

        Assert.Null(await storage.ReadAsync("none"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_written_can_be_read_and_written_again(string kind)
    {
        var storage = Make(kind);
        var etag = await storage.WriteAsync("k", new StoreItem(One, null));
        await storage.WriteAsync("k", new StoreItem(Two, etag));

        Assert.Equal(Two, (await storage.ReadAsync("k"))!.Json.ToArray());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_stale_version_is_refused(string kind)
    {
        var storage = Make(kind);
        await storage.WriteAsync("k", new StoreItem(One, null));

        await Assert.ThrowsAsync<StateConflictException>(async () => await storage.WriteAsync("k", new StoreItem(Two, null)));
        await Assert.ThrowsAsync<StateConflictException>(async () => await storage.WriteAsync("k", new StoreItem(Two, "stale")));
        await Assert.ThrowsAsync<StateConflictException>(async () => await storage.WriteAsync("other", new StoreItem(Two, "stale")));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_was_deleted_is_gone(string kind)
    {
        var storage = Make(kind);
        await storage.WriteAsync("k", new StoreItem(One, null));
        await storage.DeleteAsync("k");

        Assert.Null(await storage.ReadAsync("k"));
    }

    [Fact]
    public async Task A_buffered_storage_tells_what_the_turn_did_and_touches_nothing()
    {
        var storage = new BufferedStorage();
        storage.Load("a", new StoreItem(One, "7"));
        storage.Load("b", new StoreItem(One, "8"));
        storage.Load("c", new StoreItem(One, "9"));
        await storage.WriteAsync("a", new StoreItem(Two, (await storage.ReadAsync("a"))!.ETag));
        await storage.DeleteAsync("b");

        Assert.Equal(["a", "b"], storage.Changes.Keys);
        Assert.Equal(Two, storage.Changes["a"]!.Value.ToArray());
        Assert.Null(storage.Changes["b"]);
    }

    [Fact]
    public void An_item_prints_none_of_what_it_holds() => Assert.Equal("7 bytes, version 3", new StoreItem(One, "3").ToString());

    private static IStorage Make(string kind) => kind == "memory" ? new MemoryStorage() : new BufferedStorage();
}
