using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Data;
using MentorBot.Testing;
using Microsoft.AspNetCore.Identity;

namespace MentorBot.Mentoring.Tests.Accounts;

public class OwnAccountTests
{
    private const string Another = "another four plain words";

    [Theory, EachDatabase]
    public async Task Another_password_signs_out_everywhere_else_and_the_old_one_opens_nothing(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);
        var elsewhere = await priya.SignInAsync();

        Assert.Equal(OwnChange.Done, await Own(world).ChangePasswordAsync(await OwnerAsync(priya), Another));

        Assert.Null(await priya.StandingAsync(elsewhere));
        Assert.NotNull(await priya.StandingAsync());
        Assert.Null(await priya.SignInAsync(priya.Code(stepsLater: 1)));
        Assert.NotNull(await priya.SignInAsync(priya.Code(stepsLater: 1), Another));
    }

    [Theory, EachDatabase]
    public async Task Nothing_changes_without_the_password_and_it_cannot_be_guessed_there_either(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);
        var wrong = (await OwnerAsync(priya)) with { Password = "not this one here" };

        for (var i = 0; i < Lockout.TriesBefore; i++) Assert.Equal(OwnChange.WrongPassword, await Own(world).ChangePasswordAsync(wrong, Another));

        Assert.Equal(OwnChange.WrongPassword, await Own(world).ChangePasswordAsync(await OwnerAsync(priya), Another));
        Assert.Equal((OwnChange.WrongPassword, 0), await NewCodesAsync(world, await OwnerAsync(priya)));
    }

    [Theory, EachDatabase]
    public async Task Another_app_and_fresh_recovery_codes_take_the_place_of_the_old_ones(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);
        var key = Totp.NewKey();
        string Shown(int later) => Totp.CodeAt(key, Totp.StepAt(world.MachineClock.GetUtcNow()) + later);

        Assert.Equal(OwnChange.WrongCode, await Own(world).SetAppAsync(await OwnerAsync(priya), key, priya.Code()));
        Assert.Equal(OwnChange.Done, await Own(world).SetAppAsync(await OwnerAsync(priya), key, Shown(0)));
        Assert.Equal((OwnChange.Done, RecoveryCodes.Count), await NewCodesAsync(world, await OwnerAsync(priya)));

        Assert.Null(await priya.SignInAsync(priya.Code(stepsLater: 1)));
        Assert.Null(await priya.SignInAsync(priya.RecoveryCodes[0]));
        Assert.NotNull(await priya.SignInAsync(Shown(1)));
    }

    [Theory, EachDatabase]
    public async Task A_passkey_lets_somebody_in_until_it_is_removed_and_is_sealed_meanwhile(DatabaseProvider database)
    {
        await using var world = await World.OpenAsync(database);
        var priya = await world.JoinAsync(Cast.Priya);
        var passkey = new UserPasskeyInfo([1, 2, 3], [4, 5, 6], world.MachineClock.GetUtcNow(), 7, ["internal"], true, true, false, [], []);
        Assert.Equal(OwnChange.Done, await Own(world).AddPasskeyAsync(await OwnerAsync(priya), passkey));

        using var store = new AccountStore(world.Here.Contexts, world.Here.Get<AccountVault>());
        var found = await store.FindByPasskeyIdAsync([1, 2, 3], CancellationToken.None);
        Assert.Equal([4, 5, 6], (await store.FindPasskeyAsync(found!, [1, 2, 3], CancellationToken.None))!.PublicKey);
        Assert.NotNull(await world.Here.Get<SigningIn>().ByPasskeyAsync(found!, passkey));

        var kept = Assert.Single((await Own(world).ViewAsync(await priya.IdAsync(), CancellationToken.None)).Passkeys);
        Assert.Equal(OwnChange.Done, await Own(world).RemovePasskeyAsync(await OwnerAsync(priya), kept.Id));
        Assert.Null(await world.Here.Get<SigningIn>().ByPasskeyAsync(found!, passkey));
    }

    private static OwnAccount Own(World world) => world.Here.Get<OwnAccount>();

    private static async Task<Owner> OwnerAsync(Member who) => new(await who.IdAsync(), Member.Password, who.Token);

    private static async Task<(OwnChange Change, int Codes)> NewCodesAsync(World world, Owner owner)
    {
        var (change, codes) = await Own(world).NewRecoveryCodesAsync(owner);
        return (change, codes.Count);
    }
}
