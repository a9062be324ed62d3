namespace OpenUpr.Sources.Papers;

/// <summary>The kinds of papers of a review that can be read.</summary>
public enum PaperKind
{
    WorkingGroupReport,
    Addendum,

    /// <summary>The Human Rights Council's decision on the outcome (A/HRC/DEC/...).</summary>
    Decision,

    /// <summary>OHCHR's thematic list of recommendations ("matrix").</summary>
    ThematicList,
    NationalReport,
    Compilation,
    Summary,
    AdvanceQuestions,
}

/// <summary>What a paper is, by what stands on it.</summary>
/// <param name="Symbol">As A/HRC/43/15 without spaces; null where the paper bears none (lists, questions).</param>
/// <param name="Language">ISO 639-1: en, fr, es, ru, ar, zh.</param>
/// <param name="Sur">ISO code of the State under review; null where it could not be told.</param>
/// <param name="Session">The Working Group's session; null where it could not be told.</param>
/// <param name="PublishedOn">The date of distribution.</param>
/// <param name="Reasons">Why it was taken for this, in the paper's own words: "symbol A/HRC/43/15", "title ...". For the person who uploads.</param>
public sealed record PaperIdentity(PaperKind Kind, string? Symbol, string Language, string? Sur, int? Session, DateOnly? PublishedOn, IReadOnlyList<string> Reasons)
{
    /// <summary>The Working Group report that the paper is, belongs to or names, without suffixes: A/HRC/43/15; null where it names none.</summary>
    public string? ReportSymbol { get; init; }

    /// <summary>The kind's name in the store, in jsonl and in addresses, such as "working-group-report".</summary>
    public string KindName => NameOf(Kind);

    public static string NameOf(PaperKind kind) => kind switch
    {
        PaperKind.WorkingGroupReport => "working-group-report",
        PaperKind.Addendum => "addendum",
        PaperKind.Decision => "decision",
        PaperKind.ThematicList => "thematic-list",
        PaperKind.NationalReport => "national-report",
        PaperKind.Compilation => "compilation",
        PaperKind.Summary => "summary",
        PaperKind.AdvanceQuestions => "advance-questions",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
