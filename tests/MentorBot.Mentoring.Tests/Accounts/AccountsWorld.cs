using MentorBot.Mentoring.Accounts;
using MentorBot.Testing;

namespace MentorBot.Mentoring.Tests.Accounts;

/// <summary>Somebody who has joined the desk, and what he signs in with.</summary>
internal sealed class Member(World world, string signInName, byte[] key, Joined joined)
{
    public const string Password = "four plain words here";

    public string SignInName => signInName;

    public string Token => joined.Token!;

    public IReadOnlyList<string> RecoveryCodes => joined.RecoveryCodes!;

    /// <summary>What his app shows now, or some steps later.</summary>
    public string Code(int stepsLater = 0) => Totp.CodeAt(key, Totp.StepAt(world.MachineClock.GetUtcNow()) + stepsLater);

    public Task<string?> SignInAsync(string? code = null, string password = Password, params int[] knownHere) =>
        world.Here.Get<SigningIn>().ByPasswordAsync(new TypedProof(signInName, password, code ?? Code()), knownHere);

    public Task<Standing?> StandingAsync(string? token = null) => world.Here.Get<SignIns>().FindAsync(token ?? Token, CancellationToken.None);

    public async Task<int> IdAsync() => (await StandingAsync())!.AccountId;
}

internal static class AccountsWorld
{
    /// <summary>Somebody is invited to the desk and joins. The code that his app shows afterwards still counts.</summary>
    public static async Task<Member> JoinAsync(this World world, Person person, bool isCoordinator = false, int? mentorId = null)
    {
        var code = await world.Here.Get<DeskInvitations>().InviteAsync(new DeskGuest(person.Name, isCoordinator, mentorId));
        var key = Totp.NewKey();
        var joined = await world.JoinAsync(code, person.Name.ToLowerInvariant(), key);
        Assert.Null(joined.Problem);
        world.MachineClock.Advance(Totp.Step);
        return new Member(world, person.Name.ToLowerInvariant(), key, joined);
    }

    /// <summary>Somebody opens a link and fills in the form.</summary>
    public static Task<Joined> JoinAsync(this World world, string code, string signInName, byte[]? key = null, Guid? handle = null, string password = Member.Password)
    {
        key ??= Totp.NewKey();
        var shown = Totp.CodeAt(key, Totp.StepAt(world.MachineClock.GetUtcNow()));
        return world.Here.Get<Joining>().JoinAsync(new Newcomer(code, "Tomas", signInName, password, new SecondStep(handle ?? Guid.NewGuid(), key, shown, Passkey: null)));
    }
}
