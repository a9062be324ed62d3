namespace OpenUpr.Recommendations;

/// <summary>What the State under review said to a recommendation: resolution 5/1, paragraph 32 knows supported and noted; pending until it answers.</summary>
public enum Position
{
    Supported = 1,
    Noted = 2,
    Pending = 3,
}

/// <summary>A recommendation of another State, or a commitment that the State under review made itself.</summary>
public enum RecommendationKind
{
    Recommendation = 1,
    Pledge = 2,
}

/// <summary>What a number counts: pairs of a recommendation and a recommending State as UPR Info does, distinct texts, or numbered paragraphs as OHCHR does.</summary>
public enum CountUnit
{
    Pairs,
    Texts,
    Paragraphs,
}
