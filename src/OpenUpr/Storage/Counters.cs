namespace OpenUpr.Storage;

/// <summary>The names under which ids are given out (<see cref="OpenUprDb.TakeIdsAsync"/>): one for each table, by its name.</summary>
public static class Counters
{
    public const string Documents = "documents";
    public const string ImportRuns = "import_runs";
    public const string ImportFindings = "import_findings";
    public const string Reviews = "reviews";
    public const string Paragraphs = "paragraphs";
    public const string Texts = "texts";
    public const string Recommendations = "recommendations";
    public const string Positions = "positions";
    public const string Tags = "tags";
    public const string Changes = "changes";
}
