using System.Globalization;
using MentorBot.Dialogs.Bookings;
using MentorBot.Dialogs.Mentors;
using MentorBot.Dialogs.Transcripts;
using MentorBot.Mentoring.Accounts;
using MentorBot.Mentoring.Bookings;
using MentorBot.Mentoring.Concerns;
using MentorBot.Mentoring.Desk;
using MentorBot.Mentoring.Handoffs;
using MentorBot.Mentoring.Mentors;
using MentorBot.Mentoring.Schemes;
using MentorBot.Testing;
using Microsoft.EntityFrameworkCore;

namespace MentorBot.Dialogs.Tests.Transcripts;

/// <summary>The scheme of a transcript in which there are mentors: behind a number of its own, so that they help in no other transcript.</summary>
internal sealed class Scheme(World world, string name)
{
    private const string BecomesMentor = " is a mentor";
    private const string LosesRights = " is a mentor no more";
    private const string IsInvited = " is invited";

    private const string TakesAtDesk = " takes it at the desk";
    private const string LooksAfterAtDesk = " looks after it at the desk";
    private const string EndsAtDesk = " ends it at the desk";

    private const string Leads = " leads";
    private const string StandsIn = " stands in";
    private const string IsMadeLead = " is made lead";
    private const string IsMadeDeputy = " is made deputy";
    private const string NobodyHasDuty = "nobody has the duty";
    private const string CanBeBooked = " can be booked ";
    private const string CallsOffAtDesk = " calls it off at the desk";
    private const string HearsAtDesk = " hears of offers at the desk";

    private int _id;

    /// <summary>What people text.</summary>
    public string OurNumber { get; } = $"{Cast.OurNumber} {name}";

    /// <summary>The code of the newest invitation.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Whether there are mentors in a transcript.</summary>
    public static bool IsIn(Transcript script) =>
        script.Lines.Any(line => line.Kind == TranscriptLineKind.Meanwhile && (line.Text.Contains(BecomesMentor, StringComparison.Ordinal) || line.Text.EndsWith(IsInvited, StringComparison.Ordinal)));

    /// <summary>Who becomes a mentor by a line, without our seeing how; null if nobody does.</summary>
    public static string? NewMentorIn(string line) =>
        line.EndsWith(LosesRights, StringComparison.Ordinal) ? null
        : line.EndsWith(IsInvited, StringComparison.Ordinal) ? null
        : line.Contains(BecomesMentor, StringComparison.Ordinal) ? line.Replace(BecomesMentor, "", StringComparison.Ordinal) : null;

    /// <summary>Whether somebody has the duty by a line, without our seeing what he is told.</summary>
    public static bool IsDutyKnown(string line) => line.EndsWith(Leads, StringComparison.Ordinal) || line.EndsWith(StandsIn, StringComparison.Ordinal);

    public async Task BeginAsync()
    {
        await using var db = await world.OpenAsync();
        var scheme = new Mentoring.Schemes.Scheme { Name = name, ParentId = await db.Schemes.MinAsync(one => one.Id) };
        foreach (var channel in world.Channels) scheme.Doors.Add(new Door { Channel = channel.Id, OurAddress = OurNumber });
        db.Schemes.Add(scheme);
        await db.SaveChangesAsync();
        _id = scheme.Id;
    }

    /// <summary>Somebody is invited, or loses his rights.</summary>
    /// <returns>Whether the line is such a thing, or says what he does at the desk, or who has the duty, and when.</returns>
    public async Task<bool> MeetAsync(string line)
    {
        if (line.EndsWith(IsInvited, StringComparison.Ordinal)) Code = await InviteAsync(line.Replace(IsInvited, "", StringComparison.Ordinal));
        else if (line.EndsWith(LosesRights, StringComparison.Ordinal)) await WithdrawAsync(line.Replace(LosesRights, "", StringComparison.Ordinal));
        else if (line.EndsWith(TakesAtDesk, StringComparison.Ordinal)) await TakeAtDeskAsync(line.Replace(TakesAtDesk, "", StringComparison.Ordinal));
        else if (line.EndsWith(LooksAfterAtDesk, StringComparison.Ordinal)) await WorryAtDeskAsync(line.Replace(LooksAfterAtDesk, "", StringComparison.Ordinal), (desk, act, concern) => desk.LookAfterAsync(act, concern, CancellationToken.None));
        else if (line.EndsWith(EndsAtDesk, StringComparison.Ordinal)) await WorryAtDeskAsync(line.Replace(EndsAtDesk, "", StringComparison.Ordinal), (desk, act, concern) => desk.SettleConcernAsync(act, concern, ConcernOutcome.Safe, CancellationToken.None));
        else if (line.EndsWith(Leads, StringComparison.Ordinal)) await SetDutyAsync(leader: line.Replace(Leads, "", StringComparison.Ordinal));
        else if (line.EndsWith(StandsIn, StringComparison.Ordinal)) await SetDutyAsync(deputy: line.Replace(StandsIn, "", StringComparison.Ordinal));
        else if (line.EndsWith(IsMadeLead, StringComparison.Ordinal)) await SetDutyAsync(leader: line.Replace(IsMadeLead, "", StringComparison.Ordinal));
        else if (line.EndsWith(IsMadeDeputy, StringComparison.Ordinal)) await SetDutyAsync(deputy: line.Replace(IsMadeDeputy, "", StringComparison.Ordinal));
        else if (line == NobodyHasDuty) await EndDutyAsync();
        else if (line.EndsWith(HearsAtDesk, StringComparison.Ordinal)) await HearAtDeskAsync(line.Replace(HearsAtDesk, "", StringComparison.Ordinal));
        else if (line.EndsWith(CallsOffAtDesk, StringComparison.Ordinal)) await CallOffAtDeskAsync(line.Replace(CallsOffAtDesk, "", StringComparison.Ordinal));
        else if (line.Split(CanBeBooked) is [var person, var hours]) await LetBookAsync(person, hours);
        else if (line.Split(' ') is ["on", "duty", "in", var ahead, "hours"]) await SetHoursAsync(int.Parse(ahead, CultureInfo.InvariantCulture));
        else if (line.Split(' ') is ["lately", "it", "took", var minutes, "minutes"]) await TakeLatelyAsync(int.Parse(minutes, CultureInfo.InvariantCulture));
        else return await GroupScenes.MeetAsync(world, _id, line);
        return true;
    }

    /// <summary>Who was ever invited.</summary>
    public HashSet<string?> Invited { get; } = [];

    public Task<string> InviteAsync(string person)
    {
        Invited.Add(person);
        return world.Get<Invitations>().InviteAsync(person, _id);
    }

    private async Task SetDutyAsync(string? leader = null, string? deputy = null)
    {
        await using var db = await world.OpenAsync();
        var scheme = await db.Schemes.SingleAsync(one => one.Id == _id);
        var person = await db.Mentors.SingleAsync(one => one.SchemeId == _id && one.Name == (leader ?? deputy));
        Assert.Equal(DutyResult.Set, await world.Get<Duties>().SetPeopleAsync(_id, leader is null ? scheme.LeadId : person.Id, deputy is null ? scheme.DeputyId : person.Id, CancellationToken.None));
        await world.WorkAsync();
    }

    private async Task EndDutyAsync()
    {
        Assert.Equal(DutyResult.Set, await world.Get<Duties>().SetPeopleAsync(_id, leadId: null, deputyId: null, CancellationToken.None));
        await world.WorkAsync();
    }

    /// <summary>Within hours of each day; in messages only, where that is said behind them, or else also by video and in the town's library. Once means tomorrow, and never again.</summary>
    private async Task LetBookAsync(string person, string said)
    {
        const string inMessages = " in messages";
        const string once = " once";
        var (isOnce, isInMessages) = (said.EndsWith(once, StringComparison.Ordinal), said.Contains(inMessages, StringComparison.Ordinal));
        var hours = said.Replace(once, "", StringComparison.Ordinal).Replace(inMessages, "", StringComparison.Ordinal);
        await using var db = await world.OpenAsync();
        var mentor = await db.Mentors.SingleAsync(one => one.SchemeId == _id && one.Name == person);
        var library = db.Venues.Add(new Venue { SchemeId = _id, Name = "Town library", Address = "5 High Street", IsStepFree = true }).Entity;
        await db.SaveChangesAsync();
        mentor.Meets = new MeetingTerms { Ways = isInMessages ? [MeetingWay.Messages] : [MeetingWay.Messages, MeetingWay.Video, MeetingWay.Place], VenueId = library.Id };
        foreach (var day in Enum.GetValues<DayOfWeek>())
            foreach (var part in HoursText.Read(day, hours)!) mentor.Meets.Hours.Add(part);
        mentor.Version++;
        var today = DateOnly.FromDateTime(world.Clock.GetUtcNow().DateTime);
        for (var ahead = 2; isOnce && ahead < 70; ahead++) db.MentorDays.Add(new MentorDay { MentorId = mentor.Id, Date = today.AddDays(ahead), Hours = "" });
        await db.SaveChangesAsync();
    }

    private async Task HearAtDeskAsync(string person)
    {
        await using var db = await world.OpenAsync();
        var mentor = await db.Mentors.SingleAsync(one => one.SchemeId == _id && one.Name == person);
        (mentor.HearsBy, mentor.Version) = (HearsBy.Desk, mentor.Version + 1);
        await db.SaveChangesAsync();
    }

    // Four hours of each day, by the world's clock: what other transcripts wait moves it on.
    private async Task SetHoursAsync(int fromNow)
    {
        var from = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(world.Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(Duty.FirstTimeZone)).DateTime).AddHours(fromNow);
        var until = from.AddHours(4);
        (TimeOnly From, TimeOnly Until)[] pieces = from < until ? [(from, until)] : [(from, TimeOnly.MinValue), (TimeOnly.MinValue, until)];
        var week = from day in Enum.GetValues<DayOfWeek>() from piece in pieces select new WeeklyHours { Day = day, From = piece.From, Until = piece.Until };
        Assert.Equal(DutyResult.Set, await world.Get<Duties>().SetHoursAsync(_id, [.. week], Duty.FirstTimeZone, CancellationToken.None));
    }

    /// <summary>As many handoffs as tell how long it takes were taken after so long.</summary>
    private async Task TakeLatelyAsync(int minutes)
    {
        await using var db = await world.OpenAsync();
        var conversation = await db.Conversations.Include(one => one.Address!.Mentee).FirstAsync(one => one.Address!.Mentee!.SchemeId == _id);
        for (var i = 0; i < 5; i++)
        {
            var handoff = db.Handoffs.Add(new Handoff { SchemeId = _id, Mentee = conversation.Address!.Mentee, Conversation = conversation, Tag = "Z", RequestedAt = world.Clock.GetUtcNow() });
            handoff.Property(one => one.State).CurrentValue = HandoffState.Ended;
            handoff.Property(one => one.FirstWordsAt).CurrentValue = world.Clock.GetUtcNow().AddMinutes(minutes);
        }
        await db.SaveChangesAsync();
    }

    private async Task TakeAtDeskAsync(string person)
    {
        await using var db = await world.OpenAsync();
        var mentor = await db.Mentors.SingleAsync(one => one.SchemeId == _id && one.Name == person);
        var handoff = await db.Handoffs.SingleAsync(one => one.SchemeId == _id && one.State < HandoffState.Ended);
        Assert.Equal(DeskResult.Done, await world.Get<MentorDesk>().TakeAsync(new DeskAct(mentor.Id, handoff.Id, $"take {handoff.Id}"), CancellationToken.None));
        await world.WorkAsync();
    }

    private async Task WorryAtDeskAsync(string person, Func<MentorDesk, DeskAct, long, Task<DeskResult>> doAsync)
    {
        await using var db = await world.OpenAsync();
        var mentor = await db.Mentors.SingleAsync(one => one.SchemeId == _id && one.Name == person);
        var concern = await db.Concerns.SingleAsync(one => one.SchemeId == _id && one.State < ConcernState.Ended);
        Assert.Equal(DeskResult.Done, await doAsync(world.Get<MentorDesk>(), new DeskAct(mentor.Id, 0, $"concern {concern.Id} {concern.State}"), concern.Id));
        await world.WorkAsync();
    }

    private async Task CallOffAtDeskAsync(string person)
    {
        await using var db = await world.OpenAsync();
        var mentor = await db.Mentors.SingleAsync(one => one.SchemeId == _id && one.Name == person);
        var booking = await db.Bookings.SingleAsync(one => one.MentorId == mentor.Id && one.State == BookingState.Booked);
        Assert.Equal(DeskResult.Done, await world.Get<MeetingDesk>().CallOffAsync(new DeskAct(mentor.Id, 0, $"off {booking.Id} {booking.Sequence}"), booking.Id, booking.Sequence, CancellationToken.None));
        // It is no turn of anybody's.
        await world.SendAsync();
        await world.WorkAsync();
    }

    private async Task WithdrawAsync(string person)
    {
        await using var db = await world.OpenAsync();
        var mentor = await db.Mentors.SingleAsync(one => one.SchemeId == _id && one.Name == person);
        await world.Get<Team>().WithdrawAsync(by: 0, _id, new TeamMemberId(mentor.Id, AccountId: null));
    }
}
