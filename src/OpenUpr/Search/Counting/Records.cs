using OpenUpr.Reviews;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Counting;

/// <summary>
/// One packed record for each pair: review, recommending State with its memberships at the time, traits, set of issues.
/// Counting a hit is four increments whatever the number of facets; the facets are read off these counters at the end.
/// </summary>
internal sealed class Records
{
    private const int MaxSmall = 1 << 16;
    private const int MaxIssueSets = 1 << 24;

    public Records(DocTable table, ReferenceData reference)
    {
        var profiles = new RsProfiles(table, reference);
        Packed = new ulong[table.Count];
        for (var doc = 0; doc < Packed.Length; doc++)
        {
            Packed[doc] = (uint)table.ReviewOf[doc]
                | (ulong)(uint)profiles.Of(table.RsOf[doc], table.ReviewOf[doc]) << 16
                | (ulong)table.TraitsOf[doc] << 32
                | (ulong)(uint)table.IssueSetOf[doc] << 40;
        }

        Sizes = [table.ReviewSur.Length, profiles.Items.Count, Traits.Size, table.IssueSets.Length];
        if (Sizes[0] > MaxSmall || Sizes[1] > MaxSmall || Sizes[3] > MaxIssueSets)
        {
            throw new InvalidDataException("More different reviews, recommending States or sets of issues than the search index can number.");
        }

        Unfiltered = Array.ConvertAll(Sizes, size => new ushort[size]);
        Fields = FacetFields.Make(table, profiles.Items, reference);
    }

    /// <summary>By pair; read it with <see cref="Review"/> and its neighbours.</summary>
    public ulong[] Packed { get; }

    /// <summary>Entries of each <see cref="Dimension"/>.</summary>
    public int[] Sizes { get; }

    /// <summary>Masks by dimension for searches without a filter on it: all 0.</summary>
    public ushort[][] Unfiltered { get; }

    /// <summary>In the order of <see cref="FacetFields"/>.</summary>
    public IReadOnlyList<FacetField> Fields { get; }

    public static int Review(ulong record) => (int)(record & 0xFFFF);

    public static int RecommendingState(ulong record) => (int)(record >> 16 & 0xFFFF);

    public static int TraitsOf(ulong record) => (int)(record >> 32 & 0xFF);

    public static int IssueSet(ulong record) => (int)(record >> 40);

    /// <summary>The record's entry in a dimension.</summary>
    public static int Entry(ulong record, Dimension dimension) => dimension switch
    {
        Dimension.Review => Review(record),
        Dimension.RecommendingState => RecommendingState(record),
        Dimension.Traits => TraitsOf(record),
        _ => IssueSet(record),
    };

    /// <summary>Where a dimension's entry stands in a record, for loops over many records: shift it right, then mask it.</summary>
    public static (int Shift, ulong Mask) Place(Dimension dimension) => dimension switch
    {
        Dimension.Review => (0, 0xFFFF),
        Dimension.RecommendingState => (16, 0xFFFF),
        Dimension.Traits => (32, 0xFF),
        _ => (40, 0xFFFFFF),
    };
}
