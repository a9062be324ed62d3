using OpenUpr.Reviews;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Counting;

/// <summary>
/// Two packed records for each pair: review, recommending State with its memberships at the time, traits, set of issues, set of goals; and sets of
/// themes, affected persons and instruments, which few searches read. Counting a hit is an increment for each of these whatever the number of
/// facets; the facets are read off these counters at the end.
/// </summary>
internal sealed class Records
{
    /// <summary>Bits of a record by dimension, from the lowest: the first five are all 64 of the first record, the others of the second.</summary>
    private static readonly int[] s_bits = [14, 12, 6, 18, 14, 22, 20, 22];

    /// <param name="labels">With people's labels only, what a machine read counts as none.</param>
    public Records(DocTable table, ReferenceData reference, LabelScope labels = LabelScope.All)
    {
        var profiles = new RsProfiles(table, reference);
        var sets = new LabelSets(table, labels);
        Sizes = [table.ReviewSur.Length, profiles.Items.Count, Traits.Size, sets.Issues.Count, sets.Sdgs.Count, sets.Themes.Count, sets.Persons.Count, sets.Instruments.Count];
        if (Sizes.Where((size, i) => size > 1 << s_bits[i]).Any())
        {
            throw new InvalidDataException("More different reviews, recommending States or sets of labels than the search index can number.");
        }

        Packed = new ulong[table.Count];
        Named = new ulong[table.Count];
        for (var doc = 0; doc < Packed.Length; doc++)
        {
            Named[doc] = (uint)sets.ThemeSetOf(doc) | (ulong)(uint)sets.PersonSetOf(doc) << 22 | (ulong)(uint)sets.InstrumentSetOf(doc) << 42;
            Packed[doc] = (uint)table.ReviewOf[doc]
                | (ulong)(uint)profiles.Of(table.RsOf[doc], table.ReviewOf[doc]) << 14
                | (ulong)sets.TraitsOf(doc) << 26
                | (ulong)(uint)sets.IssueSetOf(doc) << 32
                | (ulong)(uint)sets.SdgSetOf(doc) << 50;
        }

        Unfiltered = Array.ConvertAll(Sizes, size => new ushort[size]);
        Fields = FacetFields.Make(table, sets, profiles.Items, reference);
    }

    /// <summary>By pair; read it with <see cref="Review"/> and its neighbours.</summary>
    public ulong[] Packed { get; }

    /// <summary>By pair: the second record; read it with <see cref="ThemeSet"/> and its neighbours.</summary>
    public ulong[] Named { get; }

    /// <summary>Entries of each <see cref="Dimension"/>.</summary>
    public int[] Sizes { get; }

    /// <summary>Masks by dimension for searches without a filter on it: all 0.</summary>
    public ushort[][] Unfiltered { get; }

    /// <summary>In the order of <see cref="FacetFields"/>.</summary>
    public IReadOnlyList<FacetField> Fields { get; }

    public static int Review(ulong record) => (int)(record & 0x3FFF);

    public static int RecommendingState(ulong record) => (int)(record >> 14 & 0xFFF);

    public static int TraitsOf(ulong record) => (int)(record >> 26 & 0x3F);

    public static int IssueSet(ulong record) => (int)(record >> 32 & 0x3FFFF);

    public static int SdgSet(ulong record) => (int)(record >> 50);

    public static int ThemeSet(ulong named) => (int)(named & 0x3FFFFF);

    public static int PersonSet(ulong named) => (int)(named >> 22 & 0xFFFFF);

    public static int InstrumentSet(ulong named) => (int)(named >> 42);

    /// <summary>The records by pair that hold a dimension.</summary>
    public ulong[] Holding(Dimension dimension) => dimension < Dimension.ThemeSet ? Packed : Named;

    /// <summary>A pair's entry in a dimension.</summary>
    public int Entry(int doc, Dimension dimension)
    {
        var (shift, mask) = Place(dimension);
        return (int)(Holding(dimension)[doc] >> shift & mask);
    }

    /// <summary>Where a dimension's entry stands in a record, for loops over many records: shift it right, then mask it.</summary>
    public static (int Shift, ulong Mask) Place(Dimension dimension) => dimension switch
    {
        Dimension.Review => (0, 0x3FFF),
        Dimension.RecommendingState => (14, 0xFFF),
        Dimension.Traits => (26, 0x3F),
        Dimension.IssueSet => (32, 0x3FFFF),
        Dimension.SdgSet => (50, 0x3FFF),
        Dimension.ThemeSet => (0, 0x3FFFFF),
        Dimension.PersonSet => (22, 0xFFFFF),
        _ => (42, 0x3FFFFF),
    };
}
