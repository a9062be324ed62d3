using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Demo;
using OpenUpr.Drafting.Studio;
using OpenUpr.Evidence;
using OpenUpr.Storage;
using OpenUpr.Tests.Coalitions;
using OpenUpr.Tests.Storage;
using Documents = OpenUpr.Drafting.Studio.Studio;

namespace OpenUpr.Tests.Drafting;

/// <summary>What a document begins with, from the demonstration's room, on both databases.</summary>
public sealed class FillingTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [OnEachDatabase]
    public async Task The_outline_holds_what_is_known_and_nothing_else(Provider provider)
    {
        await using var test = await TestRooms.CreateAsync(provider);
        var (rooms, lucas) = (test.Rooms, await test.AsAsync("lucas"));
        await DemoWorld.LoadAsync(rooms.Store, rooms.Time, Cancel);
        await DemoEvidence.LoadAsync(rooms.Store, rooms.Keys, rooms.Time, Cancel);
        await DemoPlan.LoadAsync(rooms.Store, rooms.Keys, rooms.Time, Cancel);
        await using var db = test.Open(lucas);
        var ids = await db.DraftPriorities.OrderBy(p => p.Place).Select(p => p.Id).ToListAsync(Cancel);
        await SubmissionAsync(rooms.Store, lucas, ids);
        await FactsheetAsync(rooms.Store, lucas, ids);
        await StatementsAsync(rooms.Store, lucas, ids);
        await EvidenceAsync(rooms.Store, lucas, ids, db);
        await OwnSubmissionAsync(rooms, lucas, ids);

        // Who only reads begins no document; a priority that is not there is passed over.
        Assert.Empty(await Filling.ForAsync(rooms.Store, await test.AsAsync("tomas"), StudioKinds.Factsheet, "en", ids, Cancel));
        Assert.DoesNotContain(await Filling.ForAsync(rooms.Store, lucas, StudioKinds.Factsheet, "en", [99_999], Cancel), s => s.PriorityId is not null);
    }

    private static async Task SubmissionAsync(Store store, CoalitionAccess lucas, List<long> ids)
    {
        var sections = await Filling.ForAsync(store, lucas, StudioKinds.SubmissionJoint, "en", ids[..2], Cancel);
        Assert.Equal(["An end to the death penalty in law", "Nobody waits for a judge for years"], sections.Where(s => s.Slot == SectionSlots.Issue).Select(s => s.Heading));
        var issue = sections.First(s => s.Slot == SectionSlots.Issue).Text;
        Assert.StartsWith("Nobody has been executed since 1998", issue, StringComparison.Ordinal);
        Assert.Contains("The State noted this recommendation.^[DEMO/A/HRC/50/2, para. 131.1.]", issue, StringComparison.Ordinal);
        Assert.Equal("R: Abolish the death penalty in law by 2029 and, until then, commute all death sentences", sections.First(s => s.Slot == SectionSlots.Remaining).Text);

        // The drafts on detention are not agreed yet, and nobody has written of setbacks.
        Assert.Equal("", sections.Last(s => s.Slot == SectionSlots.Remaining).Text);
        Assert.All(sections.Where(s => s.Slot is SectionSlots.Setbacks or SectionSlots.Assistance or SectionSlots.Progress or SectionSlots.Summary or SectionSlots.Methodology), s => Assert.Equal("", s.Text));
        Assert.Equal("Death penalty, Detention", sections.Single(s => s.Slot == SectionSlots.Keywords).Text);
        Assert.Contains("is a coalition of", sections.Single(s => s.Slot == SectionSlots.About).Text, StringComparison.Ordinal);
        Assert.Contains("In the review of session 40, Tovell received", sections.Single(s => s.Slot == SectionSlots.FollowUp).Text, StringComparison.Ordinal);
        Assert.Equal(10, sections.Count(s => s.PriorityId is not null));
        Assert.Equal(SectionSlots.Annex, sections[^1].Slot);
    }

    private static async Task FactsheetAsync(Store store, CoalitionAccess lucas, List<long> ids)
    {
        var one = await Filling.ForAsync(store, lucas, StudioKinds.Factsheet, "fr", ids[..1], Cancel);
        Assert.DoesNotContain(one, s => s.Slot == SectionSlots.Issue);
        Assert.Contains("L’État a pris note de cette recommandation.^[DEMO/A/HRC/50/2, par. 131.1.]", one.Single(s => s.Slot == SectionSlots.PastReviews).Text, StringComparison.Ordinal);
        var two = await Filling.ForAsync(store, lucas, StudioKinds.Factsheet, "en", ids[..2], Cancel);
        Assert.Equal(2, two.Count(s => s is { Slot: SectionSlots.Issue, Level: 1 }));
        Assert.All(two.Where(s => s.Slot == SectionSlots.Context), s => Assert.Equal(2, s.Level));
    }

    private static async Task StatementsAsync(Store store, CoalitionAccess lucas, List<long> ids)
    {
        var oral = await Filling.ForAsync(store, lucas, StudioKinds.OralStatement, "en", ids[..1], Cancel);
        Assert.All(oral, s => Assert.Equal("", s.Heading));
        Assert.DoesNotContain(oral, s => s.Text.StartsWith("R: ", StringComparison.Ordinal));
        var paper = await Filling.ForAsync(store, lucas, StudioKinds.AdvocacyPaper, "en", ids, Cancel);
        Assert.Equal(4, paper.Count(s => s.Slot == SectionSlots.Issue));
        Assert.All(paper, s => Assert.InRange(s.Text.Split('\n').Count(l => l.StartsWith("R: ", StringComparison.Ordinal)), 0, 2));
        Assert.Equal("", paper.Single(s => s.Slot == SectionSlots.PastReviews).Text);
        var housing = paper.Where(s => s.PriorityId == ids[3]).Single(s => s.Slot == SectionSlots.Questions).Text;
        Assert.StartsWith("Q: Which steps has Tovell taken to carry out the recommendation of the review of session", housing, StringComparison.Ordinal);
    }

    /// <summary>A case stands in a document by its alias, once the person agreed and somebody found it safe.</summary>
    private static async Task EvidenceAsync(Store store, CoalitionAccess lucas, List<long> ids, OpenUprDb db)
    {
        var heron = await db.EvidenceCases.SingleAsync(c => c.Alias == "Heron 1", Cancel);
        foreach (var (verdict, consent, isTold) in new[]
        {
            (SafetyVerdicts.AliasOnly, Consents.Given, true), (SafetyVerdicts.Safe, Consents.Limited, true), (SafetyVerdicts.Unsafe, Consents.Given, false), (SafetyVerdicts.ThroughInternational, Consents.Given, false),
            (SafetyVerdicts.Safe, Consents.Refused, false), (null, Consents.Given, false),
        })
        {
            (heron.SafetyVerdict, heron.SafetyCheckedAt, heron.Consent) = (verdict, verdict is null ? null : DateTimeOffset.UnixEpoch, consent);
            await db.SaveChangesAsync(Cancel);
            var challenges = (await Filling.ForAsync(store, lucas, StudioKinds.Factsheet, "en", [ids[1]], Cancel)).Single(s => s.Slot == SectionSlots.Challenges).Text;
            Assert.Equal(isTold, challenges.Contains("- Case “Heron 1”", StringComparison.Ordinal));
            Assert.True(isTold || challenges.Length == 0);
        }
    }

    private static async Task OwnSubmissionAsync(Rooms rooms, CoalitionAccess lucas, List<long> ids)
    {
        var id = (await Documents.AddAsync(rooms, lucas, new StudioWish(StudioKinds.SubmissionJoint, "en", "Joint submission", null, [new SectionWish(SectionSlots.Free, "", 1, "Text", null)]), Cancel)).Id;
        await using (var db = rooms.Store.Open(lucas))
        {
            await using var transaction = await db.BeginWriteAsync(Cancel);
            (await db.StudioDocuments.SingleAsync(d => d.Id == id, Cancel)).Stage = StudioDocument.Summarised;
            var step = await db.TakeIdsAsync(Counters.StudioSteps, 2, Cancel);
            db.StudioSteps.Add(Step(step, StudioDocument.Registered, "JS4"));
            db.StudioSteps.Add(Step(step + 1, StudioDocument.Summarised, "12 and 47"));
            await db.SaveChangesAsync(Cancel);
            await transaction.CommitAsync(Cancel);
        }

        var paper = await Filling.ForAsync(rooms.Store, lucas, StudioKinds.AdvocacyPaper, "en", ids, Cancel);
        Assert.Equal("Our submission to this review has the number JS4. The stakeholders’ summary takes it up in its paragraphs 12 and 47.", paper.Single(s => s.Slot == SectionSlots.PastReviews).Text);

        StudioStep Step(long number, string after, string reference) => new() { Id = number, CoalitionId = lucas.CoalitionId, DocumentId = id, Before = StudioDocument.Sent, After = after, Reference = reference, AuthorId = lucas.MemberId };
    }
}
