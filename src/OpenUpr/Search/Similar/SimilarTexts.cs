using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using OpenUpr.Search.Counting;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Similar;

/// <summary>
/// Finds the texts of an index that are most like any text. Alike are texts that share what tells most: rare stems more than frequent ones,
/// instruments and bodies by whatever name; the order of words decides among texts of the same words.
/// </summary>
public sealed class SimilarTexts
{
    private static readonly ConditionalWeakTable<SearchIndex, Lazy<SimilarTexts>> s_known = [];

    private readonly SearchIndex _index;
    private readonly UnitIndex _units;
    private readonly ConcurrentBag<Workplace> _free = [];

    private SimilarTexts(SearchIndex index) => (_index, _units) = (index, new UnitIndex(index.Table));

    /// <summary>The texts of this index, prepared when they are first asked for and kept as long as the index lives.</summary>
    public static SimilarTexts Of(SearchIndex index) => s_known.GetValue(index, i => new Lazy<SimilarTexts>(() => new SimilarTexts(i))).Value;

    /// <summary>
    /// The most alike texts, best first; those that share nothing with it are left out. Equal scores stand by id. What says the same in the same or nearly
    /// the same words is one answer (<see cref="SimilarText.Same"/>), out of the hundreds of texts that are compared word by word.
    /// </summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="SimilarQuery.MaxLength"/>, or the limit is none.</exception>
    public IReadOnlyList<SimilarText> Find(SimilarQuery query)
    {
        if (query.Text.Length > SimilarQuery.MaxLength || query.Limit is < 1 or > SimilarQuery.MaxLimit)
        {
            throw new ArgumentException($"A text has at most {SimilarQuery.MaxLength} characters, and 1 to {SimilarQuery.MaxLimit} texts are asked for.", nameof(query));
        }

        return Find(query, _units.Names.Stems(query.Text));
    }

    /// <summary>The texts most alike to the one of a recommendation, without itself; none for an id that the index does not hold.</summary>
    public IReadOnlyList<SimilarText> LikeRecommendation(long recommendationId, SearchFilters filters, int limit = 10)
    {
        if (Array.IndexOf(_index.Table.Ids, recommendationId) is not (>= 0 and var doc))
        {
            return [];
        }

        var text = _index.Table.TextOf[doc];
        var query = new SimilarQuery("")
        {
            Filters = filters, Limit = limit, Except = _index.Table.TextIds[text], Action = Traits.Action(_index.Table.TraitsOf[doc]),
            Issues = _index.Table.IssueSets[_index.Table.IssueSetOf[doc]].Split(',', StringSplitOptions.RemoveEmptyEntries),
        };
        return Find(query, _units.StemsOf(text).ToArray());
    }

    /// <summary>Every text of the index that passes the query's filters beside one text, in the index's order: for indexes of a few hundred texts, where one that is short may ask for a part of one that is long.</summary>
    /// <exception cref="ArgumentException">The text is longer than <see cref="SimilarQuery.MaxLength"/>.</exception>
    public IReadOnlyList<SharedText> Compare(SimilarQuery query)
    {
        if (query.Text.Length > SimilarQuery.MaxLength)
        {
            throw new ArgumentException($"A text has at most {SimilarQuery.MaxLength} characters.", nameof(query));
        }

        var work = _free.TryTake(out var free) ? free : new Workplace(_index, _units);
        var (question, filter) = (new Question(_units, _units.Names.Stems(query.Text), work), new TextFilter(_index, query));
        var shared = new List<SharedText>();
        for (var text = 0; text < _units.TextCount; text++)
        {
            if (filter.Passes(text))
            {
                var (asked, known, found) = question.Cover(text);
                shared.Add(new SharedText(_index.Table.Ids[filter.FirstPair(text)], question.Score(text), asked, known, found));
            }
        }

        _free.Add(work);
        return shared;
    }

    private List<SimilarText> Find(SimilarQuery query, int[] stems)
    {
        var work = _free.TryTake(out var free) ? free : new Workplace(_index, _units);
        var filter = new TextFilter(_index, query);
        var found = work.Candidates.Best(new Question(_units, stems, work), filter, query.Limit, Math.Max(Candidates.Scored, 2 * query.Limit));
        var groups = work.Same.Group(found, query.Limit);
        _free.Add(work);
        return groups.ConvertAll(g => g.Count == 1 ? Text(g[0]) : Text(g[0]) with { Same = g[1..].ConvertAll(Text) });

        SimilarText Text((int Text, double Score) one) => new(_index.Table.TextIds[one.Text], _index.Table.Ids[filter.FirstPair(one.Text)], one.Score);
    }
}
