using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Drafting.Lists;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions.Sheets;

/// <summary>What was chosen for a table of a shape.</summary>
internal sealed record KeptChoices(PartChoices Part, IReadOnlyDictionary<string, string> Words, bool KeepsNotes, bool FillsDown, bool IsBare);

/// <summary>A file that was read for a followed review, and what is suggested for it.</summary>
/// <param name="Known">How many of its tables have the shape of one that was taken before.</param>
public sealed record OpenedSheet(IReadOnlyList<SheetGrid> Grids, IReadOnlyList<SheetPart> Parts, SheetChoices Suggested, int Known)
{
    public static OpenedSheet Empty { get; } = new([], [], new SheetChoices([], new Dictionary<string, string>()), 0);
}

/// <summary>What came of taking a file.</summary>
/// <param name="Plan">As it was when it was asked for; null where there is no such review.</param>
/// <param name="LeftId">Under which the list of cells that were not taken is kept for a day; null from the command line.</param>
public sealed record SheetTaken(Outcome Outcome, SheetPlan? Plan, long? LeftId);

/// <summary>
/// Takes a mechanism's or ministry's own matrix of actions into a followed review: looked at first, then taken whole or not at all, safe to repeat. Every cell of the file is taken, kept as a note, or listed with its place
/// and reason.
/// </summary>
public static class ActionSheets
{
    private const string Kind = "actions";

    /// <summary>Uploads for this review.</summary>
    public static string KindOf(long followId) => FormattableString.Invariant($"actions-{followId}");

    /// <summary>Lists of cells that were not taken.</summary>
    public static string LeftOf(long followId) => FormattableString.Invariant($"actions-left-{followId}");

    public static async Task<OpenedSheet> OpenAsync(Store store, CoalitionAccess access, FollowView follow, IReadOnlyList<SheetGrid> grids, CancellationToken cancel)
    {
        var (parts, context) = (SheetParts.Find(grids), await ContextAsync(store, access, follow, cancel));
        await using var db = store.Open(access);
        string[] shapes = [.. parts.Select(p => p.Shape).Distinct()];
        var kept = (await db.SheetShapes.AsNoTracking().Where(s => s.Kind == Kind && shapes.Contains(s.Shape)).ToListAsync(cancel)).ToDictionary(s => s.Shape, s => JsonSerializer.Deserialize<KeptChoices>(s.Choices)!);
        return new OpenedSheet(grids, parts, SheetGuess.Of(parts, context, kept), parts.Count(p => kept.ContainsKey(p.Shape)));
    }

    /// <summary>Says what would become of every action and every cell, and changes nothing.</summary>
    public static async Task<SheetPlan> PlanAsync(Store store, CoalitionAccess access, FollowView follow, OpenedSheet sheet, SheetChoices choices, CancellationToken cancel)
    {
        var context = await ContextAsync(store, access, follow, cancel);
        var (actions, book) = SheetReading.Read(sheet.Grids, sheet.Parts, context, choices);
        await using var db = store.Open(access);
        var id = follow.Review.Id;
        var history = await (from e in db.ActionEntries.AsNoTracking() join a in db.PlannedActions on e.ActionId equals a.Id where a.FollowId == id select e).ToListAsync(cancel);
        var reports = await (from r in db.ProgressReports.AsNoTracking() join a in db.PlannedActions on r.ActionId equals a.Id where a.FollowId == id select r).ToListAsync(cancel);
        return new SheetCompare(context, history.ToLookup(e => e.ActionId), reports.ToLookup(r => r.ActionId), book).Compare(actions);
    }

    /// <param name="uploadId">The upload that is taken, and then gone; null from the command line.</param>
    /// <param name="leavesOut">Whether cells that are not taken stay out: nobody finds out later that something is missing.</param>
    /// <param name="stamp">Of the plan that was shown; null from the command line, which shows and takes at once.</param>
    public static async Task<SheetTaken> TakeAsync(
        Rooms rooms, CoalitionAccess access, FollowView follow, OpenedSheet sheet, SheetChoices choices, long? uploadId, bool leavesOut, string? stamp, CancellationToken cancel)
    {
        if (!access.Is(CoalitionRole.Contributor))
        {
            return new SheetTaken(Outcome.Absent, null, null);
        }

        var plan = await PlanAsync(rooms.Store, access, follow, sheet, choices, cancel);
        Outcome? refused = stamp is not null && plan.Stamp != stamp ? Outcome.Not(Refusal.Conflict) : plan.IsNothing ? Outcome.Not(Refusal.Empty) : plan.Left.Any(c => c.Reason is not "title" and not "sum") && !leavesOut ? Outcome.Not(Refusal.Unknown, "leave") : null;
        if (refused is { } why)
        {
            return new SheetTaken(why, plan, null);
        }

        long? left = null;
        var outcome = await rooms.WriteAsync(access, CoalitionRole.Contributor, "action.sheet", Follows.Thing, async db =>
        {
            if (await ActionWriting.WrongAsync(db, follow.Review.Id, cancel) is { } no || (no = await new SheetWriting(rooms, access, db, follow.Review.Id, uploadId).WriteAsync(plan, cancel)).Refused is not null)
            {
                return no;
            }

            await KeepAsync(rooms, access, db, sheet, choices, cancel);
            if (uploadId is { } upload)
            {
                await SheetUploads.DropAsync(db, upload, cancel);
                left = await SheetUploads.KeepAsync(rooms, access, db, LeftOf(follow.Review.Id), plan.Left.ToList(), cancel);
            }

            return Outcome.Done(follow.Review.Id);
        }, cancel);
        return new SheetTaken(outcome, plan, outcome.IsDone ? left : null);
    }

    internal static async Task<SheetContext> ContextAsync(Store store, CoalitionAccess access, FollowView follow, CancellationToken cancel) =>
        new(await ActionRows.ReadAsync(store, access, follow, cancel), await ScaleWords.ReadAsync(store, access, cancel));

    /// <summary>The newest choices for a shape are the ones that the next sheet opens with.</summary>
    private static async Task KeepAsync(Rooms rooms, CoalitionAccess access, OpenUprDb db, OpenedSheet sheet, SheetChoices choices, CancellationToken cancel)
    {
        foreach (var part in sheet.Parts.DistinctBy(p => p.Shape))
        {
            var json = JsonSerializer.Serialize(new KeptChoices(choices.Parts[part.Index], choices.Words, choices.KeepsNotes, choices.FillsDown, choices.IsBare));
            var row = await db.SheetShapes.SingleOrDefaultAsync(s => s.Kind == Kind && s.Shape == part.Shape, cancel);
            if (row is null)
            {
                row = new SheetShape { Id = await db.TakeIdsAsync(Counters.SheetShapes, 1, cancel), CoalitionId = access.CoalitionId, Kind = Kind, Shape = part.Shape, Choices = json };
                db.SheetShapes.Add(row);
            }

            (row.Choices, row.AuthorId, row.KeptAt) = (json, access.MemberId, rooms.Time.GetUtcNow());
        }
    }
}
