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
    public const string Passages = "passages";
    public const string Submitters = "submitters";
    public const string ReviewFacts = "review_facts";
    public const string Wordings = "wordings";
    public const string KnownIdentities = "known_identities";
    public const string Doubts = "doubts";
    public const string Settlements = "settlements";
    public const string Uploads = "uploads";
    public const string Changes = "changes";
}
