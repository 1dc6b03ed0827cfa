using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using MentorBot.Settings;
using Microsoft.Extensions.Configuration;

namespace MentorBot.Tests.Plan;

public partial class HouseTests
{
    private const int LongestFile = 250;

    // Each project, and what it may use of ours, directly or not.
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["MentorBot.BotFramework"] = [],
        ["MentorBot.Channels"] = ["MentorBot.BotFramework"],
        ["MentorBot.Mentoring"] = ["MentorBot.BotFramework"],
        ["MentorBot.Dialogs"] = ["MentorBot.Mentoring", "MentorBot.BotFramework"],
        ["MentorBot"] = ["MentorBot.Dialogs", "MentorBot.Channels", "MentorBot.Mentoring", "MentorBot.BotFramework"],
    };

    // Names that say nothing of what a thing is.
    private static readonly string[] EmptyWords = ["Manager", "Helper", "Helpers", "Util", "Utils", "Service", "Processor", "Data", "Info", "Common", "Session"];

    [Fact]
    public void The_product_has_the_projects_that_the_map_draws_and_no_other() =>
        Assert.Equal(MayUse.Keys.Order(StringComparer.Ordinal), House.Projects.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Projects_refer_to_each_other_one_way_as_the_map_draws() => Assert.All(MayUse, project =>
        Assert.Subset(project.Value.ToHashSet(StringComparer.Ordinal), House.References(project.Key).ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void The_built_programs_refer_to_each_other_one_way_too() => Assert.All(MayUse, project =>
        Assert.Subset(
            project.Value.ToHashSet(StringComparer.Ordinal),
            Assembly.Load(project.Key).GetReferencedAssemblies().Select(a => a.Name!).Where(MayUse.ContainsKey).ToHashSet(StringComparer.Ordinal)));

    [Fact]
    public void The_framework_and_the_channels_know_no_database() => Assert.All(["MentorBot.BotFramework", "MentorBot.Channels"], project =>
        Assert.DoesNotContain(Assembly.Load(project).GetReferencedAssemblies(), a => a.Name!.Contains("EntityFramework", StringComparison.Ordinal)));

    [Fact]
    public void The_framework_knows_no_web() =>
        Assert.DoesNotContain(Assembly.Load("MentorBot.BotFramework").GetReferencedAssemblies(), a => a.Name!.Contains("AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void Nothing_reads_the_machines_clock_behind_the_programs_back() =>
        Assert.Empty(House.Sources.Where(f => ClockOfTheMachine().IsMatch(File.ReadAllText(f))).Select(House.NameOf));

    [Fact]
    public void No_file_is_longer_than_can_be_read_in_one_go() =>
        Assert.Empty(House.Sources.Where(f => !f.Contains("Migrations", StringComparison.Ordinal) && File.ReadLines(f).Count() > LongestFile).Select(House.NameOf));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.Empty(MayUse.Keys.SelectMany(project => Assembly.Load(project).GetTypes()).Where(t => IsOurs(t) && SaysNothing(t.Name)).Select(t => t.FullName));

    [Fact]
    public void The_top_holds_the_folders_that_the_map_draws_and_no_other() =>
        Assert.Subset(new HashSet<string>(["dialogs", "src", "tests", "infra", ".ci", ".config", ".github"], StringComparer.Ordinal), House.Folders.ToHashSet(StringComparer.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("dialogs")]
    [InlineData("src")]
    [InlineData("src/MentorBot")]
    [InlineData("src/MentorBot.BotFramework")]
    [InlineData("src/MentorBot.Channels")]
    [InlineData("src/MentorBot.Mentoring")]
    [InlineData("infra")]
    public void Every_room_has_a_readme(string room)
    {
        Assert.True(File.Exists(Path.Combine(House.Top, room, "README.md")));
    }

    [Fact]
    public void How_dotnet_run_starts_it_names_no_address_so_that_ASPNETCORE_URLS_can() =>
        Assert.DoesNotContain("applicationUrl", File.ReadAllText(Path.Combine(House.Top, "src", "MentorBot", "Properties", "launchSettings.json")), StringComparison.Ordinal);

    [Fact]
    public void The_template_of_the_settings_lists_every_setting_and_no_other() =>
        Assert.Equal(KnownSettings.Keys.Order(StringComparer.Ordinal), TemplateKeys().Order(StringComparer.Ordinal));

    [Fact]
    public void The_template_of_the_settings_starts_the_program_as_it_stands()
    {
        var configuration = new ConfigurationBuilder().AddJsonFile(Path.Combine(House.Top, "appsettings.template.json")).Build();
        Assert.False(new SettingsReader(configuration, isDevelopment: false).Read().Sms.IsConfigured);
    }

    private static List<string> TemplateKeys()
    {
        // With what is commented out made live.
        var template = CommentedOut().Replace(File.ReadAllText(Path.Combine(House.Top, "appsettings.template.json")), "${indent}");
        using var json = JsonDocument.Parse(template, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return [.. Leaves(json.RootElement.GetProperty("MentorBot"), "")];
    }

    private static IEnumerable<string> Leaves(JsonElement element, string path) => element.ValueKind == JsonValueKind.Object
        ? element.EnumerateObject().SelectMany(p => Leaves(p.Value, path.Length == 0 ? p.Name : $"{path}:{p.Name}"))
        : [path];

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("MentorBot", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute)) && !type.Name.Contains('<', StringComparison.Ordinal);

    private static bool SaysNothing(string name) => Words().Matches(name).Any(word => EmptyWords.Contains(word.Value, StringComparer.Ordinal));

    [GeneratedRegex(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ClockOfTheMachine();

    [GeneratedRegex(@"^(?<indent>\s*)//\s*(?=""\w+"":)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex CommentedOut();

    [GeneratedRegex("[A-Z][a-z0-9]*", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
