using OpenUpr.Drafting.Checking;

namespace OpenUpr.Drafting.Studio;

/// <summary>What can be written in the studio. Most kinds are held against the rules of a <see cref="DocumentKind"/>; statements by video and under item 6 against those of the oral one, letters and a charter against none.</summary>
public static class StudioKinds
{
    public const string SubmissionIndividual = "submission-individual";
    public const string SubmissionJoint = "submission-joint";
    public const string Factsheet = "factsheet";
    public const string AdvocacyPaper = "advocacy-paper";
    public const string AdvanceQuestion = "advance-question";
    public const string PreSessionStatement = "pre-session-statement";
    public const string OralStatement = "oral-statement";
    public const string VideoStatement = "video-statement";
    public const string WrittenStatement = "written-statement";
    public const string Letter = "letter";

    /// <summary>The update of two minutes in the general debate under item 6 of the Human Rights Council, at any of its sessions between two reviews (Compendium, Part 3, Reporting to the HRC, 2017).</summary>
    public const string Item6Statement = "item-6-statement";

    /// <summary>Civil society's own: responsibilities, timeframes and indicators (post-UPR consultation toolkit).</summary>
    public const string OutcomeCharter = "outcome-charter";

    /// <summary>Between the State and organisations: the joint steps (UPR Info, civil society compendium, 2017).</summary>
    public const string LetterOfCooperation = "letter-of-cooperation";

    /// <summary>Two to two and a half years after a review: what became of its recommendations (fact sheet 3; UPR Info, civil society compendium, 2017).</summary>
    public const string MidTermReport = "mid-term-report";

    /// <summary>The same of one year (post-UPR consultation toolkit, "Continued joint monitoring of UPR recommendations").</summary>
    public const string AnnualAssessment = "annual-assessment";

    /// <summary>In the order of a review.</summary>
    public static IReadOnlyList<string> All { get; } =
        [SubmissionIndividual, SubmissionJoint, Factsheet, AdvocacyPaper, PreSessionStatement, AdvanceQuestion, Letter, OralStatement, VideoStatement, WrittenStatement, OutcomeCharter, LetterOfCooperation, Item6Statement, AnnualAssessment, MidTermReport];

    /// <summary>The rules that a kind is held against; null for letters and a charter.</summary>
    public static DocumentKind? RulesOf(string kind) => kind is VideoStatement or Item6Statement ? DocumentKind.OralStatement : DocumentKinds.Find(kind);

    /// <summary>True where notes stand at the foot of their page; those of a submission are endnotes, as its guidelines ask.</summary>
    public static bool HasFootnotes(string kind) => kind is not (SubmissionIndividual or SubmissionJoint);

    /// <summary>True for what is written after a review, from its recommendations and not from the coalition's priorities.</summary>
    public static bool IsAfterReview(string kind) => kind is OutcomeCharter or LetterOfCooperation || IsReport(kind);

    /// <summary>True for reports of a followed review: they have parts that are counted and not typed (<see cref="FollowUp.Reports.ReportParts"/>), and are released on a page of their own.</summary>
    public static bool IsReport(string kind) => kind is MidTermReport or AnnualAssessment;

    /// <summary>True for what is read aloud: it has a time as well as a length.</summary>
    public static bool IsSpoken(string kind) => kind is PreSessionStatement or OralStatement or VideoStatement or Item6Statement;
}

/// <summary>What the kinds ask for in a section.</summary>
public static class SectionSlots
{
    public const string Summary = "summary";
    public const string Keywords = "keywords";
    public const string Introduction = "introduction";

    /// <summary>Who writes, since when, and how what is told was learnt.</summary>
    public const string About = "about";
    public const string Methodology = "methodology";

    /// <summary>How the last review's recommendations were followed up in general.</summary>
    public const string FollowUp = "follow-up";

    /// <summary>The head of an issue; what follows stands under it.</summary>
    public const string Issue = "issue";

    /// <summary>Of an issue: progress and its impact (Opportunities for civil society, OHCHR, a).</summary>
    public const string Progress = "progress";

    /// <summary>Of an issue: setbacks (b).</summary>
    public const string Setbacks = "setbacks";

    /// <summary>Of an issue: what remains to be done, as recommendations (c).</summary>
    public const string Remaining = "remaining";

    /// <summary>Of an issue: assistance that is needed (d).</summary>
    public const string Assistance = "assistance";
    public const string Context = "context";

    /// <summary>Evidence, challenges and cases.</summary>
    public const string Challenges = "challenges";

    /// <summary>What earlier reviews said of it and what became of that.</summary>
    public const string PastReviews = "past-reviews";
    public const string Questions = "questions";
    public const string Recommendations = "recommendations";

    /// <summary>The words that open or close a statement or a letter.</summary>
    public const string Opening = "opening";
    public const string Closing = "closing";

    /// <summary>Left out of the count and begun on a page of its own.</summary>
    public const string Annex = "annex";

    /// <summary>In a report of the State: what civil society and the national human rights institution put in (requirement M7).</summary>
    public const string Input = "input";

    /// <summary>Whatever the coalition adds.</summary>
    public const string Free = "free";

    public static IReadOnlyList<string> All { get; } =
    [
        Summary, Keywords, Introduction, About, Methodology, FollowUp, Issue, Progress, Setbacks, Remaining, Assistance, Context, Challenges, PastReviews, Questions,
        Recommendations, Opening, Closing, Annex, Input, Free,
    ];
}
