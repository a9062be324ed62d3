using System.Collections.Concurrent;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Counting;

/// <summary>The pairs of the index in one order: the place of each pair, and the pair at each place.</summary>
internal sealed record SortOrder(int[] PlaceOf, int[] DocAt);

/// <summary>The orders that readers have asked for, made when first wanted. Each ends with the id, so pages never overlap.</summary>
internal sealed class SortOrders(DocTable table, Records records)
{
    private readonly ConcurrentDictionary<SortBy, Lazy<SortOrder>> _orders = new();

    public SortOrder Of(SortBy sort) => _orders.GetOrAdd(sort, s => new Lazy<SortOrder>(() => Make(s))).Value;

    private SortOrder Make(SortBy sort)
    {
        var ids = sort == SortBy.Id ? null : Of(SortBy.Id);
        var keys = new long[table.Count];
        var docs = new int[table.Count];
        var first = ids is null ? null : FirstKeys(sort);
        for (var doc = 0; doc < docs.Length; doc++)
        {
            docs[doc] = doc;
            keys[doc] = ids is null ? table.Ids[doc] : ((long)first!(doc) << 32) | (uint)ids.PlaceOf[doc];
        }

        Array.Sort(keys, docs);
        var places = new int[docs.Length];
        for (var place = 0; place < docs.Length; place++)
        {
            places[docs[place]] = place;
        }

        return new SortOrder(places, docs);
    }

    /// <summary>What an order looks at before the id, by pair; pairs without a value come last.</summary>
    private Func<int, int> FirstKeys(SortBy sort)
    {
        var sessions = table.ReviewSession;
        switch (sort)
        {
            case SortBy.Relevance or SortBy.NewestSession:
                return doc => -sessions[table.ReviewOf[doc]];
            case SortBy.OldestSession:
                return doc => sessions[table.ReviewOf[doc]];
            case SortBy.StateUnderReview:
                var reviews = Ranks(Enumerable.Range(0, table.ReviewSur.Length).Select(i => (Label("sur", table.ReviewSur[i]), -sessions[i])));
                return doc => reviews[table.ReviewOf[doc]];
            case SortBy.RecommendingState:
                var states = Ranks(table.RsCodes.Select(c => c == Reviews.State.Unknown ? ("", 1) : (Label("rs", c), 0)));
                return doc => states[table.RsOf[doc]];
            case SortBy.Position:
                return doc => Traits.Position(table.TraitsOf[doc]) is { } p ? (int)p : int.MaxValue;
            case SortBy.Action:
                return doc => Traits.Action(table.TraitsOf[doc]) ?? int.MaxValue;
            case SortBy.Issue:
                var issues = Ranks(table.IssueSets.Select(s => s.Length == 0 ? ("", 1) : (IssueNames(s), 0)));
                return doc => issues[table.IssueSetOf[doc]];
            default:
                throw new ArgumentOutOfRangeException(nameof(sort), sort, null);
        }
    }

    private string Label(string field, string value) => records.Fields.First(f => f.Name == field).Label(value);

    private string IssueNames(string set) => string.Join(", ", set.Split(',').Select(s => Label("issue", s)).Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>The place of each entry by name, then number; an entry without a name comes last.</summary>
    private static int[] Ranks(IEnumerable<(string Name, int Number)> entries)
    {
        var all = entries.ToArray();
        var places = all.Distinct().OrderBy(e => e.Name.Length == 0).ThenBy(e => e.Name, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Number)
            .Select((e, i) => (e, i)).ToDictionary(e => e.e, e => e.i);
        return Array.ConvertAll(all, e => places[e]);
    }
}
