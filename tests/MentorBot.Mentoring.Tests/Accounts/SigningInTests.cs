using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Data;
using MentorBot.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Mentoring.Tests.Accounts;

public class SigningInTests
{
    [Theory, EachDatabase]
    public async Task A_name_a_password_and_a_code_let_somebody_in_and_capital_letters_in_the_name_do_not_count(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);

        var token = await world.Here.Get<SigningIn>().ByPasswordAsync(new TypedProof(" PRIYA ", Member.Password, priya.Code()), []);

        var standing = await priya.StandingAsync(token);
        Assert.Equal((await priya.IdAsync(), false), (standing!.AccountId, standing.IsCoordinator));
        Assert.NotNull(standing.MentorId);
    }

    [Theory, EachDatabase]
    public async Task A_code_counts_once_and_so_does_a_recovery_code(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);

        Assert.NotNull(await priya.SignInAsync());
        Assert.Null(await priya.SignInAsync());
        Assert.NotNull(await priya.SignInAsync(priya.RecoveryCodes[3].ToLowerInvariant()));
        Assert.Null(await priya.SignInAsync(priya.RecoveryCodes[3]));
        Assert.NotNull(await priya.SignInAsync(priya.RecoveryCodes[4].Replace("-", " ", StringComparison.Ordinal)));
    }

    [Theory, EachDatabase]
    public async Task Without_a_right_password_or_code_nobody_gets_in(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);

        Assert.Null(await priya.SignInAsync(password: ""));
        Assert.Null(await priya.SignInAsync(code: ""));
        Assert.Null(await priya.SignInAsync(priya.Code(stepsLater: 7)));
        Assert.Null(await world.Here.Get<SigningIn>().ByPasswordAsync(new TypedProof("nobody", Member.Password, priya.Code()), []));
        Assert.NotNull(await priya.SignInAsync());
    }

    [Theory, EachDatabase]
    public async Task Five_wrong_answers_lock_for_five_minutes_and_five_more_for_ten(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);

        await GuessAsync(priya, Lockout.TriesBefore);
        Assert.Null(await priya.SignInAsync());
        world.MachineClock.Advance(TimeSpan.FromMinutes(5));
        await GuessAsync(priya, Lockout.TriesBefore);
        world.MachineClock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        Assert.Null(await priya.SignInAsync());
        world.MachineClock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotNull(await priya.SignInAsync());
        world.MachineClock.Advance(Totp.Step);
        await GuessAsync(priya, Lockout.TriesBefore - 1);
        Assert.NotNull(await priya.SignInAsync());
    }

    [Theory, EachDatabase]
    public async Task Whoever_guesses_elsewhere_locks_nobody_out_of_the_browser_that_knows_him_and_goes_on_to_be_locked(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);
        var id = await priya.IdAsync();
        await GuessAsync(priya, 12);

        Assert.Null(await priya.SignInAsync(knownHere: id + 1));
        Assert.NotNull(await priya.SignInAsync(knownHere: id));

        world.MachineClock.Advance(Totp.Step);
        Assert.Null(await priya.SignInAsync());
        for (var i = 0; i < Lockout.TriesBefore; i++) Assert.Null(await priya.SignInAsync(password: "not this one here", knownHere: id));
        Assert.Null(await priya.SignInAsync(knownHere: id));
    }

    [Theory, EachDatabase]
    public async Task Many_guesses_at_once_are_no_more_than_five(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => priya.SignInAsync($"{i:000000}")));

        Assert.Null(await priya.SignInAsync());
        Assert.Equal(1, await world.ReadAsync(db => db.Accounts.Select(a => a.Lockout.Locks).SingleAsync()));
    }

    [Fact]
    public async Task A_name_that_nobody_has_costs_as_many_hashes_as_one_that_somebody_has()
    {
        await using var world = await World.OpenAsync(DatabaseProvider.Sqlite);
        var priya = await world.JoinAsync(Cast.Priya);
        var hasher = new CountingHasher();
        var proofs = new Proofs(world.Here.Get<Writes>(), hasher, world.Here.Get<MachineClock>());
        var known = await world.ReadAsync(db => db.Accounts.SingleAsync());

        // The first that is unknown makes a hash to compare with, once.
        await proofs.FitsAsync(account: null, "warming up", isKnown: false);
        hasher.Checked = 0;
        Assert.False(await proofs.FitsAsync(account: null, Member.Password, isKnown: false));
        Assert.Equal(1, hasher.Checked);
        Assert.True(await proofs.FitsAsync(known, Member.Password, isKnown: false));
        Assert.Equal(2, hasher.Checked);
        await GuessAsync(priya, Lockout.TriesBefore);
        Assert.False(await proofs.FitsAsync(known, Member.Password, isKnown: false));
        Assert.Equal(3, hasher.Checked);
    }

    private static async Task GuessAsync(Member who, int times)
    {
        for (var i = 0; i < times; i++) Assert.Null(await who.SignInAsync(password: "not this one here"));
    }

    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Checked { get; set; }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Checked++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
