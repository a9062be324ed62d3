using OpenUpr.Recommendations;

namespace OpenUpr.Import;

/// <summary>A row of the export whose every value is known to the reference data and the taxonomy.</summary>
/// <param name="Sur">ISO code of the State under review.</param>
/// <param name="Rs">ISO code of the recommending State, or <see cref="Reviews.State.Unknown"/>.</param>
/// <param name="Position">Null for a pledge.</param>
/// <param name="Wording">The response as the file words it.</param>
/// <param name="Issues">Slugs, each once.</param>
internal sealed record CheckedRow(
    int Line,
    string Sur,
    int Session,
    RecommendationKind Kind,
    string Rs,
    string Text,
    Position? Position,
    string Wording,
    int Action,
    IReadOnlyList<string> Issues)
{
    /// <summary>
    /// The response as it goes into identities: its meaning, not its wording, because UPR Info has renamed "Accepted" to "Supported" and
    /// the same row must be known again.
    /// </summary>
    public string Response => Position?.ToString().ToLowerInvariant() ?? "pledge";
}
