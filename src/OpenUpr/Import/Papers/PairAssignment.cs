using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>
/// Finds for each pair of the target the row that it is: by its identities, the lowest id of several; by identities it was once known under; by State and words, where
/// a paper is read with other numbers than before. What no target wants is left over.
/// </summary>
internal sealed class PairAssignment
{
    private readonly ReviewState _state;
    private readonly Dictionary<HashKey, Recommendation> _byIdentity;
    private readonly HashSet<Recommendation> _taken = [];

    public PairAssignment(ReviewState state)
    {
        _state = state;
        _byIdentity = state.Pairs.ToDictionary(p => HashKey.From(p.Identity));
    }

    /// <summary>Rows that mean the same as another, which stays.</summary>
    public List<(Recommendation Row, TargetPair Into)> Merged { get; } = [];

    /// <summary>Rows of papers that no source holds any more.</summary>
    public List<Recommendation> Withdrawn { get; } = [];

    public void Run(IReadOnlyList<TargetText> texts)
    {
        var pairs = texts.SelectMany(t => t.Pairs.Select(p => (Text: t, Pair: p))).ToList();
        foreach (var (_, pair) in pairs)
        {
            TakeByIdentity(pair);
        }

        TakeByKnownIdentity(pairs.Select(p => p.Pair));
        TakeByWords(pairs);
        Withdrawn.AddRange(_state.Pairs.Where(p => !_taken.Contains(p) && p.MergedIntoId is null));
    }

    private void TakeByIdentity(TargetPair pair)
    {
        var rows = new[] { pair.Identity, pair.PaperIdentity }.OfType<byte[]>()
            .Select(i => _byIdentity.GetValueOrDefault(HashKey.From(i))).OfType<Recommendation>().Where(r => !_taken.Contains(r)).Distinct().OrderBy(r => r.Id).ToList();
        if (rows.Count == 0)
        {
            return;
        }

        pair.Row = rows[0];
        _taken.UnionWith(rows);
        Merged.AddRange(rows.Skip(1).Select(r => (r, pair)));
    }

    private void TakeByKnownIdentity(IEnumerable<TargetPair> pairs)
    {
        var known = _state.Known.ToDictionary(k => HashKey.From(k.Identity), k => k.RecommendationId);
        var rows = _state.Pairs.ToDictionary(p => p.Id);
        foreach (var pair in pairs.Where(p => p.Row is null))
        {
            var id = new[] { pair.Identity, pair.PaperIdentity }.OfType<byte[]>().Select(i => known.GetValueOrDefault(HashKey.From(i))).FirstOrDefault(i => i != 0);
            if (id != 0 && rows.TryGetValue(id, out var row) && row.MergedIntoId is null && _taken.Add(row))
            {
                pair.Row = row;
            }
        }
    }

    private void TakeByWords(IReadOnlyList<(TargetText Text, TargetPair Pair)> pairs)
    {
        var texts = _state.Texts.ToDictionary(t => t.Id);
        var left = _state.Pairs.Where(p => !_taken.Contains(p) && p.MergedIntoId is null).ToList();
        Take((row, text, pair) => row.Rs == pair.Rs && Words(texts[row.TextId].Text) == Words(text.Text));
        // A State that was read wrongly, or not at all, does not make the pair another.
        Take((row, text, _) => texts[row.TextId].Key.AsSpan().SequenceEqual(text.Key));

        void Take(Func<Recommendation, TargetText, TargetPair, bool> same)
        {
            foreach (var (text, pair) in left.Count == 0 ? [] : pairs.Where(p => p.Pair.Row is null))
            {
                if (left.Find(r => texts[r.TextId].Kind == text.Kind && same(r, text, pair)) is { } row)
                {
                    pair.Row = row;
                    _taken.Add(row);
                    left.Remove(row);
                }
            }
        }
    }

    private static string Words(string text) => RecommendationIdentity.Normalise(text);
}
