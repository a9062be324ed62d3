namespace OpenUpr.Taxonomy.Smart;

/// <summary>The five criteria of a SMART recommendation (UPR Info, "Civil Society Compendium", 2017, "SMART recommendations").</summary>
public enum SmartCriterion
{
    Specific,
    Measurable,
    Achievable,
    Relevant,
    TimeBound,
}

/// <summary>What the machine can say about a criterion.</summary>
public enum SmartVerdict
{
    Pass,
    Doubtful,
    Fail,

    /// <summary>No machine can know it: the writer is asked.</summary>
    Ask,
}

/// <summary>One finding about a draft recommendation. A criterion has one verdict and may have several findings; the gravest decides.</summary>
/// <param name="Code">What was found, such as "bundled-instruments", "vague-time", "double-verb": the page and the command line have a sentence and a suggestion for each.</param>
/// <param name="Places">Where the words that decide stand in the text; empty where something is missing.</param>
/// <param name="Rewritten">The recommendation or recommendations proposed instead, where the machine can write them (a double verb as two, bundled instruments one by one); else empty.</param>
/// <param name="Detail">What the sentence names beside the words; null where nothing.</param>
public sealed record SmartFinding(
    SmartCriterion Criterion,
    SmartVerdict Verdict,
    string Code,
    IReadOnlyList<(int Start, int End)> Places,
    IReadOnlyList<string> Rewritten,
    string? Detail = null);
