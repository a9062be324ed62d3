namespace OpenUpr.Drafting.Checking;

/// <summary>What a document is meant to be; each kind has rules of its own.</summary>
public enum DocumentKind
{
    SubmissionIndividual,
    SubmissionJoint,
    Factsheet,
    AdvocacyPaper,
    PreSessionStatement,
    AdvanceQuestion,
    OralStatement,
    WrittenStatement,
    MidTermReport,
    Matrix,
}

/// <summary>The names of kinds, as commands and programs write them.</summary>
public static class DocumentKinds
{
    public static IReadOnlyList<DocumentKind> All { get; } = Enum.GetValues<DocumentKind>();

    public static bool IsSubmission(this DocumentKind kind) => kind is DocumentKind.SubmissionIndividual or DocumentKind.SubmissionJoint;

    /// <summary>"submission-individual".</summary>
    public static string Name(this DocumentKind kind) => kind switch
    {
        DocumentKind.SubmissionIndividual => "submission-individual",
        DocumentKind.SubmissionJoint => "submission-joint",
        DocumentKind.Factsheet => "factsheet",
        DocumentKind.AdvocacyPaper => "advocacy-paper",
        DocumentKind.PreSessionStatement => "pre-session-statement",
        DocumentKind.AdvanceQuestion => "advance-question",
        DocumentKind.OralStatement => "oral-statement",
        DocumentKind.WrittenStatement => "written-statement",
        DocumentKind.MidTermReport => "mid-term-report",
        _ => "matrix",
    };

    /// <summary>The kind of a name, the words of a submission in either order; null for another word.</summary>
    public static DocumentKind? Find(string? name) => name?.Trim().ToLowerInvariant() switch
    {
        "individual-submission" or "individual" => DocumentKind.SubmissionIndividual,
        "joint-submission" or "joint" => DocumentKind.SubmissionJoint,
        "advance-questions" => DocumentKind.AdvanceQuestion,
        { } known when All.Any(k => k.Name() == known) => All.First(k => k.Name() == known),
        _ => null,
    };
}
