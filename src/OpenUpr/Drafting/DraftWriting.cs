using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Drafting;

/// <summary>A draft, as typed.</summary>
/// <param name="Number">The version that the writer had before them; null for a new draft.</param>
/// <param name="Client">Made at random with the form: what is sent twice because the answer was lost is stored once.</param>
public sealed record DraftWish(
    string? Text, string? SourceKind, string? Source, long? RecommendationId, IReadOnlyList<string> Targets, string? Note, int? Number, string? Client, long? PriorityId = null, long? ClusterId = null, string? Issue = null);

/// <summary>What came of it.</summary>
/// <param name="Clash">Null but for a conflict.</param>
public sealed record DraftSaved(Outcome Outcome, DraftClash? Clash);

/// <summary>A change that met another one.</summary>
/// <param name="Base">What both writers had before them.</param>
/// <param name="Theirs">What is stored now.</param>
/// <param name="Merged">Both together, to be looked at: sending it with the number of <paramref name="Theirs"/> stores it.</param>
public sealed record DraftClash(DraftVersion Base, DraftVersion Theirs, DraftWords Mine, DraftWords Merged, ThreeWay Text);

/// <summary>Writing of drafts: every change is a version, and two who write at once do not overwrite each other.</summary>
public static class DraftWriting
{
    private const int MaxTargets = 40;

    /// <summary>Adds a draft. The same form sent twice adds one.</summary>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, DraftWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "draft.add", DraftRows.Thing, async db =>
        {
            var fields = new Fields();
            var words = await ReadAsync(rooms, db, fields, wish, null, cancel);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var client = Arrivals.Client(wish.Client);
            if (await db.DraftVersions.FirstOrDefaultAsync(v => v.ClientId == client && v.AuthorId == access.MemberId && v.Number == 1, cancel) is { } before)
            {
                return Outcome.Done(before.DraftId);
            }

            var draft = new DraftRecommendation { CoalitionId = access.CoalitionId, Text = words.Text, State = DraftRecommendation.Draft, AuthorId = access.MemberId };
            if (await PlaceAsync(db, access, draft, wish, cancel) is { } refused)
            {
                return refused;
            }

            draft.Id = await db.TakeIdsAsync(Counters.DraftRecommendations, 1, cancel);
            draft.Revision = 1;
            await DraftVersions.AddAsync(db, draft, words, fields.Optional("note", wish.Note), client, access.MemberId, rooms.Time.GetUtcNow(), cancel);
            db.DraftRecommendations.Add(draft);
            return Outcome.Done(draft.Id);
        }, cancel);

    /// <summary>
    /// Adds a version. Where somebody else added one since <see cref="DraftWish.Number"/> nothing is stored, and both changes come back put together. A change
    /// of the text of what was agreed brings the draft back to be agreed anew, and is written down as a step.
    /// </summary>
    public static async Task<DraftSaved> SaveAsync(Rooms rooms, CoalitionAccess access, long id, DraftWish wish, CancellationToken cancel)
    {
        DraftClash? clash = null;
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Contributor, "draft.change", DraftRows.Thing, async db =>
        {
            var draft = await db.DraftRecommendations.SingleOrDefaultAsync(d => d.Id == id, cancel);
            if (draft is null || !(await DraftRows.RoleAsync(db, access, draft, cancel)).MayWrite)
            {
                return Outcome.Absent;
            }

            var versions = await DraftVersions.OfAsync(db, draft, cancel);
            var fields = new Fields();
            var words = await ReadAsync(rooms, db, fields, wish, DraftWords.Of(versions[0]), cancel);
            var note = fields.Optional("note", wish.Note);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            var (arrival, origin) = Arrivals.Of(versions, access.MemberId, wish.Client, wish.Number, v => words.Same(DraftWords.Of(v)));
            if (arrival == Arrival.Unknown)
            {
                return Outcome.Not(Refusal.Unknown, "text");
            }

            if (arrival == Arrival.Clash)
            {
                var (merged, text) = DraftWords.Merge(DraftWords.Of(origin!), words, DraftWords.Of(versions[0]));
                clash = new DraftClash(origin!, versions[0], words, merged, text);
                return Outcome.Not(Refusal.Conflict);
            }

            if (arrival == Arrival.Newest)
            {
                await DraftVersions.KeepFirstAsync(db, draft, cancel);
                await ChangeAsync(rooms, db, access, draft, words, note, Arrivals.Client(wish.Client), cancel);
            }

            await DraftCopies.ForgetAsync(db, access, id, cancel);
            return Outcome.Done(id);
        }, cancel);
        return new DraftSaved(outcome, clash);
    }

    /// <summary>Puts a draft under a priority, or under none; its cluster stays.</summary>
    public static Task<Outcome> PutUnderAsync(Rooms rooms, CoalitionAccess access, long id, long? priorityId, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "draft.order", DraftRows.Thing, async db =>
        {
            var draft = await db.DraftRecommendations.SingleOrDefaultAsync(d => d.Id == id, cancel);
            if (draft is null || !(await DraftRows.RoleAsync(db, access, draft, cancel)).MayWrite)
            {
                return Outcome.Absent;
            }

            if (priorityId is { } number && !await db.DraftPriorities.AnyAsync(p => p.Id == number, cancel))
            {
                return Outcome.Not(Refusal.Unknown, "priority");
            }

            draft.PriorityId = priorityId;
            draft.Place = (await db.DraftRecommendations.Where(d => d.PriorityId == priorityId).MaxAsync(d => (int?)d.Place, cancel) ?? 0) + 1;
            draft.Revision++;
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Moves a draft up or down under its priority.</summary>
    public static Task<Outcome> MoveAsync(Rooms rooms, CoalitionAccess access, long id, bool up, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "draft.order", DraftRows.Thing, async db =>
        {
            var draft = await db.DraftRecommendations.SingleOrDefaultAsync(d => d.Id == id, cancel);
            if (draft is null || !(await DraftRows.RoleAsync(db, access, draft, cancel)).MayWrite)
            {
                return Outcome.Absent;
            }

            var all = await db.DraftRecommendations.Where(d => d.PriorityId == draft.PriorityId && d.State != DraftRecommendation.Dropped).OrderBy(d => d.Place).ThenBy(d => d.Id).ToListAsync(cancel);
            return Order.Move(all, d => d.Id == id, up, (d, place) => d.Place = place) ? Outcome.Done(id) : Outcome.Absent;
        }, cancel);

    private static async Task ChangeAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, DraftRecommendation draft, DraftWords words, string? note, string client, CancellationToken cancel)
    {
        var (was, after) = (draft.State, words.Text == draft.Text ? draft.State : DraftSteps.AfterChange(draft));
        draft.Number++;
        draft.Revision++;
        await DraftVersions.AddAsync(db, draft, words, note, client, access.MemberId, rooms.Time.GetUtcNow(), cancel);
        if (after != was)
        {
            draft.State = after;
            await Approvals.NoteAsync(rooms, db, access, draft, was, DraftMove.TextChanged, null, cancel);
        }
    }

    private static async Task<DraftWords> ReadAsync(Rooms rooms, OpenUprDb db, Fields fields, DraftWish wish, DraftWords? now, CancellationToken cancel)
    {
        var text = fields.Required("text", wish.Text, DraftWords.MaxText);
        var kind = string.IsNullOrEmpty(wish.SourceKind) ? null : fields.OneOf("source-kind", wish.SourceKind, [.. DraftWords.Kinds]);
        var source = fields.Optional("source", wish.Source, DraftWords.MaxSource);
        if (wish.RecommendationId is { } past && past != now?.RecommendationId && !await db.Recommendations.AnyAsync(r => r.Id == past, cancel))
        {
            fields.Refuse(Refusal.Unknown, "recommendation", 0);
        }

        var known = wish.Targets.Select(t => rooms.Store.Reference.FindState(t)?.Iso3 ?? fields.Refuse<string?>(Refusal.Unknown, "targets", null)).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        return new DraftWords(text, kind, source, wish.RecommendationId, known.Count > MaxTargets ? fields.Refuse<List<string>>(Refusal.TooMany, "targets", []) : known);
    }

    /// <summary>Where a new draft stands: under its priority, in that one's cluster or the one that was chosen.</summary>
    private static async Task<Outcome?> PlaceAsync(OpenUprDb db, CoalitionAccess access, DraftRecommendation draft, DraftWish wish, CancellationToken cancel)
    {
        var priority = wish.PriorityId is { } under ? await db.DraftPriorities.SingleOrDefaultAsync(p => p.Id == under, cancel) : null;
        if (wish.PriorityId is not null && priority is null)
        {
            return Outcome.Not(Refusal.Unknown, "priority");
        }

        var cluster = priority?.ClusterId ?? wish.ClusterId;
        if (cluster is { } id && !await db.Clusters.AnyAsync(c => c.Id == id && c.EndedAt == null, cancel))
        {
            return Outcome.Not(Refusal.Unknown, "cluster");
        }

        if (await db.DraftRecommendations.CountAsync(cancel) >= DraftRows.Most)
        {
            return Outcome.Not(Refusal.TooMany, "text");
        }

        (draft.PriorityId, draft.ClusterId) = (priority?.Id, cluster);
        draft.Issue = priority?.Issue ?? (string.IsNullOrWhiteSpace(wish.Issue) ? null : IssueList.Current.Find(wish.Issue)?.Name);
        draft.PlanId = priority?.PlanId ?? await db.ReviewPlans.Where(p => p.ClosedAt == null).OrderByDescending(p => p.Id).Select(p => (long?)p.Id).FirstOrDefaultAsync(cancel);
        draft.Place = (await db.DraftRecommendations.Where(d => d.PriorityId == draft.PriorityId).MaxAsync(d => (int?)d.Place, cancel) ?? 0) + 1;
        return null;
    }
}
