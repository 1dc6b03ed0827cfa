using MentorBot.Commands;
using Microsoft.Data.Sqlite;

namespace MentorBot.Tests.Commands;

public class DatabaseTroubleTests
{
    // https://www.sqlite.org/rescode.html
    [Theory]
    [InlineData(5, "another program holds its database")]
    [InlineData(8, "may not be written to")]
    [InlineData(11, "Restore a backup")]
    [InlineData(13, "Make room")]
    [InlineData(14, "cannot be opened")]
    [InlineData(26, "no SQLite database")]
    [InlineData(1, "cannot be used")]
    public void Each_trouble_with_a_file_has_a_sentence_that_fits_and_speaks_of_no_server(int code, string says)
    {
        var sentence = DatabaseTrouble.Describe(new SqliteException("s3cret", code));

        Assert.Contains(says, sentence, StringComparison.Ordinal);
        Assert.Contains("MentorBot:Database:ConnectionString", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("server", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", sentence, StringComparison.Ordinal);
    }
}
