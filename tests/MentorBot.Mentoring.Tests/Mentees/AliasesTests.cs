using System.Security.Cryptography;
using MentorBot.Mentoring.Mentees;

namespace MentorBot.Mentoring.Tests.Mentees;

public sealed class AliasesTests
{
    [Fact]
    public void An_alias_follows_from_the_key()
    {
        var key = SHA256.HashData("somebody"u8);

        Assert.Equal(Aliases.For(key, 0), Aliases.For((byte[])key.Clone(), 0));
        Assert.Equal(Aliases.For(key, 3), Aliases.For((byte[])key.Clone(), 3));
    }

    [Fact]
    public void Every_alias_is_a_colour_and_an_animal_and_fits_its_column()
    {
        var key = new byte[32];
        for (var colour = 0; colour < 256; colour++)
        {
            for (var animal = 0; animal < 256; animal++)
            {
                (key[8], key[9]) = ((byte)colour, (byte)animal);
                Assert.Matches("^[A-Z][a-z]+ [A-Z][a-z]+$", Aliases.For(key, 0));
            }
        }
    }

    [Fact]
    public void The_choices_after_the_first_are_numbered_from_2_to_9999_and_differ()
    {
        foreach (var fill in new byte[] { 0, 1, 127, 255 })
        {
            var key = new byte[32];
            Array.Fill(key, fill);
            var choices = Enumerable.Range(0, 9).Select(attempt => Aliases.For(key, attempt)).ToList();

            Assert.Equal(9, choices.Distinct(StringComparer.Ordinal).Count());
            Assert.All(choices.Skip(1), choice =>
            {
                Assert.StartsWith(choices[0] + " ", choice, StringComparison.Ordinal);
                Assert.InRange(int.Parse(choice[(choices[0].Length + 1)..], System.Globalization.CultureInfo.InvariantCulture), 2, 9_999);
            });
        }
    }
}
