using OpenUpr.Search.Passages;
using OpenUpr.Storage;
using OpenUpr.Taxonomy;

namespace OpenUpr.Drafting.Coverage;

/// <summary>One of the three papers on which a review rests.</summary>
/// <param name="Kind">national-report, compilation or summary.</param>
/// <param name="Document">The stored paper, in English where there is one; null where none is stored.</param>
public sealed record BasePaper(string Kind, PassageDocument? Document)
{
    public const string NationalReport = "national-report";
    public const string Compilation = "compilation";
    public const string Summary = "summary";

    /// <summary>In the order of the process.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [NationalReport, Compilation, Summary];

    /// <summary>Whether the machine could look into it; where not, silence says nothing.</summary>
    public bool IsRead => Document is not null && PassageIssues.CanRead(Document);
}

/// <summary>A paragraph that speaks of an issue.</summary>
public sealed record CoveredPassage(Passage Passage, PassageIssue Reading);

/// <summary>What one paper says of one issue.</summary>
/// <param name="Passages">In the paper's order.</param>
public sealed record PaperCoverage(BasePaper Paper, IReadOnlyList<CoveredPassage> Passages)
{
    /// <summary>True where the paper was looked into and nothing was found.</summary>
    public bool IsLeftOut => Paper.IsRead && Passages.Count == 0;
}

/// <summary>What the papers say of one of the coalition's priorities.</summary>
/// <param name="Numbers">How often it is raised; null where the priority's issue is not known any more.</param>
public sealed record PriorityCoverage(DraftPriority Priority, IReadOnlyList<PaperCoverage> Papers, IssueNumbers? Numbers);

/// <summary>How often an issue is raised.</summary>
/// <param name="Compilation">Paragraphs of the compilation; so the other papers.</param>
/// <param name="Asked">Paragraphs of States' questions in advance of this State's reviews.</param>
/// <param name="Here">Recommendations to this State on it, as pairs of a recommendation and a State, of <paramref name="HereOf"/> in all.</param>
/// <param name="Everywhere">The same in all stored reviews.</param>
/// <param name="IsRare">Whether it is raised too rarely, by the rule of <see cref="RareIssues"/>.</param>
public sealed record IssueNumbers(Issue Issue, int NationalReport, int Compilation, int Summary, int Asked, int Here, int HereOf, int Everywhere, int EverywhereOf, bool IsRare)
{
    /// <summary>Of this State's recommendations, 0 to 1.</summary>
    public double ShareHere => HereOf == 0 ? 0 : (double)Here / HereOf;

    public double ShareEverywhere => EverywhereOf == 0 ? 0 : (double)Everywhere / EverywhereOf;
}

/// <summary>What the UN's papers say of the coalition's issues and what they leave out.</summary>
/// <param name="Country">ISO code; null where the coalition named none.</param>
/// <param name="Session">Of the review whose papers were looked into; null where no paper is stored.</param>
/// <param name="Planned">The session that the coalition plans for; null where it is not known.</param>
/// <param name="Sessions">Of the State's reviews that have papers, newest first.</param>
/// <param name="Rare">Issues that are raised too rarely, those of our priorities first.</param>
public sealed record CoverageView(string? Country, int? Session, int? Planned, IReadOnlyList<int> Sessions, IReadOnlyList<BasePaper> Papers, IReadOnlyList<PriorityCoverage> Priorities, IReadOnlyList<IssueNumbers> Rare);
