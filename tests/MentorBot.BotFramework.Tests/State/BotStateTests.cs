using System.Text;

namespace MentorBot.BotFramework.Tests.State;

public class BotStateTests
{
    private readonly CountingStorage storage = new();
    private readonly StateTypes types = new();

    [Fact]
    public async Task What_was_set_is_there_in_the_next_turn()
    {
        await TurnAsync(async (turn, state) => await state.CreateProperty<string>("town").SetAsync(turn, "Bangor"));

        await TurnAsync(async (turn, state) => Assert.Equal("Bangor", await state.CreateProperty<string>("town").GetAsync(turn)));
        Assert.Equal("""{"town":"Bangor"}""", storage.Json);
    }

    [Fact]
    public async Task A_default_is_made_once_and_kept()
    {
        await TurnAsync(async (turn, state) =>
        {
            var property = state.CreateProperty<List<string>>("seen");
            var made = await property.GetAsync(turn, () => ["a"]);
            Assert.Same(made, await property.GetAsync(turn, () => ["b"]));
        });

        Assert.Equal("""{"seen":["a"]}""", storage.Json);
    }

    [Fact]
    public async Task Without_a_factory_nothing_is_kept()
    {
        await TurnAsync(async (turn, state) =>
        {
            Assert.Equal(0, await state.CreateProperty<int>("count").GetAsync(turn));
            Assert.Null(await state.CreateProperty<int?>("maybe").GetAsync(turn));
            Assert.Null(await state.CreateProperty<string?>("name").GetAsync(turn));
        });

        Assert.Equal(0, storage.Writes);
    }

    [Fact]
    public async Task What_was_fetched_is_live()
    {
        await TurnAsync(async (turn, state) => await state.CreateProperty<List<string>>("seen").SetAsync(turn, ["a"]));
        await TurnAsync(async (turn, state) => (await state.CreateProperty<List<string>>("seen").GetAsync(turn)).Add("b"));

        Assert.Equal("""{"seen":["a","b"]}""", storage.Json);
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_changed()
    {
        await TurnAsync(async (turn, state) => await state.CreateProperty<List<string>>("seen").SetAsync(turn, ["a"]));
        await TurnAsync(async (turn, state) => await state.CreateProperty<List<string>>("seen").GetAsync(turn));
        await TurnAsync((_, _) => Task.CompletedTask);

        Assert.Equal(1, storage.Writes);
    }

    [Fact]
    public async Task The_document_is_read_once_a_turn()
    {
        await TurnAsync(async (turn, state) =>
        {
            await state.CreateProperty<int>("a").GetAsync(turn);
            await state.CreateProperty<int>("b").GetAsync(turn);
        });

        Assert.Equal(1, storage.Reads);
    }

    [Fact]
    public async Task A_property_nobody_asked_for_is_written_back_untouched()
    {
        await storage.WriteAsync(Key, new StoreItem("{\"old\": {\"odd\":1.50, \"list\":[ 1 ]} ,\"count\":1}"u8.ToArray(), null));

        await TurnAsync(async (turn, state) => await state.CreateProperty<int>("count").SetAsync(turn, 2));

        Assert.Equal("""{"old":{"odd":1.50, "list":[ 1 ]},"count":2}""", storage.Json);
    }

    [Fact]
    public async Task Deleting_a_property_takes_it_out()
    {
        await TurnAsync(async (turn, state) => await state.CreateProperty<int>("count").SetAsync(turn, 1));
        await TurnAsync(async (turn, state) => await state.CreateProperty<int>("count").DeleteAsync(turn));

        Assert.Equal("{}", storage.Json);
    }

    [Fact]
    public async Task Clearing_is_written_by_the_next_save()
    {
        await TurnAsync(async (turn, state) => await state.CreateProperty<int>("count").SetAsync(turn, 1));
        await TurnAsync((turn, state) => state.ClearStateAsync(turn));

        Assert.Equal("{}", storage.Json);
    }

    [Fact]
    public async Task Deleting_the_document_happens_at_once()
    {
        await TurnAsync(async (turn, state) => await state.CreateProperty<int>("count").SetAsync(turn, 1));
        await TurnAsync(async (turn, state) =>
        {
            await state.DeleteAsync(turn);
            Assert.Equal("", storage.Json);
        });
    }

    [Fact]
    public async Task A_turn_that_lost_the_race_is_told()
    {
        await TurnAsync(async (turn, state) => await state.CreateProperty<int>("count").SetAsync(turn, 1));

        await Assert.ThrowsAsync<StateConflictException>(() => TurnAsync(async (slow, state) =>
        {
            await state.CreateProperty<int>("count").SetAsync(slow, 2);
            await TurnAsync(async (quick, other) => await other.CreateProperty<int>("count").SetAsync(quick, 3));
        }));
        Assert.Equal("""{"count":3}""", storage.Json);
    }

    [Fact]
    public async Task Two_first_turns_cannot_both_win()
    {
        await Assert.ThrowsAsync<StateConflictException>(() => TurnAsync(async (slow, state) =>
        {
            await state.CreateProperty<int>("count").SetAsync(slow, 1);
            await TurnAsync(async (quick, other) => await other.CreateProperty<int>("count").SetAsync(quick, 2));
        }));
    }

    [Fact]
    public async Task A_turn_may_save_twice() => await TurnAsync(async (turn, state) =>
    {
        var count = state.CreateProperty<int>("count");
        await count.SetAsync(turn, 1);
        await state.SaveChangesAsync(turn);
        await count.SetAsync(turn, 2);
        await state.SaveChangesAsync(turn);
        Assert.Equal("""{"count":2}""", storage.Json);
    });

    [Fact]
    public async Task Two_states_of_one_kind_do_not_share_what_they_hold()
    {
        var turn = Cast.Turn();
        var (one, other) = (new UserState(new MemoryStorage(), types), new UserState(new MemoryStorage(), types));
        await one.CreateProperty<int>("count").SetAsync(turn, 1);

        Assert.Equal(0, await other.CreateProperty<int>("count").GetAsync(turn));
    }

    [Theory]
    [InlineData("conversation", "test/conversations/talk-1")]
    [InlineData("user", "test/users/amina")]
    [InlineData("private", "test/conversations/talk-1/users/amina")]
    public async Task Each_state_has_its_key(string kind, string key)
    {
        var turn = Cast.Turn();
        BotState state = kind switch
        {
            "conversation" => new ConversationState(storage, types),
            "user" => new UserState(storage, types),
            _ => new PrivateConversationState(storage, types),
        };
        await state.CreateProperty<int>("count").SetAsync(turn, 1);
        await state.SaveChangesAsync(turn);

        Assert.Equal([key], storage.Keys);
    }

    [Fact]
    public async Task An_activity_that_belongs_nowhere_has_no_state()
    {
        var turn = Cast.Turn(new Activity("message") { ChannelId = Channels.Test });

        await Assert.ThrowsAsync<InvalidOperationException>(() => new ConversationState(storage, types).LoadAsync(turn));
    }

    [Fact]
    public async Task What_is_stored_and_no_object_is_an_error()
    {
        await storage.WriteAsync(Key, new StoreItem("[1]"u8.ToArray(), null));

        await Assert.ThrowsAsync<StateException>(() => TurnAsync((turn, state) => state.LoadAsync(turn)));
    }

    [Fact]
    public async Task A_property_of_another_shape_is_an_error_that_names_it()
    {
        await storage.WriteAsync(Key, new StoreItem("{\"count\":\"many\"}"u8.ToArray(), null));

        var error = await Assert.ThrowsAsync<StateException>(() => TurnAsync(async (turn, state) => await state.CreateProperty<int>("count").GetAsync(turn)));

        Assert.Equal("count", error.Property);
        Assert.DoesNotContain("many", error.Message, StringComparison.Ordinal);
    }

    private const string Key = "test/conversations/talk-1";

    private async Task TurnAsync(Func<TurnContext, ConversationState, Task> bot)
    {
        var turn = Cast.Turn();
        var state = new ConversationState(storage, types);
        await bot(turn, state);
        await state.SaveChangesAsync(turn);
    }

    private sealed class CountingStorage : IStorage
    {
        private readonly MemoryStorage inner = new();

        public int Reads { get; private set; }

        public int Writes { get; private set; }

        public string Json { get; private set; } = "";

        public List<string> Keys { get; } = [];

        public ValueTask<StoreItem?> ReadAsync(string key, CancellationToken cancellationToken = default)
        {
            Reads++;
            return inner.ReadAsync(key, cancellationToken);
        }

        public async ValueTask<string> WriteAsync(string key, StoreItem item, CancellationToken cancellationToken = default)
        {
            var etag = await inner.WriteAsync(key, item, cancellationToken);
            Writes++;
            Keys.Add(key);
            Json = Encoding.UTF8.GetString(item.Json.Span);
            return etag;
        }

        public ValueTask DeleteAsync(string key, CancellationToken cancellationToken = default)
        {
            Json = "";
            return inner.DeleteAsync(key, cancellationToken);
        }
    }
}
