namespace OpenUpr.Search.Statistics;

/// <summary>One value of a field with the count of what carries it.</summary>
/// <param name="Key">As the query language writes it: "CUB", "womens-rights", "14".</param>
/// <param name="Label">In English, as exports write it; pages use their reader's language.</param>
/// <param name="Actions">Counts of action categories 1 to 5, in this order; what has no category is in none of them.</param>
public sealed record StatisticRow(string Key, string Label, int Count, int Supported, int Noted, int Pending, IReadOnlyList<int> Actions)
{
    /// <summary>False while nothing has an answer: a supported share of 0 would then say what no State said.</summary>
    public bool IsAnswered => Supported + Noted > 0;

    /// <summary>Category 5: asks for a specific action.</summary>
    public int Specific => Actions[4];

    /// <summary>The part of <paramref name="whole"/> that this row is, from 0 to 1; 0 of nothing is 0.</summary>
    public double ShareOf(int whole) => Share(Count, whole);

    /// <summary>Supported among all, from 0 to 1: the share that UPR Info publishes. What is pending or has no known answer is in the whole.</summary>
    public double SupportedShare => Share(Supported, Count);

    /// <summary>Category 5 among all, from 0 to 1.</summary>
    public double SpecificShare => Share(Specific, Count);

    private static double Share(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
