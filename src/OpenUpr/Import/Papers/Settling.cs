using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Sources;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>
/// A person's answers to doubts. An answer is kept as a <see cref="Settlement"/> and takes effect by putting the doubt's review together again, so that it
/// survives every later import and undoing it brings back exactly what the sources say. One transaction each; the search index follows by the change sequence.
/// </summary>
public static class Settling
{
    /// <summary>Settles a doubt, also one that was settled before: the newest answer holds.</summary>
    /// <param name="choice"><see cref="Settlement.TakeFound"/>, <see cref="Settlement.KeepStored"/> or <see cref="Settlement.Typed"/>.</param>
    /// <param name="value">
    /// What was typed: a text for doubts about texts, ISO codes separated by spaces for States, "supported", "noted" or "pending" for positions, and for
    /// "only-in-report" and "only-in-export" the id of the pair that this one is the same as, for "review-unknown" State and session. Ignored with the other choices.
    /// </param>
    /// <exception cref="SettlingException">There is no such doubt, or the value fits it not. Nothing is changed.</exception>
    public static async Task SettleAsync(Store store, TimeProvider time, long doubtId, string choice, string? value, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var doubt = await FindAsync(db, doubtId, cancel);
        var holds = choice switch
        {
            Settlement.TakeFound => doubt.Found,
            Settlement.KeepStored => doubt.Stored,
            Settlement.Typed => await CheckAsync(store, db, doubt, value is null ? null : CellText.Clean(value, out _), cancel),
            _ => throw new SettlingException($"'{choice}' is no answer. Take {Settlement.TakeFound}, {Settlement.KeepStored} or {Settlement.Typed}."),
        };
        var now = time.GetUtcNow();
        await UndoAllAsync(db, doubtId, now, cancel);
        await db.BulkInsertAsync([new Settlement
        {
            Id = await db.TakeIdsAsync(Counters.Settlements, 1, cancel), DoubtId = doubtId, Choice = choice, Value = holds, SettledAt = now,
        }], cancel);
        await ApplyAsync(store, db, doubt, now, cancel);
        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>Takes back the answer that holds; nothing happens where there is none.</summary>
    /// <exception cref="SettlingException">There is no such doubt.</exception>
    public static async Task UndoAsync(Store store, TimeProvider time, long doubtId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var doubt = await FindAsync(db, doubtId, cancel);
        var now = time.GetUtcNow();
        if (await UndoAllAsync(db, doubtId, now, cancel) > 0)
        {
            await ApplyAsync(store, db, doubt, now, cancel);
        }

        await transaction.CommitAsync(CancellationToken.None);
    }

    /// <summary>
    /// Settles all doubts of a list alike, in one transaction: all or none. Passed over are those that somebody has answered, that no source raises any more,
    /// that ask for the review of a paper, and those without a stored value where that is to be kept.
    /// </summary>
    /// <param name="choice"><see cref="Settlement.TakeFound"/> or <see cref="Settlement.KeepStored"/>.</param>
    /// <returns>How many were settled, and one of the answers, by which all of them can be taken back.</returns>
    /// <exception cref="SettlingException">The choice is another. Nothing is changed.</exception>
    public static async Task<(int Count, long SettlementId)> SettleManyAsync(Store store, TimeProvider time, IReadOnlyCollection<long> doubtIds, string choice, CancellationToken cancel = default)
    {
        if (choice is not (Settlement.TakeFound or Settlement.KeepStored))
        {
            throw new SettlingException($"'{choice}' is no answer to many doubts. Take {Settlement.TakeFound} or {Settlement.KeepStored}.");
        }

        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var doubts = await db.Doubts.AsNoTracking()
            .Where(d => EF.Parameter(doubtIds).Contains(d.Id) && d.GoneAt == null && d.Code != DoubtCodes.ReviewUnknown && !db.Settlements.Any(s => s.DoubtId == d.Id && s.UndoneAt == null))
            .Where(d => choice != Settlement.KeepStored || d.Stored != null).OrderBy(d => d.Id).ToListAsync(cancel);
        if (doubts.Count == 0)
        {
            return (0, 0);
        }

        var (now, first) = (time.GetUtcNow(), await db.TakeIdsAsync(Counters.Settlements, doubts.Count, cancel));
        await db.BulkInsertAsync([.. doubts.Select((d, i) => new Settlement
        {
            Id = first + i, DoubtId = d.Id, Choice = choice, Value = choice == Settlement.TakeFound ? d.Found : d.Stored, SettledAt = now,
        })], cancel);
        await ReviewDeriver.RunAllAsync(db, doubts.Select(d => d.ReviewId).OfType<long>().Distinct(), ReviewDeriver.NothingNew, now, cancel);
        await transaction.CommitAsync(CancellationToken.None);
        return (doubts.Count, first);
    }

    /// <summary>Takes back all answers that were given together with one and still hold; returns how many. Answers given together bear the same moment.</summary>
    public static async Task<int> UndoManyAsync(Store store, TimeProvider time, long settlementId, CancellationToken cancel = default)
    {
        await using var db = store.Open();
        await using var transaction = await db.BeginWriteAsync(cancel);
        var one = await db.Settlements.AsNoTracking().SingleOrDefaultAsync(s => s.Id == settlementId, cancel) ?? throw new SettlingException($"There is no answer {settlementId}.");
        var together = db.Settlements.Where(s => s.SettledAt == one.SettledAt && s.Choice == one.Choice && s.UndoneAt == null);
        var doubts = await (from s in together join d in db.Doubts.AsNoTracking() on s.DoubtId equals d.Id select d).ToListAsync(cancel);
        var now = time.GetUtcNow();
        await together.ExecuteUpdateAsync(s => s.SetProperty(x => x.UndoneAt, now), cancel);
        await ReviewDeriver.RunAllAsync(db, doubts.Where(d => d.Code != DoubtCodes.ReviewUnknown).Select(d => d.ReviewId).OfType<long>().Distinct(), ReviewDeriver.NothingNew, now, cancel);
        foreach (var moved in doubts.Where(d => d.Code == DoubtCodes.ReviewUnknown))
        {
            await MoveAsync(store, db, moved, now, cancel);
        }

        await transaction.CommitAsync(CancellationToken.None);
        return doubts.Count;
    }

    private static async Task<Doubt> FindAsync(OpenUprDb db, long id, CancellationToken cancel) =>
        await db.Doubts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw new SettlingException($"There is no doubt {id}.");

    private static Task<int> UndoAllAsync(OpenUprDb db, long doubtId, DateTimeOffset now, CancellationToken cancel) =>
        db.Settlements.Where(s => s.DoubtId == doubtId && s.UndoneAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.UndoneAt, now), cancel);

    private static async Task ApplyAsync(Store store, OpenUprDb db, Doubt doubt, DateTimeOffset now, CancellationToken cancel)
    {
        if (doubt.Code == DoubtCodes.ReviewUnknown)
        {
            await MoveAsync(store, db, doubt, now, cancel);
        }
        else if (doubt.ReviewId is { } review)
        {
            await ReviewDeriver.RunAsync(db, review, ReviewDeriver.NothingNew, now, cancel);
        }
    }

    /// <summary>Puts a paper under the review that a person named, or under none again.</summary>
    private static async Task MoveAsync(Store store, OpenUprDb db, Doubt doubt, DateTimeOffset now, CancellationToken cancel)
    {
        var answer = await db.Settlements.AsNoTracking().SingleOrDefaultAsync(s => s.DoubtId == doubt.Id && s.UndoneAt == null, cancel);
        var document = await db.Documents.AsNoTracking().SingleAsync(d => d.Id == doubt.DocumentId, cancel);
        var review = ReviewIn(store, answer?.Value) is { } named ? await new PaperReviews(db, store.Reference, cancel).FindOrAddAsync(named.Sur, named.Session) : (long?)null;
        await db.Documents.Where(d => d.Id == document.Id).ExecuteUpdateAsync(d => d.SetProperty(x => x.ReviewId, review), cancel);
        await db.ReviewFacts.Where(f => f.DocumentId == document.Id).ExecuteDeleteAsync(cancel);
        if (review is { } id)
        {
            var reading = StoredReading.Unpack((await db.DocumentReadings.AsNoTracking().SingleAsync(r => r.DocumentId == document.Id, cancel)).Brotli);
            await PaperContents.WriteFactsAsync(db, document.Id, id, reading.Facts, cancel);
        }

        foreach (var touched in new[] { document.ReviewId, review }.OfType<long>().Distinct().ToList())
        {
            await ReviewDeriver.RunAsync(db, touched, ReviewDeriver.NothingNew, now, cancel);
        }
    }

    /// <summary>"SVN/34" as State and session; null for anything else.</summary>
    private static (string Sur, int Session)? ReviewIn(Store store, string? value) =>
        value?.Split('/', StringSplitOptions.TrimEntries) is [var sur, var number] && store.Reference.FindState(sur.ToUpperInvariant()) is { Status: Reviews.StateStatus.Member } state
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var session) && store.Reference.FindSession(session) is not null ? (state.Iso3, session) : null;

    /// <summary>The typed value, when it fits the kind of doubt.</summary>
    private static async Task<string> CheckAsync(Store store, OpenUprDb db, Doubt doubt, string? value, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new SettlingException("Nothing was typed.");
        }

        switch (doubt.Code)
        {
            case DoubtCodes.TextDiffers or DoubtCodes.ListTextDiffers when value.Length > RowChecker.MaxTextLength:
                throw new SettlingException($"The text has {value.Length:N0} characters; the limit is {RowChecker.MaxTextLength:N0}.");
            case DoubtCodes.StateDiffers when value.Contains(' ', StringComparison.Ordinal):
                throw new SettlingException("One State stands here. Type one ISO code.");
            case DoubtCodes.StateDiffers or DoubtCodes.ListStateDiffers or DoubtCodes.StatesUnread:
                return CheckStates(store, value);
            case DoubtCodes.PositionDiffers or DoubtCodes.ListPositionDiffers or DoubtCodes.PositionUnread when Settled.PositionOf(value) is null:
                throw new SettlingException($"'{value}' is no position. Type supported, noted or pending.");
            case DoubtCodes.ReviewUnknown when ReviewIn(store, value) is null:
                throw new SettlingException($"'{value}' is no review. Type the State's ISO code and the session, such as SVN/34.");
            case DoubtCodes.OnlyInReport or DoubtCodes.OnlyInExport:
                return await CheckPairAsync(db, doubt, value, cancel);
            default:
                return value;
        }
    }

    private static string CheckStates(Store store, string value)
    {
        var codes = value.ToUpperInvariant().Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
        return codes.FirstOrDefault(c => store.Reference.FindState(c) is null) is { } wrong
            ? throw new SettlingException($"'{wrong}' is the code of no State. Type ISO codes of three letters, such as those in the list of States.")
            : string.Join(' ', codes);
    }

    private static async Task<string> CheckPairAsync(OpenUprDb db, Doubt doubt, string value, CancellationToken cancel)
    {
        var isThere = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && await (
            from r in db.Recommendations
            join t in db.Texts on r.TextId equals t.Id
            where r.Id == id && t.ReviewId == doubt.ReviewId && r.MergedIntoId == null
            select r.Id).AnyAsync(cancel);
        return isThere && id != doubt.RecommendationId
            ? id.ToString(CultureInfo.InvariantCulture)
            : throw new SettlingException($"'{value}' is no other recommendation of this review. Type the number of the one that is the same.");
    }
}

/// <summary>An answer that cannot be taken. The message is for the person who gave it.</summary>
public sealed class SettlingException(string message) : Exception(message);
