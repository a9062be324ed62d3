using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Drafting;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions;

/// <summary>A change that met another one: nothing of it was stored, and what is stored stands.</summary>
public sealed record ActionClash(ActionChange Mine, ActionEntry Theirs);

/// <summary>What came of a form with many actions: those that met another change are named, all others are stored.</summary>
/// <param name="Saved">Actions that changed.</param>
public sealed record ActionsSaved(Outcome Outcome, int Saved, IReadOnlyList<ActionClash> Clashes);

/// <summary>Writing of the implementation matrix, many actions at once. Entries are only added, and nobody overwrites what they have not seen.</summary>
public static class ActionWriting
{
    internal const string Thing = "action";

    /// <summary>Actions of one followed review.</summary>
    public const int Most = 2_000;

    /// <summary>Actions of one form.</summary>
    public const int MostAtOnce = 500;

    public static IReadOnlyList<string> States => ActionReading.States;

    /// <summary>Adds an action that serves recommendations; an action without any may be linked later.</summary>
    /// <param name="rows">Ids of followed recommendations.</param>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, long followId, ActionText typed, IReadOnlyCollection<long> rows, string? client, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "action.add", Thing, async db =>
        {
            if (await WrongAsync(db, followId, cancel) is { } no)
            {
                return no;
            }

            var fields = new Fields();
            var entry = ActionReading.Read(fields, typed, "");
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (Arrivals.IsClient(client) && await db.ActionEntries.Where(e => e.ClientId == client && e.AuthorId == access.MemberId && e.Number == 1).Select(e => (long?)e.ActionId).FirstOrDefaultAsync(cancel) is { } sent)
            {
                return Outcome.Done(sent);
            }

            if (await NewAsync(db, access, followId, cancel) is not { } action)
            {
                return Outcome.Not(Refusal.TooMany, "text");
            }

            await WriteAsync(rooms, db, access, action, entry, client, cancel);
            return await LinkAsync(db, access, action, rows, cancel) ?? Outcome.Done(action.Id);
        }, cancel);

    /// <summary>Stores what changed. A wrong field refuses the whole form, so that nothing is stored in part without a word; an action that somebody else changed meanwhile is left as it is and named.</summary>
    /// <param name="client">The form's own number.</param>
    public static async Task<ActionsSaved> SaveAsync(Rooms rooms, CoalitionAccess access, long followId, IReadOnlyList<ActionChange> changes, string? client, CancellationToken cancel)
    {
        var (saved, clashes) = (0, new List<ActionClash>());
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Contributor, "action.write", Follows.Thing, async db =>
        {
            if (await WrongAsync(db, followId, cancel) is { } no || (no = changes.Count > MostAtOnce ? Outcome.Not(Refusal.TooMany) : default).Refused is not null)
            {
                return no;
            }

            long[] ids = [.. changes.Select(c => c.ActionId)];
            var actions = await db.PlannedActions.Where(a => a.FollowId == followId && ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, cancel);
            var entries = (await Newest(db, ids).ToListAsync(cancel)).ToDictionary(e => e.ActionId);
            ILookup<long, ActionEntry>? sent = !Arrivals.IsClient(client) ? null : (await db.ActionEntries.AsNoTracking().Where(e => ids.Contains(e.ActionId) && e.ClientId == client && e.AuthorId == access.MemberId).OrderBy(e => e.Number).ToListAsync(cancel)).ToLookup(e => e.ActionId);
            foreach (var change in changes)
            {
                var fields = new Fields();
                if (!actions.TryGetValue(change.ActionId, out var action))
                {
                    return Outcome.Absent;
                }

                var entry = ActionReading.Read(fields, change.Text, change.Tail);
                if (fields.Wrong is { } wrong)
                {
                    return wrong;
                }

                switch (Meets(entries[action.Id], sent?[action.Id].LastOrDefault(), change.Revision, entry))
                {
                    case Arrival.Clash:
                        clashes.Add(new ActionClash(change, entries[action.Id]));
                        break;
                    case Arrival.Newest:
                        await WriteAsync(rooms, db, access, action, entry, client, cancel);
                        saved++;
                        break;
                }
            }

            return Outcome.Done(followId);
        }, cancel);
        return new ActionsSaved(outcome, outcome.IsDone ? saved : 0, clashes);
    }

    /// <summary>Says which recommendations an action serves: those named are linked or unlinked, all others stay.</summary>
    public static Task<Outcome> SetLinksAsync(Rooms rooms, CoalitionAccess access, long followId, long actionId, IReadOnlyCollection<long> rows, bool isLinked, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "action.link", Thing, async db =>
        {
            if (await WrongAsync(db, followId, cancel) is { } no)
            {
                return no;
            }

            if (await db.PlannedActions.SingleOrDefaultAsync(a => a.Id == actionId && a.FollowId == followId, cancel) is not { } action)
            {
                return Outcome.Absent;
            }

            if (rows.Count == 0)
            {
                return Outcome.Not(Refusal.Empty, "numbers");
            }

            if (isLinked)
            {
                return await LinkAsync(db, access, action, rows, cancel) ?? Outcome.Done(actionId);
            }

            db.ActionLinks.RemoveRange(await db.ActionLinks.Where(l => l.ActionId == actionId && rows.Contains(l.RowId)).ToListAsync(cancel));
            return Outcome.Done(actionId);
        }, cancel);

    /// <summary>An action with the next number and without an entry; null where the matrix is full.</summary>
    internal static async Task<PlannedAction?> NewAsync(OpenUprDb db, CoalitionAccess access, long followId, CancellationToken cancel)
    {
        var last = await db.PlannedActions.Where(a => a.FollowId == followId).MaxAsync(a => (int?)a.Number, cancel) ?? 0;
        if (last >= Most)
        {
            return null;
        }

        var action = new PlannedAction { Id = await db.TakeIdsAsync(Counters.PlannedActions, 1, cancel), CoalitionId = access.CoalitionId, FollowId = followId, Number = last + 1 };
        db.PlannedActions.Add(action);
        return action;
    }

    /// <summary>The entry of each action that holds.</summary>
    internal static IQueryable<ActionEntry> Newest(OpenUprDb db, long[] ids) =>
        from a in db.PlannedActions.AsNoTracking()
        join e in db.ActionEntries.AsNoTracking() on new { ActionId = a.Id, Number = a.Revision } equals new { e.ActionId, e.Number }
        where ids.Contains(a.Id)
        select e;

    /// <summary>Null for a followed review that is worked on.</summary>
    internal static async Task<Outcome?> WrongAsync(OpenUprDb db, long followId, CancellationToken cancel) =>
        await db.FollowedReviews.AsNoTracking().SingleOrDefaultAsync(f => f.Id == followId, cancel) switch
        {
            null => Outcome.Absent,
            { ClosedAt: not null } => Outcome.Not(Refusal.Closed),
            _ => null,
        };

    internal static async Task WriteAsync(Rooms rooms, OpenUprDb db, CoalitionAccess access, PlannedAction action, ActionEntry entry, string? client, CancellationToken cancel)
    {
        (entry.Id, entry.CoalitionId, entry.ActionId, entry.Number) = (await db.TakeIdsAsync(Counters.ActionEntries, 1, cancel), access.CoalitionId, action.Id, ++action.Revision);
        (entry.AuthorId, entry.WrittenAt, entry.ClientId) = (access.MemberId, rooms.Time.GetUtcNow(), Arrivals.Client(client));
        db.ActionEntries.Add(entry);
    }

    /// <summary>Null where all is well; absent where a recommendation is none of this review's.</summary>
    internal static async Task<Outcome?> LinkAsync(OpenUprDb db, CoalitionAccess access, PlannedAction action, IReadOnlyCollection<long> rows, CancellationToken cancel)
    {
        long[] wanted = [.. rows.Distinct()];
        if (await db.FollowedRecommendations.CountAsync(r => r.FollowId == action.FollowId && wanted.Contains(r.Id), cancel) != wanted.Length)
        {
            return Outcome.Absent;
        }

        var there = await db.ActionLinks.Where(l => l.ActionId == action.Id).Select(l => l.RowId).ToListAsync(cancel);
        long[] missing = [.. wanted.Except(there)];
        var id = missing.Length == 0 ? 0 : await db.TakeIdsAsync(Counters.ActionLinks, missing.Length, cancel);
        db.ActionLinks.AddRange(missing.Select((row, i) => new ActionLink { Id = id + i, CoalitionId = access.CoalitionId, ActionId = action.Id, RowId = row }));
        return null;
    }

    /// <param name="sent">What the same form stored before, when its answer was lost.</param>
    private static Arrival Meets(ActionEntry newest, ActionEntry? sent, int revision, ActionEntry entry) =>
        ActionReading.Same(newest, entry) || (sent is not null && ActionReading.Same(sent, entry)) ? Arrival.Stored
        : Math.Max(revision, sent?.Number ?? 0) == newest.Number ? Arrival.Newest : Arrival.Clash;
}
