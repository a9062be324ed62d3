using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Storage;

namespace OpenUpr.FollowUp.Actions;

/// <summary>An indicator, as typed.</summary>
public sealed record IndicatorWish(string? Name, string? Unit, string? Baseline, string? Target, string? Source, string? DueOn, string? Sdg)
{
    /// <summary>What an indicator says, as a form would send it.</summary>
    public static IndicatorWish Of(PlanIndicator said) => new(said.Name, said.Unit, Number(said.Baseline), Number(said.Target), said.Source, said.DueOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), said.Sdg);

    /// <summary>With every digit that it has: a form that shows fewer would change the number when it is sent back.</summary>
    private static string? Number(decimal? number) => number?.ToString("0.############################", CultureInfo.InvariantCulture);
}

/// <summary>Indicators of actions, and what was measured of them.</summary>
public static class Indicators
{
    internal const string Thing = "action";

    /// <summary>Indicators of one action.</summary>
    public const int Most = 20;

    /// <summary>Values of one indicator.</summary>
    public const int MostValues = 500;

    /// <summary>Numbers that a value may have: as many digits as a store keeps exactly.</summary>
    private const decimal Bound = 1_000_000_000_000m;

    /// <summary>Adds an indicator to an action, or changes one.</summary>
    /// <param name="id">Null for a new one.</param>
    /// <param name="revision">The revision that the writer had before them.</param>
    public static Task<Outcome> SaveAsync(Rooms rooms, CoalitionAccess access, long actionId, long? id, int revision, IndicatorWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "action.indicator", Thing, async db =>
        {
            if (await db.PlannedActions.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actionId, cancel) is not { } action)
            {
                return Outcome.Absent;
            }

            if (await ActionWriting.WrongAsync(db, action.FollowId, cancel) is { } no)
            {
                return no;
            }

            var row = id is null ? new ActionIndicator { CoalitionId = access.CoalitionId, ActionId = actionId, Name = "", AuthorId = access.MemberId }
                : await db.ActionIndicators.SingleOrDefaultAsync(i => i.Id == id && i.ActionId == actionId && i.RemovedAt == null, cancel);
            if (row is null)
            {
                return Outcome.Absent;
            }

            if (row.Revision != (id is null ? 0 : revision))
            {
                return Outcome.Not(Refusal.Conflict, "name");
            }

            var fields = new Fields();
            Put(row, Read(fields, wish, ""));
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            row.Revision++;
            if (id is null)
            {
                if (await db.ActionIndicators.CountAsync(i => i.ActionId == actionId && i.RemovedAt == null, cancel) >= Most)
                {
                    return Outcome.Not(Refusal.TooMany, "name");
                }

                row.Id = await db.TakeIdsAsync(Counters.ActionIndicators, 1, cancel);
                db.ActionIndicators.Add(row);
            }

            return Outcome.Done(actionId);
        }, cancel);

    /// <summary>Reads an indicator as typed; what is wrong stands in the fields, named "name-2".</summary>
    /// <param name="tail">After the name of each field; empty where the form has one indicator.</param>
    internal static PlanIndicator Read(Fields fields, IndicatorWish wish, string tail) => new(
        fields.Required("name" + tail, wish.Name), fields.Optional("unit" + tail, wish.Unit), fields.Number("baseline" + tail, wish.Baseline, -Bound, Bound), fields.Number("target" + tail, wish.Target, -Bound, Bound),
        fields.Optional("source" + tail, wish.Source), fields.Day("due" + tail, wish.DueOn), fields.Optional("sdg" + tail, wish.Sdg) is not { } sdg ? null : SdgTargets.Read(sdg) is [var one] ? one : fields.Refuse<string?>(Refusal.Unknown, "sdg" + tail, null));

    internal static void Put(ActionIndicator row, PlanIndicator said) =>
        (row.Name, row.Unit, row.Baseline, row.Target, row.Source, row.DueOn, row.Sdg) = (said.Name, said.Unit, said.Baseline, said.Target, said.Source, said.DueOn, said.Sdg);

    /// <summary>Takes an indicator out of the matrix. What was measured of it stays.</summary>
    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long actionId, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "action.indicator", Thing, async db =>
        {
            if (await FindAsync(db, actionId, id, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            (row.RemovedAt, row.Revision) = (rooms.Time.GetUtcNow(), row.Revision + 1);
            return Outcome.Done(actionId);
        }, cancel);

    /// <summary>Adds a value that was measured.</summary>
    public static Task<Outcome> MeasureAsync(Rooms rooms, CoalitionAccess access, long actionId, long id, string? on, string? value, string? source, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Contributor, "action.measure", Thing, async db =>
        {
            if (await FindAsync(db, actionId, id, cancel) is not { } row)
            {
                return Outcome.Absent;
            }

            var fields = new Fields();
            var made = new IndicatorValue { CoalitionId = access.CoalitionId, IndicatorId = row.Id, On = fields.RequiredDay("on", on), Source = "", AuthorId = access.MemberId, WrittenAt = rooms.Time.GetUtcNow() };
            made.Value = fields.Number("value", value, -Bound, Bound) ?? fields.Refuse(Refusal.Empty, "value", 0m);
            made.Source = fields.Required("source", source, 500);
            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            if (await db.IndicatorValues.CountAsync(v => v.IndicatorId == id, cancel) >= MostValues)
            {
                return Outcome.Not(Refusal.TooMany, "value");
            }

            made.Id = await db.TakeIdsAsync(Counters.IndicatorValues, 1, cancel);
            db.IndicatorValues.Add(made);
            return Outcome.Done(actionId);
        }, cancel);

    /// <summary>What was measured, the earliest first.</summary>
    public static async Task<IReadOnlyList<IndicatorValue>> ValuesAsync(Store store, CoalitionAccess access, long id, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return access.Is(CoalitionRole.Observer) ? await db.IndicatorValues.AsNoTracking().Where(v => v.IndicatorId == id).OrderBy(v => v.On).ThenBy(v => v.Id).ToListAsync(cancel) : [];
    }

    /// <summary>Null for one that is not there, or whose review is put away.</summary>
    private static async Task<ActionIndicator?> FindAsync(OpenUprDb db, long actionId, long id, CancellationToken cancel) =>
        await db.PlannedActions.AsNoTracking().SingleOrDefaultAsync(a => a.Id == actionId, cancel) is { } action && await ActionWriting.WrongAsync(db, action.FollowId, cancel) is null
            ? await db.ActionIndicators.SingleOrDefaultAsync(i => i.Id == id && i.ActionId == actionId && i.RemovedAt == null, cancel) : null;
}
