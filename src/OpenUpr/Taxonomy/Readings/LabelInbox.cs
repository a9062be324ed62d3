using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>By whose doubt the queue is sorted.</summary>
public enum QueueOrder
{
    /// <summary>Any label that a person would change.</summary>
    All,

    /// <summary>The action category.</summary>
    Action,

    /// <summary>The issues.</summary>
    Issues,
}

/// <summary>Which texts wait.</summary>
/// <param name="Sur">ISO code of a State under review; null for all.</param>
/// <param name="Session">Session of the review; null for all.</param>
/// <param name="SetBy">
/// Whose labels hold in what <paramref name="By"/> names: <see cref="Tag.Model"/> for texts of which a machine's do, such as those that only papers hold,
/// <see cref="Tag.Coder"/> for labels of coders that the machine doubts; null for both. What a person set here never waits.
/// </param>
public sealed record QueueFilter(QueueOrder By = QueueOrder.All, string? Sur = null, int? Session = null, string? SetBy = null);

/// <summary>A page of the queue.</summary>
/// <param name="Total">Texts that wait under the filter.</param>
/// <param name="ByModel">Of those under the other filters, the texts of which a machine's labels hold.</param>
/// <param name="ByCoder">Those of which only people's hold, and not all from here.</param>
/// <param name="ByUser">Those that a person has corrected or confirmed here: done.</param>
public sealed record QueuePage(IReadOnlyList<TextLabels> Rows, int Total, int ByModel, int ByCoder, int ByUser);

/// <summary>Texts in the order in which a person's look is most worth while: the likeliest to be changed first. Nothing is stored for it but the doubt of each reading.</summary>
public static class LabelInbox
{
    public const int PageSize = 20;

    /// <param name="page">From 1.</param>
    public static async Task<QueuePage> ReadAsync(Store store, QueueFilter filter, int page, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var readings = Matching(db, filter);
        var groups = await readings.GroupBy(r => new { r.ActionBy, r.IssuesBy }).Select(g => new { g.Key.ActionBy, g.Key.IssuesBy, Count = g.Count() }).ToListAsync(cancel);
        var counts = groups.ToLookup(g => SetBy(filter.By, g.ActionBy, g.IssuesBy), g => g.Count);
        var (model, coder) = (counts[Tag.Model].Sum(), counts[Tag.Coder].Sum());
        var ids = await Ordered(Waiting(readings, filter), filter).Skip((page - 1) * PageSize).Take(PageSize).Select(r => r.TextId).ToListAsync(cancel);
        var total = filter.SetBy switch { Tag.Model => model, Tag.Coder => coder, _ => model + coder };
        return new QueuePage(await TextLabels.ReadAsync(db, ids, cancel), total, model, coder, counts[Tag.User].Sum());
    }

    /// <summary>The texts before and after one in the queue; null at the ends. One that waits no more stands before the head.</summary>
    public static async Task<(long? Before, long? After)> AroundAsync(Store store, QueueFilter filter, long textId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        var waiting = Waiting(Matching(db, filter), filter).Where(r => r.TextId != textId);
        if (await db.MachineReadings.AsNoTracking().SingleOrDefaultAsync(r => r.TextId == textId, cancel) is not { } own || SetBy(filter.By, own.ActionBy, own.IssuesBy) == Tag.User)
        {
            return (null, await Ordered(waiting, filter).Select(r => (long?)r.TextId).FirstOrDefaultAsync(cancel));
        }

        var (column, doubt) = (Column(filter.By), DoubtOf(own, filter.By));
        var before = waiting.Where(r => EF.Property<double>(r, column) > doubt || (EF.Property<double>(r, column) == doubt && r.TextId < textId));
        var after = waiting.Where(r => EF.Property<double>(r, column) < doubt || (EF.Property<double>(r, column) == doubt && r.TextId > textId));
        return (
            await before.OrderBy(r => EF.Property<double>(r, column)).ThenByDescending(r => r.TextId).Select(r => (long?)r.TextId).FirstOrDefaultAsync(cancel),
            await Ordered(after, filter).Select(r => (long?)r.TextId).FirstOrDefaultAsync(cancel));
    }

    private static IQueryable<MachineReading> Matching(OpenUprDb db, QueueFilter filter)
    {
        var all = db.MachineReadings.AsNoTracking().Where(r => db.Recommendations.Any(p => p.TextId == r.TextId && p.MergedIntoId == null));
        return filter.Sur is null && filter.Session is null
            ? all
            : all.Where(r => db.Texts.Any(t => t.Id == r.TextId && db.Reviews.Any(v => v.Id == t.ReviewId && (filter.Sur == null || v.Sur == filter.Sur) && (filter.Session == null || v.Session == filter.Session))));
    }

    private static IQueryable<MachineReading> Waiting(IQueryable<MachineReading> readings, QueueFilter filter)
    {
        var asked = filter.SetBy;
        return filter.By switch
        {
            QueueOrder.Action => readings.Where(r => r.ActionBy != Tag.User && (asked == null || r.ActionBy == asked)),
            QueueOrder.Issues => readings.Where(r => r.IssuesBy != Tag.User && (asked == null || r.IssuesBy == asked)),
            _ => readings.Where(r => (r.ActionBy != Tag.User || r.IssuesBy != Tag.User) && (asked == null || (r.ActionBy == Tag.Model || r.IssuesBy == Tag.Model) == (asked == Tag.Model))),
        };
    }

    /// <summary>Under which of the three a text is counted; <see cref="Waiting"/> asks the same of the database.</summary>
    private static string SetBy(QueueOrder by, string action, string issues) => by switch
    {
        QueueOrder.Action => action,
        QueueOrder.Issues => issues,
        _ => (action, issues) is (Tag.Model, _) or (_, Tag.Model) ? Tag.Model : (action, issues) is (Tag.User, Tag.User) ? Tag.User : Tag.Coder,
    };

    private static IOrderedQueryable<MachineReading> Ordered(IQueryable<MachineReading> readings, QueueFilter filter)
    {
        var column = Column(filter.By);
        return readings.OrderByDescending(r => EF.Property<double>(r, column)).ThenBy(r => r.TextId);
    }

    private static string Column(QueueOrder by) => by switch
    {
        QueueOrder.Action => nameof(MachineReading.ActionDoubt),
        QueueOrder.Issues => nameof(MachineReading.IssueDoubt),
        _ => nameof(MachineReading.Doubt),
    };

    private static double DoubtOf(MachineReading reading, QueueOrder by) => by switch
    {
        QueueOrder.Action => reading.ActionDoubt,
        QueueOrder.Issues => reading.IssueDoubt,
        _ => reading.Doubt,
    };
}
