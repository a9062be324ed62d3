using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Counting;

/// <summary>Counts the hits of one search. Instances are reused: their arrays are as large as the index needs.</summary>
internal sealed class Tally
{
    private readonly Records _records;
    private readonly int[] _textOf;
    private readonly int[] _paragraphOf;
    private readonly bool _anyParagraph;
    private readonly ulong[] _paragraphSeen;
    private readonly int[] _reviews;
    private readonly int[] _states;
    private readonly int[] _traits;
    private readonly int[] _issueSets;
    private readonly int[] _sdgSets;
    private readonly int[] _themeSets;
    private readonly int[] _personSets;
    private readonly int[] _instrumentSets;
    private readonly int[]?[] _besides;
    private readonly Dimension[] _dimensions;
    private FilterMasks _masks = null!;
    private bool _facets;
    private int _lastText;

    public Tally(Records records, DocTable table)
    {
        (_records, _textOf, _paragraphOf) = (records, table.TextOf, table.ParagraphOf);
        _anyParagraph = table.ParagraphIds.Length > 0;
        _paragraphSeen = new ulong[(table.ParagraphIds.Length + 63) / 64];
        _reviews = new int[records.Sizes[0]];
        _states = new int[records.Sizes[1]];
        _traits = new int[records.Sizes[2]];
        _issueSets = new int[records.Sizes[3]];
        _sdgSets = new int[records.Sizes[4]];
        _themeSets = new int[records.Sizes[5]];
        _personSets = new int[records.Sizes[6]];
        _instrumentSets = new int[records.Sizes[7]];
        _besides = new int[]?[records.Fields.Count];
        _dimensions = [.. records.Fields.Select(f => f.Dimension)];
    }

    public int Pairs { get; private set; }

    public int Texts { get; private set; }

    public int PairsWithoutParagraph { get; private set; }

    public int Paragraphs
    {
        get
        {
            var count = 0;
            foreach (var bits in _paragraphSeen)
            {
                count += BitOperations.PopCount(bits);
            }

            return count;
        }
    }

    public void Begin(FilterMasks masks, bool facets)
    {
        (_masks, _facets, _lastText) = (masks, facets, -1);
        (Pairs, Texts, PairsWithoutParagraph) = (0, 0, 0);
        Array.Clear(_reviews);
        Array.Clear(_states);
        Array.Clear(_traits);
        Array.Clear(_issueSets);
        Array.Clear(_sdgSets);
        Array.Clear(_themeSets);
        Array.Clear(_personSets);
        Array.Clear(_instrumentSets);
        Array.Clear(_paragraphSeen);
        for (var field = 0; field < _besides.Length; field++)
        {
            if ((masks.Active >> field & 1) == 1)
            {
                _besides[field] ??= new int[_records.Sizes[(int)_records.Fields[field].Dimension]];
                Array.Clear(_besides[field]!);
            }
        }
    }

    /// <summary>Counts the pairs of an ascending list and keeps those that pass every filter; returns how many.</summary>
    public int Add(Span<int> docs, Span<ushort> scores, int count)
    {
        var kept = _masks.Active == 0 ? count : Filter(docs, scores, count);
        CountUnits(docs[..kept]);
        if (_facets)
        {
            CountFacets(docs[..kept]);
            CountNamed(docs[..kept]);
        }

        return kept;
    }

    /// <summary>The counts of a field's values, with what its own filter hides.</summary>
    public void Expand(int field, Span<int> counts)
    {
        var definition = _records.Fields[field];
        definition.Expand(Entries(definition.Dimension), counts);
        if ((_masks.Active >> field & 1) == 1)
        {
            definition.Expand(_besides[field], counts);
        }
    }

    private int[] Entries(Dimension dimension) => dimension switch
    {
        Dimension.Review => _reviews,
        Dimension.RecommendingState => _states,
        Dimension.Traits => _traits,
        Dimension.IssueSet => _issueSets,
        Dimension.SdgSet => _sdgSets,
        Dimension.ThemeSet => _themeSets,
        Dimension.PersonSet => _personSets,
        _ => _instrumentSets,
    };

    private int Filter(Span<int> docs, Span<ushort> scores, int count)
    {
        // As in CountFacets, what the records hold needs no check at every step.
        ref var packed = ref MemoryMarshal.GetArrayDataReference(_records.Packed);
        ref var reviews = ref MemoryMarshal.GetArrayDataReference(_masks.Of(Dimension.Review));
        ref var states = ref MemoryMarshal.GetArrayDataReference(_masks.Of(Dimension.RecommendingState));
        ref var traits = ref MemoryMarshal.GetArrayDataReference(_masks.Of(Dimension.Traits));
        ref var issueSets = ref MemoryMarshal.GetArrayDataReference(_masks.Of(Dimension.IssueSet));
        ref var sdgSets = ref MemoryMarshal.GetArrayDataReference(_masks.Of(Dimension.SdgSet));
        var counted = _facets ? _masks.Counted : 0;
        var named = _masks.FiltersNamed;
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var record = Unsafe.Add(ref packed, docs[i]);
            var mask = Unsafe.Add(ref traits, Records.TraitsOf(record))
                | Unsafe.Add(ref reviews, Records.Review(record))
                | Unsafe.Add(ref states, Records.RecommendingState(record))
                | Unsafe.Add(ref issueSets, Records.IssueSet(record))
                | Unsafe.Add(ref sdgSets, Records.SdgSet(record))
                | (named ? _masks.FailsNamed(_records.Named[docs[i]]) : 0);
            if (mask == 0)
            {
                docs[kept] = docs[i];
                scores[kept++] = scores[i];
            }
            else if ((mask & (mask - 1)) == 0 && (mask & counted) != 0)
            {
                var field = BitOperations.TrailingZeroCount(mask);
                _besides[field]![_records.Entry(docs[i], _dimensions[field])]++;
            }
        }

        return kept;
    }

    private void CountUnits(ReadOnlySpan<int> docs)
    {
        Pairs += docs.Length;
        var (last, texts) = (_lastText, 0);
        foreach (var doc in docs)
        {
            var text = _textOf[doc];
            texts += text == last ? 0 : 1;
            last = text;
        }

        (_lastText, Texts) = (last, Texts + texts);
        if (!_anyParagraph)
        {
            PairsWithoutParagraph += docs.Length;
            return;
        }

        foreach (var doc in docs)
        {
            var paragraph = _paragraphOf[_textOf[doc]];
            if (paragraph < 0)
            {
                PairsWithoutParagraph++;
            }
            else
            {
                _paragraphSeen[paragraph >> 6] |= 1UL << paragraph;
            }
        }
    }

    private void CountFacets(ReadOnlySpan<int> docs)
    {
        // The records were made with these arrays' sizes, so what they hold needs no check at every step of the hottest loop.
        ref var packed = ref MemoryMarshal.GetArrayDataReference(_records.Packed);
        ref var reviews = ref MemoryMarshal.GetArrayDataReference(_reviews);
        ref var states = ref MemoryMarshal.GetArrayDataReference(_states);
        ref var traits = ref MemoryMarshal.GetArrayDataReference(_traits);
        ref var issueSets = ref MemoryMarshal.GetArrayDataReference(_issueSets);
        ref var sdgSets = ref MemoryMarshal.GetArrayDataReference(_sdgSets);

        // Neighbours are mostly of one review: its count waits in a register until the review changes.
        var (review, run) = (0, 0);
        foreach (var doc in docs)
        {
            var record = Unsafe.Add(ref packed, doc);
            if (Records.Review(record) != review)
            {
                Unsafe.Add(ref reviews, review) += run;
                (review, run) = (Records.Review(record), 0);
            }

            run++;
            Unsafe.Add(ref states, Records.RecommendingState(record))++;
            Unsafe.Add(ref traits, Records.TraitsOf(record))++;
            Unsafe.Add(ref issueSets, Records.IssueSet(record))++;
            Unsafe.Add(ref sdgSets, Records.SdgSet(record))++;
        }

        if (run > 0)
        {
            _reviews[review] += run;
        }
    }

    private void CountNamed(ReadOnlySpan<int> docs)
    {
        ref var named = ref MemoryMarshal.GetArrayDataReference(_records.Named);
        ref var themeSets = ref MemoryMarshal.GetArrayDataReference(_themeSets);
        ref var personSets = ref MemoryMarshal.GetArrayDataReference(_personSets);
        ref var instrumentSets = ref MemoryMarshal.GetArrayDataReference(_instrumentSets);
        foreach (var doc in docs)
        {
            var record = Unsafe.Add(ref named, doc);
            Unsafe.Add(ref themeSets, Records.ThemeSet(record))++;
            Unsafe.Add(ref personSets, Records.PersonSet(record))++;
            Unsafe.Add(ref instrumentSets, Records.InstrumentSet(record))++;
        }
    }
}
