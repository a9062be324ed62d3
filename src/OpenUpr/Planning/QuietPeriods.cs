using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Planning;

/// <summary>A quiet period, as typed.</summary>
/// <param name="From">As forms send it: 2026-11-22.</param>
public sealed record QuietWish(string? Name, string? Kind, string? From, string? To, bool IsYearly);

/// <summary>What to say to somebody who plans a meeting on a quiet day.</summary>
/// <param name="Quiet">What covers the day; of several the one that ends last.</param>
/// <param name="Better">The first day after it that nothing covers.</param>
public sealed record QuietAdvice(QuietDays Quiet, DateOnly Better);

/// <summary>Holidays and the coalition's own quiet times, beside the sessions in Geneva (requirement H8).</summary>
public static class QuietPeriods
{
    /// <summary>Periods that one coalition may have.</summary>
    public const int Most = 200;

    /// <summary>Days that one may last.</summary>
    public const int LongestDays = 120;

    /// <summary>Years over which one that comes back is written out: a cycle, the year before and the year after.</summary>
    private const int YearsBack = 1;
    private const int YearsAhead = 7;

    public static IReadOnlyList<string> Kinds { get; } = [QuietPeriod.Holiday, QuietPeriod.Own];

    public static async Task<IReadOnlyList<QuietPeriod>> ListAsync(Store store, CoalitionAccess access, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        return [.. (await db.QuietPeriods.AsNoTracking().ToListAsync(cancel)).OrderBy(q => q.From)];
    }

    /// <summary>Adds one. Plans take it into account when their dates are next brought up to date: nothing moves by itself.</summary>
    public static Task<Outcome> AddAsync(Rooms rooms, CoalitionAccess access, QuietWish wish, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "quiet.add", "quiet-period", async db =>
        {
            var fields = new Fields();
            var period = new QuietPeriod
            {
                CoalitionId = access.CoalitionId, Name = fields.Required("name", wish.Name), Kind = fields.OneOf("kind", wish.Kind, Kinds), From = fields.RequiredDay("from", wish.From), IsYearly = wish.IsYearly, AuthorId = access.MemberId,
            };
            period.To = fields.Day("to", wish.To) ?? period.From;
            if (fields.Wrong is null && (period.To < period.From || period.To.DayNumber - period.From.DayNumber >= LongestDays))
            {
                fields.Refuse(Refusal.NoDate, "to", default(DateOnly));
            }

            if (fields.Wrong is null && await db.QuietPeriods.CountAsync(cancel) >= Most)
            {
                fields.Refuse(Refusal.TooLarge, "name", "");
            }

            if (fields.Wrong is { } wrong)
            {
                return wrong;
            }

            period.Id = await db.TakeIdsAsync(Counters.QuietPeriods, 1, cancel);
            db.QuietPeriods.Add(period);
            return Outcome.Done(period.Id);
        }, cancel);

    public static Task<Outcome> RemoveAsync(Rooms rooms, CoalitionAccess access, long id, CancellationToken cancel) =>
        rooms.WriteAsync(access, CoalitionRole.Editor, "quiet.remove", "quiet-period", async db =>
        {
            if (await db.QuietPeriods.SingleOrDefaultAsync(q => q.Id == id, cancel) is not { } period)
            {
                return Outcome.Absent;
            }

            db.QuietPeriods.Remove(period);
            return Outcome.Done(id);
        }, cancel);

    /// <summary>Everything that a plan keeps clear of: sessions in Geneva and the coalition's own periods.</summary>
    internal static async Task<IReadOnlyList<QuietDays>> ForAsync(OpenUprDb db, ReferenceData reference, ReviewPlan plan, CancellationToken cancel)
    {
        var own = await db.QuietPeriods.AsNoTracking().ToListAsync(cancel);
        return [.. GenevaSessions.Except(reference, plan.Session), .. own.SelectMany(q => DaysOf(q, plan.StartedOn))];
    }

    /// <summary>
    /// Whether a meeting is better not asked for on a day: sessions in Geneva whose days are known (requirement H8; UPR Info's compendium and advocacy fact sheet),
    /// holidays and the coalition's own quiet times. Null where nothing covers it.
    /// </summary>
    public static async Task<QuietAdvice?> AdviseAsync(Store store, CoalitionAccess access, DateOnly day, CancellationToken cancel)
    {
        await using var db = store.Open(access);
        var own = await db.QuietPeriods.AsNoTracking().ToListAsync(cancel);
        var all = GenevaSessions.Except(store.Reference, null, onlyKnown: true).Concat(own.SelectMany(q => DaysOf(q, day))).OrderByDescending(q => q.Days.To).ToList();
        if (all.FirstOrDefault(q => q.Days.Meets(new Days(day, day))) is not { } first)
        {
            return null;
        }

        var better = first.Days.To.AddDays(1);
        while (all.FirstOrDefault(q => q.Days.Meets(new Days(better, better))) is { } next)
        {
            better = next.Days.To.AddDays(1);
        }

        return new QuietAdvice(first, better);
    }

    /// <summary>The days of a period round the time of a plan; one that comes back has them every year.</summary>
    public static IEnumerable<QuietDays> DaysOf(QuietPeriod period, DateOnly start) => period.IsYearly
        ? Enumerable.Range(start.Year - YearsBack, YearsBack + YearsAhead + 1).Select(year => new QuietDays(new Days(period.From.AddYears(year - period.From.Year), period.To.AddYears(year - period.From.Year)), period.Kind, period.Name))
        : [new QuietDays(new Days(period.From, period.To), period.Kind, period.Name)];
}
