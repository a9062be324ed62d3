using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Reviews;
using OpenUpr.Storage;

namespace OpenUpr.Planning.Outreach;

/// <summary>A stretch of days on which those whom one wants to meet are busy or away.</summary>
/// <param name="Kind">council, working-group, holiday or own.</param>
/// <param name="Number">Of the session; null for the coalition's own periods.</param>
/// <param name="Name">Of the coalition's own periods; null for sessions.</param>
public sealed record QuietDay(string Kind, int? Number, string? Name, DateOnly From, DateOnly To);

/// <summary>
/// Days on which a meeting is better not asked for: sessions of the Human Rights Council and of the Working Group (requirement H8; UPR Info's
/// compendium and advocacy fact sheet), holidays and the coalition's own quiet times.
/// </summary>
public static class QuietDays
{
    public const string Council = "council";
    public const string WorkingGroup = "working-group";

    /// <summary>What covers a day, the first that ends last.</summary>
    public static async Task<IReadOnlyList<QuietDay>> AtAsync(Store store, CoalitionAccess access, DateOnly day, CancellationToken cancel)
    {
        var reference = store.Reference;
        var quiet = new List<QuietDay>();
        quiet.AddRange(reference.HrcSessions.Where(s => s.Precision == Precision.Day && s.Start <= day && day <= s.End).Select(s => new QuietDay(Council, s.Number, null, s.Start!.Value, s.End!.Value)));
        quiet.AddRange(reference.Sessions.Where(s => s.Precision == Precision.Day && s.Start <= day && day <= s.End).Select(s => new QuietDay(WorkingGroup, s.Number, null, s.Start!.Value, s.End!.Value)));
        await using var db = store.Open(access);
        foreach (var own in await db.QuietPeriods.AsNoTracking().ToListAsync(cancel))
        {
            // One that begins before a new year and comes back yearly is looked for from the year before as well.
            foreach (var shift in own.IsYearly ? new[] { day.Year - own.From.Year, day.Year - own.From.Year - 1 } : [0])
            {
                var (from, to) = (own.From.AddYears(shift), own.To.AddYears(shift));
                if (from <= day && day <= to)
                {
                    quiet.Add(new QuietDay(own.Kind, null, own.Name, from, to));
                    break;
                }
            }
        }

        return [.. quiet.OrderByDescending(q => q.To)];
    }

    /// <summary>The first day after all that covers a day, for a meeting in its place; the day itself where nothing does.</summary>
    public static async Task<DateOnly> AfterAsync(Store store, CoalitionAccess access, DateOnly day, CancellationToken cancel)
    {
        const int Longest = 60;
        var next = day;
        for (var i = 0; i < Longest && await AtAsync(store, access, next, cancel) is [var first, ..]; i++)
        {
            next = first.To.AddDays(1);
        }

        return next;
    }
}
