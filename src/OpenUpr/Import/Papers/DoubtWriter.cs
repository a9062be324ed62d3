using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>Writes a review's doubts: new ones are added, those that no source raises any more are marked as gone, and those that come back stand again.</summary>
internal sealed class DoubtWriter
{
    private readonly OpenUprDb _db;
    private readonly ReviewState _state;
    private readonly DateTimeOffset _now;
    private readonly CancellationToken _cancel;
    private IdRange _ids = null!;

    private DoubtWriter(OpenUprDb db, ReviewState state, DateTimeOffset now, CancellationToken cancel)
    {
        _db = db;
        _state = state;
        _now = now;
        _cancel = cancel;
    }

    public static async Task<DoubtWriter> OpenAsync(OpenUprDb db, ReviewState state, DateTimeOffset now, CancellationToken cancel) => new(db, state, now, cancel)
    {
        _ids = await IdRange.OpenAsync(db, Counters.Doubts, cancel),
    };

    /// <summary>The number of doubts added.</summary>
    public async Task<int> WriteAsync(IReadOnlyList<TargetText> texts, IReadOnlyList<RaisedDoubt> doubts)
    {
        var places = new Places(texts);
        var stored = _state.Doubts.ToDictionary(d => HashKey.From(d.Key));
        var added = new List<Doubt>();
        foreach (var raised in doubts.DistinctBy(d => (d.Code, d.Subject)))
        {
            var key = PaperKeys.OfDoubt(_state.Scope, raised);
            if (!stored.Remove(HashKey.From(key), out var doubt))
            {
                doubt = new Doubt { Id = _ids.Next(), Key = key, ReviewId = _state.Review.Id, Code = raised.Code, FoundAt = _now };
                added.Add(doubt);
            }

            (doubt.DocumentId, doubt.Number, doubt.Page, doubt.Excerpt) = (raised.DocumentId, raised.Number, raised.Page, raised.Excerpt);
            (doubt.Found, doubt.Stored, doubt.GoneAt) = (raised.Found, raised.Stored, null);
            (doubt.TextId, doubt.RecommendationId) = places.Of(raised);
        }

        foreach (var gone in stored.Values)
        {
            gone.GoneAt ??= _now;
        }

        await _db.SaveChangesAsync(_cancel);
        await _db.BulkInsertAsync(added, _cancel);
        await _ids.CloseAsync(_db, _cancel);
        return added.Count;
    }

    /// <summary>Finds the rows that doubts are about.</summary>
    private sealed class Places(IReadOnlyList<TargetText> texts)
    {
        private readonly Dictionary<HashKey, TargetText> _byKey = texts.ToDictionary(t => HashKey.From(t.Key));
        private readonly ILookup<PaperEntry, TargetText> _byEntry = texts.Where(t => t.Entry is not null).ToLookup(t => t.Entry!);
        private readonly Dictionary<HashKey, (TargetText Text, TargetPair Pair)> _byIdentity = texts
            .SelectMany(t => t.Pairs.SelectMany(p => new[] { p.Identity, p.PaperIdentity }.OfType<byte[]>().Select(i => (Key: HashKey.From(i), Text: t, Pair: p))))
            .DistinctBy(p => p.Key).ToDictionary(p => p.Key, p => (p.Text, p.Pair));

        public (long? TextId, long? PairId) Of(RaisedDoubt doubt)
        {
            if (doubt.PairIdentity is { } identity && _byIdentity.TryGetValue(HashKey.From(identity), out var place))
            {
                return (place.Text.Row!.Id, place.Pair.Row!.Id);
            }

            var text = doubt.TextKey is { } key ? _byKey.GetValueOrDefault(HashKey.From(key)) : doubt.Entry is { } entry ? _byEntry[entry].FirstOrDefault() : null;
            return (text?.Row!.Id, null);
        }
    }
}
