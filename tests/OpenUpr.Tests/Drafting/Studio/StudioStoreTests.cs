using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Drafting.Studio;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;
using Documents = OpenUpr.Drafting.Studio.Studio;

namespace OpenUpr.Tests.Drafting.Studio;

/// <summary>Documents of the studio in a coalition's room, on both databases.</summary>
public sealed class StudioStoreTests
{
    private static readonly SectionWish[] s_sections = [new(SectionSlots.Summary, "Summary", 1, "", null), new(SectionSlots.Issue, "Detention", 1, "Begin", null)];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task A_document_goes_from_its_outline_to_the_summary_and_back_when_its_text_changes(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, noor, tomas) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("lucas"), await test.AsAsync("noor"), await test.AsAsync("tomas"));
        Assert.Equal(Refusal.Absent, (await Documents.AddAsync(rooms, tomas, Wish(), Cancel)).Refused);
        Assert.Equal("kind", (await Documents.AddAsync(rooms, lucas, Wish() with { Kind = "novel" }, Cancel)).Field);
        var id = (await Documents.AddAsync(rooms, lucas, Wish(), Cancel)).Id;
        Assert.Equal(id, (await Documents.AddAsync(rooms, lucas, Wish(), Cancel)).Id);
        Assert.Equal(StudioNext.Write, (await StudioRows.ListAsync(rooms.Store, tomas, Cancel)).Single(r => r.Document.Id == id).Next);
        await JoinAsync(rooms, lucas, id);

        // An editor agrees to what they read, and nobody else does.
        var stamp = (await ReadAsync(rooms, amara, id)).Stamp;
        Assert.Equal(Refusal.Absent, (await StepAsync(rooms, noor, id, StudioSteps.Agree, stamp)).Refused);
        Assert.Equal(Refusal.Conflict, (await StepAsync(rooms, amara, id, StudioSteps.Agree, "other")).Refused);
        Assert.True((await StepAsync(rooms, amara, id, StudioSteps.Agree, stamp)).IsDone);
        Assert.Equal(Refusal.Closed, (await StepAsync(rooms, amara, id, StudioSteps.Agree, stamp)).Refused);

        // Another word brings it back, and says so.
        var section = (await ReadAsync(rooms, lucas, id)).Sections[1].Section;
        Assert.True((await SectionWriting.SaveAsync(rooms, noor, id, section.Id, new SectionText("Detention", "Begin again", null, 1, "n"), Cancel)).Outcome.IsDone);
        var view = await ReadAsync(rooms, tomas, id);
        Assert.Equal((StudioDocument.Writing, "Noor Halim"), (view.Document.Stage, view.BroughtBack!.Author));
        Assert.True((await StepAsync(rooms, amara, id, StudioSteps.Agree, view.Stamp)).IsDone);

        Assert.Equal("day", (await StudioTrack.TakeAsync(rooms, amara, id, new StepWish(StudioSteps.Send, await StampAsync(rooms, amara, id), "2999-01-01", null, null, false), Cancel)).Field);
        Assert.True((await StepAsync(rooms, amara, id, StudioSteps.Send, await StampAsync(rooms, amara, id))).IsDone);
        Assert.Equal(Refusal.Closed, (await SectionWriting.SaveAsync(rooms, lucas, id, section.Id, new SectionText("Detention", "Too late", null, 2, "l"), Cancel)).Outcome.Refused);
        Assert.Equal(Refusal.Closed, (await StudioSections.AddAsync(rooms, lucas, id, s_sections[0], null, Cancel)).Refused);
        Assert.Equal("reference", (await StepAsync(rooms, amara, id, StudioSteps.Register)).Field);
        foreach (var (code, reference) in new[] { (StudioSteps.Register, "JS4"), (StudioSteps.Comply, null), (StudioSteps.Summarise, "12 and 47") })
        {
            Assert.True((await StudioTrack.TakeAsync(rooms, amara, id, new StepWish(code, null, null, reference, null, false), Cancel)).IsDone);
        }

        Assert.Equal("reason", (await StepAsync(rooms, amara, id, StudioSteps.Back)).Field);
        view = await ReadAsync(rooms, tomas, id);
        Assert.Equal([("summarised", "12 and 47"), ("complied", null), ("registered", "JS4"), ("sent", null)], view.Steps.Take(4).Select(s => (s.Step.After, s.Step.Reference)));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Who_writes_which_section_is_kept_to_and_nothing_that_is_taken_out_is_lost(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas, noor) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("lucas"), await test.AsAsync("noor"));
        var cluster = (await Clusters.ListAsync(rooms.Store, lucas, Cancel)).Single(c => c.Cluster.Name.StartsWith("Death", StringComparison.Ordinal)).Cluster.Id;
        var id = (await Documents.AddAsync(rooms, lucas, Wish(), Cancel)).Id;
        var (summary, issue) = ((await ReadAsync(rooms, lucas, id)).Sections[0].Section.Id, (await ReadAsync(rooms, lucas, id)).Sections[1].Section.Id);
        Assert.Equal(Refusal.Absent, (await StudioSections.SetDutyAsync(rooms, noor, id, issue, cluster, Cancel)).Refused);
        Assert.True((await StudioSections.SetDutyAsync(rooms, lucas, id, issue, cluster, Cancel)).IsDone);
        Assert.Contains(await new WaitingStudio(rooms).ReadAsync(lucas, Cancel), t => t.ClusterId == cluster && t.Path == $"/studio/{id}");
        Assert.Equal(Refusal.Absent, (await SectionWriting.SaveAsync(rooms, noor, id, issue, new SectionText("Detention", "Mine", null, 1, "s"), Cancel)).Outcome.Refused);
        Assert.False(await SectionCopies.KeepAsync(rooms, noor, id, issue, new CopyWish(1, "Mine", null, "s", 1), Cancel));

        // Two who write different sections never meet; two who write one see both texts.
        Assert.True((await SectionWriting.SaveAsync(rooms, noor, id, summary, new SectionText("Summary", "In short", null, 1, "s"), Cancel)).Outcome.IsDone);
        Assert.True((await SectionWriting.SaveAsync(rooms, lucas, id, issue, new SectionText("Detention", "Begin with the law", null, 1, "n", true), Cancel)).Outcome.IsDone);
        var (outcome, clash) = await SectionWriting.SaveAsync(rooms, amara, id, issue, new SectionText("Pre-trial detention", "Now begin", null, 1, "a"), Cancel);
        Assert.Equal((Refusal.Conflict, "Pre-trial detention", 2), (outcome.Refused, clash!.Heading, clash.Theirs.Number));
        Assert.Contains("with the law", clash.Text.Text, StringComparison.Ordinal);

        // What was put together goes in by the same form, though an earlier answer to it was lost.
        Assert.True((await SectionWriting.SaveAsync(rooms, amara, id, issue, new SectionText("Pre-trial detention", "Begin with the law now", null, 2, "a"), Cancel)).Outcome.IsDone);
        Assert.True((await SectionWriting.SaveAsync(rooms, lucas, id, issue, new SectionText("Pre-trial detention", "Begin with the law today", null, 3, "n2"), Cancel)).Outcome.IsDone);
        Assert.Equal(Refusal.Conflict, (await SectionWriting.SaveAsync(rooms, amara, id, issue, new SectionText("Pre-trial detention", "Begin with all law now", null, 2, "a"), Cancel)).Outcome.Refused);
        Assert.True((await SectionWriting.SaveAsync(rooms, amara, id, issue, new SectionText("Pre-trial detention", "Begin with all law today", null, 4, "a"), Cancel)).Outcome.IsDone);

        Assert.True(await SectionCopies.KeepAsync(rooms, noor, id, summary, new CopyWish(2, "In short and", null, "f", 1), Cancel));
        Assert.Null(await SectionCopies.FindAsync(rooms.Store, amara, summary, Cancel));
        Assert.True((await StudioSections.SetRemovedAsync(rooms, lucas, id, summary, true, Cancel)).IsDone);
        Assert.Equal(Refusal.Closed, (await SectionWriting.SaveAsync(rooms, noor, id, summary, new SectionText("Summary", "Gone", null, 2, "f"), Cancel)).Outcome.Refused);
        Assert.True((await StudioSections.SetRemovedAsync(rooms, lucas, id, summary, false, Cancel)).IsDone);
        Assert.True((await StudioSections.MoveAsync(rooms, lucas, id, summary, true, Cancel)).IsDone);
        var view = await ReadAsync(rooms, lucas, id);
        Assert.Equal(["In short", "Begin with all law today"], view.Sections.Select(s => s.Section.Text));
        Assert.Equal("In short and", (await SectionCopies.FindAsync(rooms.Store, noor, summary, Cancel))!.Text);
        Assert.Contains(await new StudioTexts(rooms).ReadAsync(noor, Cancel), t => t.Path == $"/studio/{id}" && t.Text.Contains("all law", StringComparison.Ordinal));
    }

    [Theory]
    [OnEachDatabase]
    public async Task Nothing_is_sent_without_consent_nor_with_people_whom_nobody_asked(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, lucas) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("lucas"));
        var members = await MemberOrganisations.ListAsync(rooms.Store, lucas, Cancel);
        var id = (await Documents.AddAsync(rooms, lucas, Wish() with { Kind = StudioKinds.SubmissionIndividual, Sections = [s_sections[1] with { Text = "The case of Lena Amadi shows it." }] }, Cancel)).Id;
        Assert.Equal(Refusal.NoSigner, (await StepAsync(rooms, amara, id, StudioSteps.Agree, await StampAsync(rooms, amara, id))).Refused);
        Assert.Equal("by", (await StudioSigners.SaveAsync(rooms, lucas, id, null, new SignerWish(members[0].Id, null, StudioSigner.Agreed, null, null, null), Cancel)).Field);
        Assert.True((await StudioSigners.SaveAsync(rooms, lucas, id, null, new SignerWish(members[0].Id, null, null, null, null, null), Cancel)).IsDone);
        Assert.Equal(Refusal.Taken, (await StudioSigners.SaveAsync(rooms, lucas, id, null, new SignerWish(null, members[0].Name, null, null, null, null), Cancel)).Refused);
        Assert.True((await StepAsync(rooms, amara, id, StudioSteps.Agree, await StampAsync(rooms, amara, id))).IsDone);
        Assert.Equal(Refusal.NoConsent, (await StepAsync(rooms, amara, id, StudioSteps.Send, await StampAsync(rooms, amara, id))).Refused);
        var view = await ReadAsync(rooms, amara, id);
        Assert.Empty((await StudioSources.ReadAsync(rooms.Store, amara, view, Cancel)).Cover!.Submitters);
        var signer = view.Signers[0];
        Assert.Equal(Refusal.Conflict, (await StudioSigners.SaveAsync(rooms, lucas, id, signer.Id, new SignerWish(null, null, StudioSigner.Agreed, "Vera Lind", null, 7), Cancel)).Refused);
        Assert.True((await StudioSigners.SaveAsync(rooms, lucas, id, signer.Id, new SignerWish(null, null, StudioSigner.Agreed, "Vera Lind, by e-mail", null, signer.Revision), Cancel)).IsDone);

        Assert.Equal("case of Lena Amadi", Assert.Single(await NamesAsync(rooms, amara, id)).Words);
        Assert.Equal(Refusal.OpenNames, (await StepAsync(rooms, amara, id, StudioSteps.Send, await StampAsync(rooms, amara, id))).Refused);
        Assert.Equal("note", (await StudioNames.CheckAsync(rooms, lucas, id, new SafetyWish("case of Lena Amadi", true, null, null), Cancel)).Field);
        Assert.True((await StudioNames.CheckAsync(rooms, lucas, id, new SafetyWish("case of Lena Amadi", true, null, "She asked to be named"), Cancel)).IsDone);
        Assert.True((await StepAsync(rooms, amara, id, StudioSteps.Send, await StampAsync(rooms, amara, id))).IsDone);
        view = await ReadAsync(rooms, amara, id);
        Assert.Equal([members[0].Name], (await StudioSources.ReadAsync(rooms.Store, amara, view, Cancel)).Cover!.Submitters.Select(s => s.Name));

        // One individual submission for a review, any number of joint ones.
        var second = (await Documents.AddAsync(rooms, lucas, Wish() with { Kind = StudioKinds.SubmissionIndividual, Client = "second" }, Cancel)).Id;
        Assert.True((await StudioSigners.SaveAsync(rooms, lucas, second, null, new SignerWish(members[0].Id, null, null, null, null, null), Cancel)).IsDone);
        Assert.Equal(Refusal.SecondIndividual, (await StepAsync(rooms, amara, second, StudioSteps.Agree, await StampAsync(rooms, amara, second))).Refused);
        var joint = (await Documents.AddAsync(rooms, lucas, Wish() with { Client = "joint" }, Cancel)).Id;
        Assert.True((await StudioSigners.SaveAsync(rooms, lucas, joint, null, new SignerWish(members[0].Id, null, null, null, null, null), Cancel)).IsDone);
        Assert.Equal(Refusal.TooFewSigners, (await StepAsync(rooms, amara, joint, StudioSteps.Agree, await StampAsync(rooms, amara, joint))).Refused);
        Assert.True((await StudioSigners.SaveAsync(rooms, lucas, joint, null, new SignerWish(null, "Friends of the Court", null, null, null, null), Cancel)).IsDone);
        Assert.True((await StepAsync(rooms, amara, joint, StudioSteps.Agree, await StampAsync(rooms, amara, joint))).IsDone);
    }

    [Theory]
    [OnEachDatabase]
    public async Task What_a_closed_cluster_writes_is_there_for_its_people_alone(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, amara, noor) = (test.Rooms, await test.AsAsync("amara"), await test.AsAsync("noor"));
        var closed = (await Clusters.ListAsync(rooms.Store, amara, Cancel)).Single(c => c.Cluster.IsClosed).Cluster.Id;
        var id = (await Documents.AddAsync(rooms, amara, Wish() with { ClusterId = closed }, Cancel)).Id;
        await JoinAsync(rooms, amara, id);
        Assert.True((await StepAsync(rooms, amara, id, StudioSteps.Agree, await StampAsync(rooms, amara, id))).IsDone);
        Assert.True((await StudioNames.CheckAsync(rooms, amara, id, new SafetyWish("Words", false, null, "Out"), Cancel)).IsDone);
        Assert.Null(await StudioRows.ReadAsync(rooms.Store, noor, id, Cancel));
        Assert.DoesNotContain(await StudioRows.ListAsync(rooms.Store, noor, Cancel), r => r.Document.Id == id);
        Assert.DoesNotContain(await new StudioTexts(rooms).ReadAsync(noor, Cancel), t => t.Path == $"/studio/{id}");
        Assert.Equal(Refusal.Unknown, (await Documents.AddAsync(rooms, noor, Wish() with { ClusterId = closed, Client = "n" }, Cancel)).Refused);
        await using var db = test.Open(noor);
        Assert.Equal((0, 0, 0), (await db.StudioSections.CountAsync(s => s.DocumentId == id, Cancel), await db.StudioSteps.CountAsync(s => s.DocumentId == id, Cancel), await db.StudioSafeties.CountAsync(s => s.DocumentId == id, Cancel)));
    }

    private static StudioWish Wish() => new(StudioKinds.SubmissionJoint, "en", "Joint submission", null, s_sections, Client: "form");

    private static async Task<StudioView> ReadAsync(Rooms rooms, CoalitionAccess access, long id) => (await StudioRows.ReadAsync(rooms.Store, access, id, Cancel))!;

    private static async Task<IReadOnlyList<NamedWords>> NamesAsync(Rooms rooms, CoalitionAccess access, long id) =>
        await ReadAsync(rooms, access, id) is var view ? StudioNames.Of(view, await StudioSources.ReadAsync(rooms.Store, access, view, Cancel)) : [];

    private static async Task<string> StampAsync(Rooms rooms, CoalitionAccess access, long id) => (await ReadAsync(rooms, access, id)).Stamp;

    private static Task<Outcome> StepAsync(Rooms rooms, CoalitionAccess access, long id, string code, string? stamp = null) => StudioTrack.TakeAsync(rooms, access, id, new StepWish(code, stamp, null, null, null, false), Cancel);

    private static async Task JoinAsync(Rooms rooms, CoalitionAccess access, long id)
    {
        foreach (var name in new[] { "First League", "Second League" })
        {
            Assert.True((await StudioSigners.SaveAsync(rooms, access, id, null, new SignerWish(null, name, StudioSigner.Agreed, "Its director, by letter", null, null), Cancel)).IsDone);
        }
    }
}
