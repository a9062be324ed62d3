using OpenUpr.Recommendations;
using OpenUpr.Storage;

namespace OpenUpr.Import.Papers;

/// <summary>Tells every node which pairs of a review are now others than before.</summary>
internal sealed class PairChanges
{
    private readonly ReviewState _state;
    private readonly Dictionary<long, Look> _before;

    public PairChanges(ReviewState state)
    {
        _state = state;
        var texts = state.Texts.ToDictionary(t => t.Id);
        _before = state.Pairs.ToDictionary(p => p.Id, p => LookOf(p, texts[p.TextId], state.Positions[p.TextId].FirstOrDefault(q => q.IsCurrent)?.Value));
    }

    /// <param name="tagged">Pairs whose tags are others now.</param>
    public async Task WriteAsync(OpenUprDb db, IReadOnlyList<TargetText> texts, IEnumerable<long> tagged, CancellationToken cancel)
    {
        var changed = new HashSet<long>();
        var seen = new HashSet<long>();
        foreach (var (text, pair) in texts.SelectMany(t => t.Pairs.Select(p => (t, p.Row!))))
        {
            seen.Add(pair.Id);
            if (!_before.TryGetValue(pair.Id, out var look) || look != LookOf(pair, text.Row!, text.Current?.Value))
            {
                changed.Add(pair.Id);
            }
        }

        changed.UnionWith(_state.Pairs.Where(p => !seen.Contains(p.Id) && _before[p.Id].MergedIntoId != p.MergedIntoId).Select(p => p.Id));
        changed.UnionWith(tagged);
        await ChangeRanges.WriteAsync(db, changed, cancel);
    }

    private static Look LookOf(Recommendation pair, RecommendationText text, Position? position) =>
        new(pair.MergedIntoId, pair.TextId, pair.Rs, text.Text, text.ParagraphId, position);

    /// <summary>What the search index knows of a pair, apart from tags.</summary>
    private readonly record struct Look(long? MergedIntoId, long TextId, string Rs, string Text, long? ParagraphId, Position? Position);
}
