using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions.Joint;

/// <summary>An action that a joint draft and the coalition's matrix have otherwise.</summary>
/// <param name="Number">In the draft; of the matrix where the draft does not have it.</param>
/// <param name="Draft">Null for one that came to the matrix since.</param>
/// <param name="Matrix">Null for one that the matrix does not have.</param>
/// <param name="MatrixRevision">The newest entry in the matrix; 0 where there is none.</param>
/// <param name="Fields">What differs, before in the matrix and after in the draft.</param>
/// <param name="Waits">Whether a guest wrote into it and the coalition has not said yet what becomes of it.</param>
public sealed record JointDifference(int Number, PlanAction? Draft, PlanAction? Matrix, int MatrixRevision, IReadOnlyList<ChangedField> Fields, bool Waits)
{
    /// <summary>Names of the fields that were written in the draft. All others differ because the matrix changed since, and taking them over would undo that.</summary>
    public IReadOnlySet<string> Written { get; init; } = new HashSet<string>();
}

/// <summary>Where a joint draft and the coalition's own matrix differ, and the way from one to the other: a person decides for each action, field by field.</summary>
public static class JointTaking
{
    /// <summary>The actions that differ, and those that wait for the coalition, in the order of the draft; for members.</summary>
    public static async Task<IReadOnlyList<JointDifference>> CompareAsync(Store store, CoalitionAccess access, FollowView follow, JointDraft draft, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Observer))
        {
            return [];
        }

        var matrix = await ActionRows.ReadAsync(store, access, follow, cancel);
        await using var db = store.Open(access);
        var waiting = await Waiting(db).Where(e => e.VersionId == draft.Version.Id).Select(e => e.ActionNumber).Distinct().ToListAsync(cancel);
        var (places, rows) = (Places(draft.Base, follow), matrix.Actions.ToDictionary(a => a.Action.Number));
        var begun = await BegunAsync(db, draft, cancel);
        var differences = new List<JointDifference>();
        foreach (var action in draft.Whole.Actions)
        {
            var row = rows.GetValueOrDefault(InMatrix(draft, action.Number) ?? 0);
            var theirs = row is null ? null : ActionPlans.Of(row, places);
            var fields = theirs is null ? [] : ActionChanges.Fields(draft.Base, theirs, draft.Base, action);
            if (theirs is null || fields.Count > 0 || waiting.Contains(action.Number))
            {
                differences.Add(new JointDifference(action.Number, action, theirs, row?.Entry.Number ?? 0, fields, waiting.Contains(action.Number)) { Written = begun.GetValueOrDefault(action.Number) is { } first ? [.. ActionChanges.Fields(draft.Base, first, draft.Base, action).Select(f => f.Field)] : new HashSet<string>() });
            }
        }

        var plan = ActionPlans.Of(matrix);
        var part = draft.Version is { View: { } kind, ViewOf: { } of } ? ActionViews.Of(plan, new ActionAudience(kind, of)) : plan;
        var known = draft.Whole.Actions.Select(a => InMatrix(draft, a.Number)).ToHashSet();
        return [.. differences, .. part.Actions.Where(a => !known.Contains(a.Number)).Select(a => new JointDifference(a.Number, null, ActionPlans.Of(rows[a.Number], places), rows[a.Number].Entry.Number, [], false))];
    }

    /// <summary>Takes fields of an action over into the matrix; an action that the matrix does not have comes into it whole.</summary>
    /// <param name="seen">The entries of draft and matrix that the person had before them.</param>
    /// <param name="fields">Names as in <see cref="ChangedField"/>.</param>
    public static Task<Outcome> TakeAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long versionId, int number, (int Draft, int Matrix) seen, IReadOnlyCollection<string> fields, CancellationToken cancel) =>
        WriteAsync(rooms, access, "joint.take", follow, versionId, async (db, draft) =>
        {
            if (draft.Find(number) is not { } said)
            {
                return Outcome.Absent;
            }

            var wanted = InMatrix(draft, number) ?? 0;
            var action = await db.PlannedActions.SingleOrDefaultAsync(a => a.FollowId == follow.Review.Id && a.Number == wanted, cancel);
            if (draft.RevisionOf(number) != seen.Draft || (action?.Revision ?? 0) != seen.Matrix)
            {
                return Outcome.Not(Refusal.Conflict, "fields");
            }

            if (action is not null && fields.Count == 0)
            {
                return Outcome.Not(Refusal.Empty, "fields");
            }

            var stored = action is null ? null : await ActionWriting.Newest(db, [action.Id]).SingleAsync(cancel);
            if (action is null && (action = await ActionWriting.NewAsync(db, access, follow.Review.Id, cancel)) is null)
            {
                return Outcome.Not(Refusal.TooMany, "fields");
            }

            return await PutAsync(rooms, access, db, new Taken(draft, said, action, stored, Places(draft.Base, follow), fields), cancel) ?? await SettleAsync(rooms, access, db, draft, number, number < 0 ? action.Number : null, cancel);
        }, cancel);

    /// <summary>Leaves the matrix as it is: what guests wrote into the action is looked at.</summary>
    public static Task<Outcome> LeaveAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long versionId, int number, CancellationToken cancel) =>
        WriteAsync(rooms, access, "joint.leave", follow, versionId, async (db, draft) => draft.Find(number) is null ? Outcome.Absent : await SettleAsync(rooms, access, db, draft, number, null, cancel), cancel);

    /// <summary>Writes into the draft what the matrix says of an action.</summary>
    /// <param name="revision">The entry of the draft that the person had before them; 0 for none.</param>
    public static async Task<Outcome> BringAsync(Rooms rooms, CoalitionAccess access, FollowView follow, long versionId, int number, int revision, CancellationToken cancel)
    {
        var matrix = await ActionRows.ReadAsync(rooms.Store, access, follow, cancel);
        return await WriteAsync(rooms, access, "joint.bring", follow, versionId, async (db, draft) =>
        {
            if (matrix.Actions.FirstOrDefault(a => a.Action.Number == InMatrix(draft, number)) is not { } row)
            {
                return Outcome.Absent;
            }

            if (!draft.IsOpen || draft.RevisionOf(number) != revision)
            {
                return Outcome.Not(draft.IsOpen ? Refusal.Conflict : Refusal.Closed, "fields");
            }

            await JointWriting.AddAsync(rooms, db, access, draft, ActionPlans.Of(row, Places(draft.Base, follow)) with { Number = number }, null, cancel);
            return await SettleAsync(rooms, access, db, draft, number, null, cancel);
        }, cancel);
    }

    /// <summary>What guests wrote and the coalition has not looked at yet.</summary>
    internal static IQueryable<JointEntry> Waiting(OpenUprDb db) => db.JointEntries.Where(e => e.IsGuests && e.SettledAt == null);

    /// <summary>What each action said when it came into the draft, by its number.</summary>
    private static async Task<Dictionary<int, PlanAction>> BegunAsync(OpenUprDb db, JointDraft draft, CancellationToken cancel)
    {
        var begun = draft.Base.Actions.ToDictionary(a => a.Number);
        foreach (var entry in await db.JointEntries.AsNoTracking().Where(e => e.VersionId == draft.Version.Id && e.Number == 1).ToListAsync(cancel))
        {
            begun.TryAdd(entry.ActionNumber, ActionPlans.ReadAction(entry.Content));
        }

        return begun;
    }

    /// <summary>The number of an action in the matrix; null for one that was added in the draft and not taken over.</summary>
    private static int? InMatrix(JointDraft draft, int number) => number > 0 ? number : draft.Newest.GetValueOrDefault(number)?.TakenAs;

    private static Task<Outcome> WriteAsync(Rooms rooms, CoalitionAccess access, string deed, FollowView follow, long versionId, Func<OpenUprDb, JointDraft, Task<Outcome>> work, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, deed, ActionVersions.Thing, async db =>
            await JointDrafts.ReadAsync(db, access, versionId, cancel) is not { } draft || draft.Version.FollowId != follow.Review.Id ? Outcome.Absent : await ActionWriting.WrongAsync(db, follow.Review.Id, cancel) ?? await work(db, draft), cancel);

    /// <summary>The place in the version of each followed recommendation, by its row. A version names no rows, so they are found by number, else by text.</summary>
    private static Dictionary<long, int> Places(ActionPlan plan, FollowView follow)
    {
        var (byNumber, byText) = (plan.Recommendations.Index().Where(r => r.Item.Number is not null).ToLookup(r => r.Item.Number!, r => r.Index), plan.Recommendations.Index().ToLookup(r => r.Item.Text, r => r.Index));
        var places = new Dictionary<long, int>();
        foreach (var row in follow.Rows)
        {
            int[] found = row.Row.Number is { } number && byNumber.Contains(number) ? [.. byNumber[number]] : [.. byText[row.Row.Text]];
            if (found.Length > 0)
            {
                places[row.Row.Id] = found.Length == 1 ? found[0] : found.FirstOrDefault(f => plan.Recommendations[f].Text == row.Row.Text, found[0]);
            }
        }

        return places;
    }

    private sealed record Taken(JointDraft Draft, PlanAction Said, PlannedAction Action, ActionEntry? Stored, Dictionary<long, int> Places, IReadOnlyCollection<string> Fields)
    {
        public bool Has(string field) => Stored is null || Fields.Contains(field);
    }

    /// <summary>Null where all is well.</summary>
    private static async Task<Outcome?> PutAsync(Rooms rooms, CoalitionAccess access, OpenUprDb db, Taken taken, CancellationToken cancel)
    {
        var (said, was) = (ActionText.Of(taken.Said), taken.Stored is null ? new ActionText(null) : ActionText.Of(taken.Stored));
        string? Of(string field, string? now, string? before) => taken.Has(field) ? now : before;
        var fields = new Fields();
        var entry = ActionReading.Read(fields, new ActionText(Of("text", said.Text, was.Text))
        {
            Ministry = Of("ministry", said.Ministry, was.Ministry), Actors = Of("actors", said.Actors, was.Actors), From = Of("from", said.From, was.From), To = Of("to", said.To, was.To), Targets = Of("targets", said.Targets, was.Targets),
            Plans = Of("plans", said.Plans, was.Plans), Assistance = Of("assistance", said.Assistance, was.Assistance), Law = Of("law", said.Law, was.Law), Budget = Of("budget", said.Budget, was.Budget),
            Committee = Of("committee", said.Committee, was.Committee), State = Of("state", said.State, was.State), Note = was.Note,
        }, "");
        if (fields.Wrong is { } wrong)
        {
            return wrong;
        }

        if (taken.Stored is null || !ActionReading.Same(taken.Stored, entry))
        {
            await ActionWriting.WriteAsync(rooms, db, access, taken.Action, entry, null, cancel);
        }

        if (taken.Has("recommendations"))
        {
            // Recommendations that are not in this version stay as they are: the draft cannot speak of them.
            var there = await db.ActionLinks.Where(l => l.ActionId == taken.Action.Id).ToListAsync(cancel);
            long[] wanted = [.. taken.Places.Where(p => taken.Said.Recommendations.Contains(p.Value)).Select(p => p.Key)];
            db.ActionLinks.RemoveRange(there.Where(l => taken.Places.ContainsKey(l.RowId) && !wanted.Contains(l.RowId)));
            if (await ActionWriting.LinkAsync(db, access, taken.Action, wanted, cancel) is { } no)
            {
                return no;
            }
        }

        if (taken.Has("indicators"))
        {
            await PutIndicatorsAsync(rooms, access, db, taken, cancel);
        }

        return null;
    }

    /// <summary>An indicator keeps what was measured of it as long as it keeps its name.</summary>
    private static async Task PutIndicatorsAsync(Rooms rooms, CoalitionAccess access, OpenUprDb db, Taken taken, CancellationToken cancel)
    {
        var there = await db.ActionIndicators.Where(i => i.ActionId == taken.Action.Id && i.RemovedAt == null).OrderBy(i => i.Id).ToListAsync(cancel);
        foreach (var said in taken.Said.Indicators)
        {
            if (there.FirstOrDefault(i => i.Name == said.Name) is not { } row)
            {
                row = new ActionIndicator { Id = await db.TakeIdsAsync(Counters.ActionIndicators, 1, cancel), CoalitionId = access.CoalitionId, ActionId = taken.Action.Id, Name = said.Name, AuthorId = access.MemberId };
                db.ActionIndicators.Add(row);
            }
            else if (ActionPlans.Of(row) == said)
            {
                there.Remove(row);
                continue;
            }

            there.Remove(row);
            Indicators.Put(row, said);
            row.Revision++;
        }

        foreach (var gone in there)
        {
            (gone.RemovedAt, gone.Revision) = (rooms.Time.GetUtcNow(), gone.Revision + 1);
        }
    }

    private static async Task<Outcome> SettleAsync(Rooms rooms, CoalitionAccess access, OpenUprDb db, JointDraft draft, int number, int? takenAs, CancellationToken cancel)
    {
        foreach (var entry in await db.JointEntries.Where(e => e.VersionId == draft.Version.Id && e.ActionNumber == number).ToListAsync(cancel))
        {
            entry.TakenAs = takenAs ?? entry.TakenAs;
            (entry.SettledAt, entry.SettledById) = entry.SettledAt is null ? (rooms.Time.GetUtcNow(), access.MemberId) : (entry.SettledAt, entry.SettledById);
        }

        return Outcome.Done(draft.Version.Id);
    }
}
