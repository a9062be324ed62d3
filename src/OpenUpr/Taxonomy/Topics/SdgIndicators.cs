using OpenUpr.Reviews;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>A global indicator of a target (A/RES/71/313, 2017, annex, as refined by the Statistical Commission since).</summary>
/// <param name="Number">Such as "16.9.1".</param>
/// <param name="Target">The target's number.</param>
/// <param name="Text">The official wording.</param>
public sealed record SdgIndicator(string Number, string Target, string Text, string Source);

/// <summary>
/// The global indicators of the targets that recommendations are often about, to propose as a measure of a recommendation. Goals 1 to 8 and 16 nearly whole;
/// of the others only those whose wording was checked.
/// </summary>
public static class SdgIndicators
{
    private static readonly ILookup<string, SdgIndicator> s_byTarget = ReferenceTable.Read("OpenUpr.Taxonomy.Data.sdg-indicators.csv")
        .Select(r => new SdgIndicator(r["indicator"], r["target"], r["text_en"], r["source"])).ToLookup(i => i.Target);

    /// <summary>The indicators of a target such as "16.9"; none for a goal.</summary>
    public static IReadOnlyList<SdgIndicator> For(string target) => [.. s_byTarget[target]];
}
