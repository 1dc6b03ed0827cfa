using MentorBot.Mentoring.Data;

namespace MentorBot.Mentoring.Tests.Data;

public sealed class SqliteOwnerTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mentorbot-owner-");

    private DatabaseSettings Settings => new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(_folder.FullName, "data", "mentorbot.db")}");

    [Fact]
    public void A_second_process_is_refused_and_told_which_file_it_is()
    {
        using var owner = SqliteOwner.Of(Settings);

        var error = Assert.Throws<DatabaseInUseException>(() => SqliteOwner.Of(Settings));
        Assert.Contains("mentorbot.db", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_database_is_free_again_once_its_owner_has_gone()
    {
        SqliteOwner.Of(Settings)!.Dispose();

        using var next = SqliteOwner.Of(Settings);
        Assert.NotNull(next);
    }

    [Fact]
    public void A_lock_file_that_cannot_be_made_is_not_taken_for_another_process()
    {
        // The name is as long as names may be; with ".lock" behind it, it is too long.
        var settings = Settings with { ConnectionString = $"Data Source={Path.Combine(_folder.FullName, new string('m', 252))}" };

        Assert.ThrowsAny<IOException>(() => SqliteOwner.Of(settings));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=:memory:")]
    [InlineData(DatabaseProvider.Sqlite, "Data Source=here;Mode=Memory")]
    [InlineData(DatabaseProvider.PostgreSql, "Host=localhost")]
    [InlineData(DatabaseProvider.SqlServer, "Server=localhost")]
    public void What_is_no_file_has_no_owner(DatabaseProvider provider, string connectionString) =>
        Assert.Null(SqliteOwner.Of(new(provider, connectionString)));

    [Fact]
    public void Settings_do_not_show_their_password() =>
        Assert.DoesNotContain("secret", new DatabaseSettings(DatabaseProvider.PostgreSql, "Password=secret").ToString(), StringComparison.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
