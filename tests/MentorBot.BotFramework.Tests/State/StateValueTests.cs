using System.Text;
using System.Text.Json.Serialization;
using FsCheck;
using FsCheck.Fluent;
using MentorBot.BotFramework.Dialogs;

namespace MentorBot.BotFramework.Tests.State;

public partial class StateValueTests
{
    private static readonly StateTypes Types = new StateTypes().Add("booking", TestJson.Default.Booking).Add("mood", TestJson.Default.Mood);

    public static TheoryData<object> Values =>
    [
        "words", "", "Sut mae? ŵ 🙂", true, false, 0, -7, int.MaxValue, 5L, long.MinValue, 1.5, 3.0, -0.1, 1e300, 12.50m,
        Guid.Parse("6f9619ff-8b86-d011-b42d-00cf4fc964ff"), new DateTimeOffset(2027, 6, 2, 10, 0, 0, TimeSpan.FromHours(1)), new DateOnly(2027, 6, 2), new TimeOnly(15, 30),
        TimeSpan.FromDays(2), new Booking("tuesday", 2), Mood.Glad,
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_as_what_it_was(object value)
    {
        var back = await ReloadAsync(value);

        Assert.Equal(value, back);
        Assert.Equal(value.GetType(), back?.GetType());
    }

    [Fact]
    public async Task Lists_and_maps_come_back_with_what_is_in_them()
    {
        var back = await ReloadAsync(new Dictionary<string, object?> { ["list"] = new List<object?> { 1, "two", new Booking("monday", 3) }, ["inner"] = new Dictionary<string, object?> { ["n"] = null } });

        var map = Assert.IsType<Dictionary<string, object?>>(back);
        Assert.Equal([1, "two", new Booking("monday", 3)], Assert.IsType<List<object?>>(map["list"]));
        Assert.Null(Assert.IsType<Dictionary<string, object?>>(map["inner"])["n"]);
    }

    [Fact]
    public async Task Lists_of_text_stay_lists_of_text()
    {
        Assert.Equal(["a", "b"], Assert.IsType<List<string>>(await ReloadAsync(new List<string> { "a", "b" })));
        Assert.Equal(["a", "b"], Assert.IsType<string[]>(await ReloadAsync(new[] { "a", "b" })));
    }

    [Fact]
    public async Task What_a_choice_prompt_gives_can_be_kept()
    {
        var back = Assert.IsType<FoundChoice>(await ReloadAsync(new FoundChoice { Value = "red", Index = 2, Score = 1, Synonym = "r" }));

        Assert.Equal(("red", 2, 1f, "r"), (back.Value, back.Index, back.Score, back.Synonym));
    }

    [Fact]
    public async Task Any_number_and_any_words_come_back_as_they_were()
    {
        await Task.CompletedTask;
        Prop.ForAll<int, long, NormalFloat>((i, l, d) =>
            Equals(ReloadAsync(i).Result, i) && Equals(ReloadAsync(l).Result, l) && Equals(ReloadAsync(d.Get).Result, d.Get)).QuickCheckThrowOnFailure();
        Prop.ForAll<string>(s => s is null || Equals(ReloadAsync(s).Result, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(s)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Only_short_names_are_written()
    {
        var json = await SaveAsync(new Booking("tuesday", 2));

        Assert.Equal("""{"kept":{"v":{"$type":"booking","$value":{"Day":"tuesday","Hours":2}}}}""", json);
    }

    [Fact]
    public async Task An_unknown_type_is_an_error_that_names_the_property()
    {
        var error = await Assert.ThrowsAsync<StateException>(() => SaveAsync(new Dictionary<string, object?> { ["when"] = new Version(1, 2) }));

        Assert.Equal("kept.v.when", error.Property);
        Assert.Contains("'kept.v.when': Version is not registered", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_property_of_an_unknown_type_is_refused_when_it_is_made() =>
        Assert.Equal("version", Assert.Throws<StateException>(() => new UserState(new MemoryStorage(), Types).CreateProperty<Version>("version")).Property);

    [Fact]
    public async Task A_value_that_holds_itself_is_an_error()
    {
        var map = new Dictionary<string, object?>();
        map["self"] = map;

        Assert.Contains("levels deep", (await Assert.ThrowsAsync<StateException>(() => SaveAsync(map))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_much_is_an_error_that_names_the_biggest_and_says_nothing_of_it()
    {
        var error = await Assert.ThrowsAsync<StateException>(() => SaveAsync(new string('x', 70_000)));

        Assert.Equal("kept", error.Property);
        Assert.DoesNotContain("xxx", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public async Task What_is_no_number_cannot_be_kept(double value) => await Assert.ThrowsAsync<StateException>(() => SaveAsync(value));

    [Theory]
    [InlineData("$type")]
    [InlineData("dialogStack")]
    public async Task Names_that_mean_something_cannot_be_used(string name) =>
        await Assert.ThrowsAsync<StateException>(() => SaveAsync(new Dictionary<string, object?> { [name] = 1 }));

    [Fact]
    public void A_name_and_a_type_can_be_on_the_list_once()
    {
        Assert.Throws<ArgumentException>(() => new StateTypes().Add("instant", TestJson.Default.Booking));
        Assert.Throws<ArgumentException>(() => new StateTypes().Add("booking", TestJson.Default.Booking).Add("booking2", TestJson.Default.Booking));
    }

    [Fact]
    public void Values_are_read_as_the_type_that_is_wanted()
    {
        var values = new Dictionary<string, object?> { ["age"] = 42, ["big"] = 5_000_000_000L, ["rate"] = 2.5, ["whole"] = 3.0, ["name"] = "Amina", ["none"] = null };

        Assert.Equal(42, (int)values["age"]!);
        Assert.Equal((42, 42L, 42.0, 42m), (values.GetValue<int>("age"), values.GetValue<long>("age"), values.GetValue<double>("age"), values.GetValue<decimal>("age")));
        Assert.Equal((2.5m, 3, "Amina", (int?)42), (values.GetValue<decimal>("rate"), values.GetValue<int>("whole"), values.GetValue<string>("name"), values.GetValue<int?>("age")));
        Assert.Equal((0, 7, null), (values.GetValue<int>("missing"), values.GetValue("none", 7), values.GetValue<string>("none")));
        Assert.Throws<OverflowException>(() => values.GetValue<int>("big"));
        Assert.Throws<InvalidCastException>(() => values.GetValue<int>("rate"));
        Assert.Throws<InvalidCastException>(() => values.GetValue<int>("name"));
    }

    private static async Task<string> SaveAsync(object? value)
    {
        var (storage, turn) = (new MemoryStorage(), Cast.Turn());
        await WriteAsync(storage, turn, value);
        return Encoding.UTF8.GetString((await storage.ReadAsync("test/users/amina"))!.Json.Span);
    }

    private static async Task<object?> ReloadAsync(object? value)
    {
        var storage = new MemoryStorage();
        await WriteAsync(storage, Cast.Turn(), value);
        var state = new UserState(storage, Types);
        return (await state.CreateProperty<Dictionary<string, object?>>("kept").GetAsync(Cast.Turn()))["v"];
    }

    private static async Task WriteAsync(MemoryStorage storage, TurnContext turn, object? value)
    {
        var state = new UserState(storage, Types);
        await state.CreateProperty<Dictionary<string, object?>>("kept").SetAsync(turn, new() { ["v"] = value });
        await state.SaveChangesAsync(turn);
    }

    public sealed record Booking(string Day, int Hours);

    public enum Mood
    {
        Low,
        Glad,
    }

    [JsonSerializable(typeof(Booking))]
    [JsonSerializable(typeof(Mood))]
    private sealed partial class TestJson : JsonSerializerContext;
}
