using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Storage;

namespace OpenUpr.Taxonomy.Readings;

/// <summary>How far the reading of a store's texts is.</summary>
public readonly record struct ReadingProgress(int Done, int Total);

/// <summary>
/// Has a model read the texts of a store that it has not read yet: new ones, corrected ones, and, when asked, those that another model read.
/// A batch is one transaction in the writers' turn, so that several nodes never read the same text twice, and a run that was cut short goes on
/// where it stopped. What people set is laid beside each reading for the doubt, and is never touched.
/// </summary>
public static class ReadingRun
{
    /// <summary>Texts of one transaction: other writers wait no longer than these take, a few tenths of a second.</summary>
    private const int BatchSize = 2_000;

    /// <summary>The setting that says up to which change of the store all texts were read, and by which model.</summary>
    private const string Setting = "readings";

    /// <summary>Reads what there is to read.</summary>
    /// <param name="replaceOthers">Whether texts that another model read are read again. A node that follows the store says no: of two versions of the program on one store, each would undo the other's work for ever.</param>
    /// <returns>How many texts were read.</returns>
    public static Task<int> CatchUpAsync(Store store, LabelReader reader, bool replaceOthers = true, IProgress<ReadingProgress>? progress = null, CancellationToken cancel = default) =>
        Task.Run(() => RunAsync(store, reader, replaceOthers, progress, cancel), cancel);

    private static async Task<int> RunAsync(Store store, LabelReader reader, bool replaceOthers, IProgress<ReadingProgress>? progress, CancellationToken cancel)
    {
        await using var db = store.Open();
        var (covered, model) = await CoveredAsync(db, cancel);
        var newest = await db.Changes.MaxAsync(c => (long?)c.Sequence, cancel) ?? 0;
        if (covered == newest && (model == reader.Model || !replaceOthers))
        {
            return 0;
        }

        var batch = new ReadingBatch(db, reader, replaceOthers, newest);
        var total = await Unread(db, reader, replaceOthers).CountAsync(cancel);
        for (var last = 0L; await batch.RunAsync(() => UnreadAsync(db, reader, replaceOthers, last, cancel), cancel) is { } end; last = end)
        {
            progress?.Report(new ReadingProgress(Math.Min(batch.Read, total), total));
        }

        await ChangedAsync(db, batch, covered, newest, cancel);
        await CoverAsync(db, batch.Covered, reader.Model, cancel);
        return batch.Read;
    }

    private static IQueryable<RecommendationText> Unread(OpenUprDb db, LabelReader reader, bool replaceOthers)
    {
        var model = reader.Model;
        return db.Texts.AsNoTracking().Where(t => !db.MachineReadings.Any(r => r.TextId == t.Id && (!replaceOthers || r.Model == model)));
    }

    private static Task<List<long>> UnreadAsync(OpenUprDb db, LabelReader reader, bool replaceOthers, long last, CancellationToken cancel) =>
        Unread(db, reader, replaceOthers).Where(t => t.Id > last).OrderBy(t => t.Id).Select(t => t.Id).Take(BatchSize).ToListAsync(cancel);

    /// <summary>Looks again at the texts of which pairs changed: the text may be another, and so may what coders say of it.</summary>
    private static async Task ChangedAsync(OpenUprDb db, ReadingBatch batch, long after, long upTo, CancellationToken cancel)
    {
        var texts = new HashSet<long>();
        foreach (var change in await db.Changes.AsNoTracking().Where(c => c.Sequence > after && c.Sequence <= upTo).ToListAsync(cancel))
        {
            texts.UnionWith(await db.Recommendations.Where(r => r.Id >= change.FirstRecommendationId && r.Id <= change.LastRecommendationId).Select(r => r.TextId).ToListAsync(cancel));
        }

        texts.ExceptWith(batch.Seen);
        foreach (var some in texts.Order().Chunk(BatchSize))
        {
            await batch.RunAsync(() => Task.FromResult(some.ToList()), cancel);
        }
    }

    private static async Task<(long Sequence, string? Model)> CoveredAsync(OpenUprDb db, CancellationToken cancel)
    {
        var value = (await db.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Key == Setting, cancel))?.Value;
        return value?.IndexOf(' ', StringComparison.Ordinal) is { } space and > 0 && long.TryParse(value.AsSpan(0, space), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence)
            ? (sequence, value[(space + 1)..])
            : (0, null);
    }

    private static async Task CoverAsync(OpenUprDb db, long sequence, string model, CancellationToken cancel)
    {
        await using var transaction = await db.BeginWriteAsync(cancel);
        if (await db.Settings.SingleOrDefaultAsync(s => s.Key == Setting, cancel) is not { } setting)
        {
            db.Settings.Add(setting = new Setting { Key = Setting, Value = "" });
        }

        setting.Value = string.Create(CultureInfo.InvariantCulture, $"{sequence} {model}");
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(CancellationToken.None);
        db.ChangeTracker.Clear();
    }
}
