namespace OpenUpr.Recommendations;

/// <summary>One pair of a recommendation and a recommending State with everything that a list, a page or an export shows of it.</summary>
/// <param name="Rs">ISO code of the recommending State, or <see cref="Reviews.State.Unknown"/>; for a pledge the State under review.</param>
/// <param name="Cycle">By the session table; null for a session that it does not hold.</param>
/// <param name="Symbol">Symbol of the document that the paragraph stands in; null where not known.</param>
/// <param name="Paragraph">Number as printed; null where not known (UPR Info's export has none).</param>
/// <param name="Page">From 1; null where not known.</param>
/// <param name="Position">Null for a pledge, which needs no answer.</param>
/// <param name="PositionText">The source's own wording of the position.</param>
/// <param name="Issues">Names of the issues, in alphabetical order.</param>
/// <param name="Source">File and line that the pair came from.</param>
public sealed record RecommendationRow(
    long Id,
    RecommendationKind Kind,
    string Sur,
    string Rs,
    int Session,
    int? Cycle,
    string? Symbol,
    string? Paragraph,
    int? Page,
    string Text,
    Position? Position,
    bool Partial,
    string? PositionText,
    int? Action,
    IReadOnlyList<string> Issues,
    IReadOnlyList<int> Sdgs,
    string Source)
{
    /// <summary>How alike it is to the text that it was asked for with, 0 to 1; null where it was not asked for so.</summary>
    public double? Score { get; init; }
}
