using OpenUpr.Recommendations;
using OpenUpr.Sources;
using OpenUpr.Sources.UprInfo;

namespace OpenUpr.Import;

/// <summary>
/// Turns UPR Info's wording of the response into a position. "Rejected" was UPR Info's word until 2012 for what resolution 5/1 calls noted; it
/// comes in as noted, in doubt, because other sources use it for more than UPR Info does.
/// </summary>
internal static class ResponseRule
{
    /// <summary>The rule's name, kept with every position that it made. Change the rule, change the number.</summary>
    public const string Name = "upr-info-response/1";

    private const string Known = "Accepted, Supported, Noted, Pending, Rejected and Voluntary Pledge";

    public static (RecommendationKind Kind, Position? Position)? Read(string cell, RowProblems problems)
    {
        switch (cell.ToLowerInvariant())
        {
            case "accepted" or "supported":
                return (RecommendationKind.Recommendation, Position.Supported);
            case "noted":
                return (RecommendationKind.Recommendation, Position.Noted);
            case "pending":
                return (RecommendationKind.Recommendation, Position.Pending);
            case "voluntary pledge":
                return (RecommendationKind.Pledge, null);
            case "rejected":
                problems.Doubt(ExportColumn.Response, "'Rejected' is stored as noted, which is how the Human Rights Council names it.");
                return (RecommendationKind.Recommendation, Position.Noted);
            default:
                problems.Refuse(ExportColumn.Response, $"{CellText.Quote(cell)} is not a known response; known are {Known}.");
                return null;
        }
    }
}
