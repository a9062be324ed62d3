using System.Collections.Concurrent;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Counting;

/// <summary>The pairs of the index in one order: the place of each pair, and the pair at each place.</summary>
internal sealed record SortOrder(int[] PlaceOf, int[] DocAt);

/// <summary>What an order looks at before the id: a name, then a number. Rows without a value come last.</summary>
internal readonly record struct SortValue(bool Missing, string Name, int Number) : IComparable<SortValue>
{
    public int CompareTo(SortValue other)
    {
        var missing = Missing.CompareTo(other.Missing);
        var name = missing != 0 ? missing : string.Compare(Name, other.Name, StringComparison.OrdinalIgnoreCase);
        return name != 0 ? name : Number.CompareTo(other.Number);
    }
}

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

    /// <summary>How many rows of an order stand before or at a cursor, whether or not its row is still there.</summary>
    public int PlacesUpTo(SortBy sort, SearchCursor cursor)
    {
        var order = Of(sort).DocAt;
        var last = (Read(sort, cursor.Name, cursor.Number), cursor.Id);
        var (low, high) = (0, order.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if ((ValueOf(sort, order[middle]), table.Ids[order[middle]]).CompareTo(last) <= 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>The end of a page as the cursor that <see cref="PlacesUpTo"/> finds again.</summary>
    public SearchCursor CursorAt(SortBy sort, int doc, int score)
    {
        var value = ValueOf(sort, doc);
        return new SearchCursor(score, value.Name, value.Number, table.Ids[doc]);
    }

    /// <summary>What an order looks at before the id, as a number by pair: quick to sort a whole index by.</summary>
    private Func<int, int> FirstKeys(SortBy sort)
    {
        switch (sort)
        {
            case SortBy.StateUnderReview:
                var reviews = Ranks(Enumerable.Range(0, table.ReviewSur.Length).Select(ReviewValue));
                return doc => reviews[table.ReviewOf[doc]];
            case SortBy.RecommendingState:
                var states = Ranks(Enumerable.Range(0, table.RsCodes.Length).Select(StateValue));
                return doc => states[table.RsOf[doc]];
            case SortBy.Issue:
                var issues = Ranks(Enumerable.Range(0, table.IssueSets.Length).Select(IssuesValue));
                return doc => issues[table.IssueSetOf[doc]];
            default:
                return doc => ValueOf(sort, doc).Number;
        }
    }

    private SortValue ValueOf(SortBy sort, int doc) => sort switch
    {
        SortBy.Relevance or SortBy.NewestSession => Numbered(-table.ReviewSession[table.ReviewOf[doc]]),
        SortBy.OldestSession => Numbered(table.ReviewSession[table.ReviewOf[doc]]),
        SortBy.StateUnderReview => ReviewValue(table.ReviewOf[doc]),
        SortBy.RecommendingState => StateValue(table.RsOf[doc]),
        SortBy.Position => Numbered(Traits.Position(table.TraitsOf[doc]) is { } p ? (int)p : int.MaxValue),
        SortBy.Action => Numbered(Traits.Action(table.TraitsOf[doc]) ?? int.MaxValue),
        SortBy.Issue => IssuesValue(table.IssueSetOf[doc]),
        SortBy.Id => Numbered(0),
        _ => throw new ArgumentOutOfRangeException(nameof(sort), sort, null),
    };

    /// <summary>The value that a cursor holds: in an order by names, no name is no value.</summary>
    private static SortValue Read(SortBy sort, string name, int number) =>
        new(name.Length == 0 && sort is (SortBy.StateUnderReview or SortBy.RecommendingState or SortBy.Issue), name, number);

    private static SortValue Numbered(int number) => new(Missing: false, "", number);

    private static SortValue Named(string name, int number = 0) => new(name.Length == 0, name, number);

    private SortValue ReviewValue(int review) => Named(Label("sur", table.ReviewSur[review]), -table.ReviewSession[review]);

    private SortValue StateValue(int state) => Named(table.RsCodes[state] is Reviews.State.Unknown ? "" : Label("rs", table.RsCodes[state]));

    private SortValue IssuesValue(int set) => Named(table.IssueSets[set].Length == 0 ? "" : IssueNames(table.IssueSets[set]));

    private string Label(string field, string value) => records.Fields.First(f => f.Name == field).Label(value);

    private string IssueNames(string set) => string.Join(", ", set.Split(',').Select(s => Label("issue", s)).Order(StringComparer.OrdinalIgnoreCase));

    /// <summary>The place of each entry among all.</summary>
    private static int[] Ranks(IEnumerable<SortValue> entries)
    {
        var all = entries.ToArray();
        var places = all.Distinct().Order().Select((e, i) => (e, i)).ToDictionary(e => e.e, e => e.i);
        return Array.ConvertAll(all, e => places[e]);
    }
}
