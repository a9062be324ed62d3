using Microsoft.EntityFrameworkCore;
using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import;

/// <summary>
/// What the store holds of the reviews that a file speaks of, and what the file added so far: by identity, so that overlapping files and
/// repeats add nothing, and by text and State alone, so that a row which differs only in response or tags is noticed. Reviews
/// are loaded when a row first names them; memory grows with the reviews of the file, not with the store.
/// </summary>
internal sealed class KnownRows
{
    private readonly HashSet<HashKey> _identities = [];
    private readonly Dictionary<HashKey, RowPlace> _bySubstance = [];
    private readonly Dictionary<HashKey, long> _texts = [];
    private readonly Dictionary<(string Sur, int Session), long?> _reviews = [];
    private readonly List<(HashKey Identity, HashKey Substance)> _added = [];

    /// <summary>Loads what is stored of a review unless it was loaded before.</summary>
    public async Task MeetAsync(OpenUprDb db, string sur, int session, CancellationToken cancel)
    {
        if (_reviews.ContainsKey((sur, session)))
        {
            return;
        }

        var review = await db.Reviews.AsNoTracking().SingleOrDefaultAsync(r => r.Sur == sur && r.Session == session, cancel);
        _reviews[(sur, session)] = review?.Id;
        if (review is null)
        {
            return;
        }

        await LoadTextsAsync(db, review.Id, cancel);
        await LoadRowsAsync(db, review, cancel);
    }

    /// <summary>The id of a review, or null when the store has none yet. <see cref="MeetAsync"/> comes first.</summary>
    public long? ReviewOf(string sur, int session) => _reviews[(sur, session)];

    /// <summary>The reviews that were met, as far as the store has them.</summary>
    public IEnumerable<long> Reviews => _reviews.Values.OfType<long>();

    public void AddReview(string sur, int session, long id) => _reviews[(sur, session)] = id;

    public long? TextOf(byte[] key) => _texts.TryGetValue(HashKey.From(key), out var id) ? id : null;

    public void AddText(byte[] key, long id) => _texts[HashKey.From(key)] = id;

    public bool Holds(byte[] identity) => _identities.Contains(HashKey.From(identity));

    /// <summary>Notes an added row. Returns the row with the same text and State that was there before, or null.</summary>
    public RowPlace? Add(CheckedRow row, byte[] identity, string file)
    {
        var substance = Substance(row.Sur, row.Session, row.Kind, row.Text, row.Rs);
        _identities.Add(HashKey.From(identity));
        var isFirst = _bySubstance.TryAdd(substance, new RowPlace(0, file, row.Line));
        _added.Add((HashKey.From(identity), isFirst ? substance : default));
        return isFirst ? null : _bySubstance[substance];
    }

    /// <summary>Forgets, or with <paramref name="keep"/> takes for stored, what was added since the last call: the end of a file in a dry run.</summary>
    public void EndFile(bool keep)
    {
        foreach (var (identity, substance) in keep ? [] : _added)
        {
            _identities.Remove(identity);
            _bySubstance.Remove(substance);
        }

        _added.Clear();
    }

    private async Task LoadTextsAsync(OpenUprDb db, long reviewId, CancellationToken cancel)
    {
        var texts = db.Texts.AsNoTracking().Where(t => t.ReviewId == reviewId).Select(t => new { t.Id, t.Key });
        await foreach (var text in texts.AsAsyncEnumerable().WithCancellation(cancel))
        {
            _texts[HashKey.From(text.Key)] = text.Id;
        }
    }

    private async Task LoadRowsAsync(OpenUprDb db, Review review, CancellationToken cancel)
    {
        // Joined from the texts, whose index by review makes this quick; asked the other way round, SQLite reads every recommendation.
        var rows =
            from t in db.Texts.AsNoTracking()
            where t.ReviewId == review.Id
            join r in db.Recommendations on t.Id equals r.TextId
            orderby r.Id
            select new { r.Id, r.Rs, r.Identity, t.Kind, t.Text };
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(cancel))
        {
            _identities.Add(HashKey.From(row.Identity));
            _bySubstance.TryAdd(Substance(review.Sur, review.Session, row.Kind, row.Text, row.Rs), RowPlace.Stored(row.Id));
        }
    }

    private static HashKey Substance(string sur, int session, RecommendationKind kind, string text, string rs) =>
        HashKey.From(RecommendationIdentity.OfRow(RecommendationIdentity.OfText(sur, session, kind, text, ""), rs, 0, [], 0));
}
