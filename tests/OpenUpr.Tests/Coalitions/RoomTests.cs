using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;
using OpenUpr.Tests.Evidence;
using OpenUpr.Tests.Storage;

namespace OpenUpr.Tests.Coalitions;

/// <summary>One store for all of a database's sentences: founding it is most of their time.</summary>
public sealed class RoomTests
{
    [Fact]
    public async Task A_logo_is_kept_without_what_it_tells_besides_the_picture()
    {
        await using var test = await TestRooms.CreateAsync(Provider.Sqlite);
        var (access, cancel) = (await test.AsAsync("lucas"), TestContext.Current.CancellationToken);
        var id = (await MemberOrganisations.ListAsync(test.Rooms.Store, access, cancel))[0].Id;
        var picture = Samples.Jpeg(1);
        Assert.NotEqual(-1, picture.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Samples.Secret)));
        Assert.True((await MemberOrganisations.SetLogoAsync(test.Rooms, access, id, picture, cancel)).IsDone);
        var kept = (await MemberOrganisations.FindAsync(test.Rooms.Store, access, id, cancel))!;
        Assert.Equal("image/jpeg", kept.LogoType);
        Assert.Equal(-1, kept.Logo.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(Samples.Secret)));
        Assert.Equal(Refusal.NoPicture, (await MemberOrganisations.SetLogoAsync(test.Rooms, access, id, [0xFF, 0xD8, 0xFF, 1, 2], cancel)).Refused);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_founder_is_the_secretariat_and_whoever_is_invited_sees_the_terms_alone_until_they_accept(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var rooms = demo.Rooms;
        await using var open = rooms.Store.Open();
        var (tomas, petra) = (open.Accounts.Single(a => a.NormalisedName == "tomas").Id, open.Accounts.Single(a => a.NormalisedName == "petra").Id);

        var (outcome, slug) = await Founding.FoundAsync(rooms, tomas, new NewCoalition("Côte d'Azur & Co", "fr", null, "T.", "Be kind."), Cancel);
        Assert.True(outcome.IsDone);
        Assert.Matches("^cote-d-azur-co-[a-z2-9]{4}$", slug);
        var founder = await demo.AsAsync("tomas", slug!);
        Assert.Equal(CoalitionRole.Secretariat, founder.Role);

        var (invited, keys) = await Inviting.InviteAsync(rooms, founder, new PersonWish("P.", "editor", null, null), Cancel);
        Assert.True(invited.IsDone);
        Assert.NotEmpty(keys!.Token);
        await open.Memberships.Where(m => m.Id == invited.Id).ExecuteUpdateAsync(m => m.SetProperty(x => x.AccountId, petra), Cancel);
        var guest = await demo.AsAsync("petra", slug!);
        Assert.Equal(CoalitionRole.Invited, guest.Role);
        await using (var inside = demo.Open(guest))
        {
            Assert.Equal(1, await inside.Terms.CountAsync(Cancel));
            Assert.Equal(0, await inside.Members.CountAsync(Cancel));
        }

        var terms = (await TermsBook.ReadAsync(rooms.Store, guest, Cancel))!;
        Assert.True((await TermsBook.AdoptAsync(rooms, founder, terms.Newest.Id, "Be kind and brief.", "Brief", Cancel)).IsDone);
        Assert.Equal(Refusal.OldTerms, (await TermsBook.AcceptAsync(rooms, guest, terms.Newest.Id, Cancel)).Refused);
        Assert.True((await TermsBook.AcceptAsync(rooms, guest, (await TermsBook.ReadAsync(rooms.Store, guest, Cancel))!.Newest.Id, Cancel)).IsDone);
        Assert.Equal(CoalitionRole.Editor, (await demo.AsAsync("petra", slug!)).Role);
    }

    [Fact]
    public async Task The_last_of_the_secretariat_can_neither_leave_nor_change_role_and_nobody_below_it_invites()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, amara, lucas) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("lucas"));

        Assert.Equal(Refusal.LastSecretariat, (await People.LeaveAsync(rooms, amara, amara.MemberId!.Value, Cancel)).Refused);
        Assert.Equal(Refusal.LastSecretariat, (await People.ChangeAsync(rooms, amara, amara.MemberId.Value, new PersonWish("A", "editor", null, null), Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await Inviting.InviteAsync(rooms, lucas, new PersonWish("X", "observer", null, null), Cancel)).Outcome.Refused);
        Assert.True((await People.ChangeAsync(rooms, amara, lucas.MemberId!.Value, new PersonWish("Lucas", "secretariat", null, null), Cancel)).IsDone);
        Assert.True((await People.LeaveAsync(rooms, amara, amara.MemberId.Value, Cancel)).IsDone);
        Assert.Null(await demo.AsAsync("amara"));
    }

    [Fact]
    public async Task The_number_of_another_coalitions_things_opens_nothing()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, petra, amara) = (demo.Rooms, await demo.AsAsync("petra", DemoCoalition.OtherSlug), await demo.AsAsync("amara"));
        var meeting = (await Meetings.ListAsync(rooms.Store, amara, Cancel))[0];

        Assert.Null(await Meetings.ReadAsync(rooms.Store, petra, meeting.Id, Cancel));
        Assert.Equal(Refusal.Absent, (await Meetings.SeenAsync(rooms, petra, meeting.Id, Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await People.LeaveAsync(rooms, petra, amara.MemberId!.Value, Cancel)).Refused);
        Assert.Equal(Refusal.Absent, (await People.SetReaderAsync(rooms, petra, amara.MemberId.Value, true, Cancel)).Refused);
        Assert.Equal(Refusal.Unknown, (await Secretariats.AddTermAsync(rooms, petra, 1, null, null, "2026-01-01", null, Cancel)).Refused);
    }

    [Fact]
    public async Task Two_who_write_minutes_at_once_do_not_overwrite_each_other()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, lucas) = (demo.Rooms, await demo.AsAsync("lucas"));
        var made = await Meetings.SaveAsync(rooms, lucas, null, Wish("First", null), Cancel);

        Assert.True((await Meetings.SaveAsync(rooms, lucas, made.Id, Wish("Second", 1), Cancel)).IsDone);
        Assert.Equal(Refusal.Conflict, (await Meetings.SaveAsync(rooms, lucas, made.Id, Wish("Third", 1), Cancel)).Refused);
        Assert.Equal("Second", (await Meetings.ReadAsync(rooms.Store, lucas, made.Id, Cancel))!.Meeting.Minutes);

        static MeetingWish Wish(string minutes, int? revision) => new("Talk", "2026-11-22T16:00", null, null, null, null, minutes, revision);
    }

    [Theory]
    [OnEachDatabase]
    public async Task The_reprisal_log_is_not_there_for_the_secretariat_unless_it_reads_it_and_every_look_is_logged(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, noor) = (demo.Rooms, await demo.AsAsync("noor"));
        Assert.True((await People.SetReaderAsync(rooms, noor, (await demo.AsAsync("amara")).MemberId!.Value, false, Cancel)).IsDone);
        var amara = await demo.AsAsync("amara");

        Assert.Null(await Reprisals.ListAsync(rooms, amara, Cancel));
        Assert.Equal(Refusal.Absent, (await People.SetReaderAsync(rooms, amara, amara.MemberId!.Value, true, Cancel)).Refused);
        Assert.DoesNotContain(await RoomSearch.FindAsync(rooms, amara, [], "stall", Cancel), h => h.Found.Kind == "reprisal");

        var entry = Assert.Single((await Reprisals.ListAsync(rooms, noor, Cancel))!);
        Assert.Contains("stall", entry.Words.What, StringComparison.Ordinal);
        Assert.True((await Reprisals.AddStepAsync(rooms, noor, entry.Id, "embassies", "2026-11-22", "Told", Cancel)).IsDone);
        Assert.DoesNotContain("embassies", (await Reprisals.FindAsync(rooms, noor, entry.Id, Cancel))!.Left);
        await using var db = rooms.Store.Open(noor);
        Assert.Contains(await db.AuditEntries.ToListAsync(Cancel), e => e.Deed == "reprisals.read" && e.ActorId == noor.MemberId);
    }

    [Fact]
    public async Task A_guest_sees_what_is_shared_by_name_and_nothing_else_and_loses_it_again()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, lucas, ines) = (demo.Rooms, await demo.AsAsync("lucas"), await demo.AsAsync("ines"));
        var meeting = (await Meetings.ListAsync(rooms.Store, lucas, Cancel))[0].Id;

        Assert.DoesNotContain(await Sharing.WithMeAsync(rooms.Store, ines, Cancel), s => s.Thing == Meetings.Thing && s.Id == meeting);
        Assert.True((await Sharing.SetAsync(rooms, lucas, Meetings.Thing, meeting, ines.MemberId!.Value, true, Cancel)).IsDone);
        Assert.Contains(await Sharing.WithMeAsync(rooms.Store, ines, Cancel), s => s.Thing == Meetings.Thing && s.Id == meeting);
        Assert.Empty((await Meetings.ReadAsync(rooms.Store, ines, meeting, Cancel))!.Decisions);
        Assert.True((await Sharing.SetAsync(rooms, lucas, Meetings.Thing, meeting, ines.MemberId.Value, false, Cancel)).IsDone);
        Assert.Null(await Meetings.ReadAsync(rooms.Store, ines, meeting, Cancel));
    }

    [Fact]
    public async Task A_closed_cluster_is_not_there_by_name_for_those_outside_and_search_and_hand_over_keep_to_it()
    {
        await using var demo = await TestRooms.CreateAsync(Provider.Sqlite);
        var (rooms, amara, tomas) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("tomas"));

        Assert.Contains(await Clusters.ListAsync(rooms.Store, amara, Cancel), c => c.Cluster.IsClosed);
        Assert.DoesNotContain(await Clusters.ListAsync(rooms.Store, tomas, Cancel), c => c.Cluster.IsClosed);
        Assert.NotEmpty(await RoomSearch.FindAsync(rooms, amara, [], "OFFENCES", Cancel));
        Assert.Empty(await RoomSearch.FindAsync(rooms, tomas, [], "offences", Cancel));
        var open = await OpenThings.ListAsync(rooms, amara, Cancel);
        Assert.Contains(open, o => o.Kind == OpenKind.InvitationWaiting && o.What == "Bea Santori");
        Assert.Contains(open, o => o.Kind == OpenKind.ClusterWithoutLead);
        Assert.Contains(open, o => o.Kind == OpenKind.NewTermsNotAccepted && o.What == "Noor Halim");

        // The secretariat, who is not in it, finds its number in the log and not its name.
        var founded = await Clusters.SaveAsync(rooms, await demo.AsAsync("lucas"), null, new ClusterWish("Quiet work", Cluster.Thematic, true, [], null, null), Cancel);
        Assert.Equal(["Quiet work"], (await LockedIn.ReadAsync(rooms.Store, await demo.AsAsync("lucas"), Cancel)).Clusters);
        Assert.True((await LockedIn.ReadAsync(rooms.Store, tomas, Cancel)).IsNothing);
        var amaraNow = await demo.AsAsync("amara");
        var log = (await AuditLog.ListAsync(rooms.Store, amaraNow, new AuditFilter(), Cancel))!;
        Assert.Contains(log, r => r is { Deed: "cluster.add" } && r.ThingId == founded.Id);
        Assert.DoesNotContain((await AuditNames.FindAsync(rooms.Store, amaraNow, log, Cancel)).Values, n => n.Name == "Quiet work");
    }

    [Fact]
    public void A_rotating_secretariat_goes_to_who_never_had_it_then_to_who_waited_longest()
    {
        var today = new DateOnly(2026, 11, 22);
        (long, string)[] able = [(1, "A"), (2, "B")];
        SecretariatTerm Term(long organisation, int from, int to) => new() { OrganisationId = organisation, From = today.AddDays(from), To = today.AddDays(to) };

        Assert.Equal((2, today.AddDays(11)), (Secretariats.Next(able, [Term(1, -20, 10)], 1, today)!.OrganisationId, Secretariats.Next(able, [Term(1, -20, 10)], 1, today)!.From));
        Assert.Equal(1, Secretariats.Next(able, [Term(1, -60, -31), Term(2, -30, 10)], 1, today)!.OrganisationId);
        Assert.Equal([TeamGap.NotFive, TeamGap.SameOrganisation, TeamGap.SameRegion], Secretariats.Gaps([Term(1, -5, 5), Term(1, -5, 5)], today));
    }

    [Theory]
    [OnEachDatabase]
    public async Task A_person_who_left_is_found_taken_along_and_forgotten_while_the_record_stays_whole(Provider provider)
    {
        await using var demo = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas) = (demo.Rooms, await demo.AsAsync("amara"), await demo.AsAsync("lucas"));
        var id = lucas.MemberId!.Value;

        Assert.Contains((await PersonTraces.FindAsync(rooms, amara, [], id, Cancel))!.Traces, t => t is { Kind: "meeting", How: "named" });
        Assert.True((await Boards.AddAsync(rooms, amara, new BoardWish(null, "XTO", 54, "2027-01-25T08:00", null, null, null, null, null, null, null), Cancel)).IsDone);
        Assert.Contains((await PersonTraces.FindAsync(rooms, amara, [], amara.MemberId!.Value, Cancel))!.Traces, t => t is { Kind: "board", How: "wrote", Title: "XTO 54" });
        var kinds = (await PersonTraces.FindAsync(rooms, amara, [], amara.MemberId!.Value, Cancel))!.Traces.Select(t => $"{t.Kind} {t.How}");
        Assert.Empty(new[] { "terms wrote", "terms accepted", "meeting wrote", "meeting was-at", "board wrote" }.Except(kinds));
        Assert.NotNull(await PersonTraces.ExportAsync(rooms, amara, [], id, Cancel));
        Assert.Equal(Refusal.StillIn, (await PersonTraces.EraseAsync(rooms, amara, id, Cancel)).Refused);
        Assert.True((await People.LeaveAsync(rooms, amara, id, Cancel)).IsDone);
        Assert.True((await PersonTraces.EraseAsync(rooms, amara, id, Cancel)).IsDone);
        Assert.Null((await People.ListAsync(rooms.Store, amara, Cancel)).Single(p => p.Id == id).Name);
        Assert.Equal(4, (await Meetings.ListAsync(rooms.Store, amara, Cancel)).Count);
    }

    [Theory]
    [InlineData("89504E470D0A1A0A00", "image/png")]
    [InlineData("FFD8FFE0", "image/jpeg")]
    [InlineData("52494646000000005745425056503820", "image/webp")]
    [InlineData("3C737667", null)]
    [InlineData("", null)]
    public void What_kind_a_picture_is_its_first_bytes_say(string hex, string? type) => Assert.Equal(type, MemberOrganisations.PictureType(Convert.FromHexString(hex)));
}
