using OpenUpr.Drafting.Checking.Rules;
using static OpenUpr.Drafting.Checking.CheckSeverity;
using static OpenUpr.Drafting.Checking.DocumentKind;

namespace OpenUpr.Drafting.Checking;

/// <summary>Every rule, in the order in which findings of the same weight are listed. docs/formats.md has the same table with its tests; a test holds both together.</summary>
public static class CheckRules
{
    private static readonly Func<DocumentKind, bool> s_any = _ => true;
    private static readonly Func<DocumentKind, bool> s_submission = k => k.IsSubmission();

    /// <summary>Those that are read in the UN's name, and stay on its site.</summary>
    private static readonly Func<DocumentKind, bool> s_text = k => k != Matrix;

    public static IReadOnlyList<CheckRule> All { get; } =
    [
        // Form of the file.
        new("file-form", Must, "compendium-sending", s_submission, FormRules.NotWord) { NeedsNoText = true },
        new("file-unread", Must, CheckSources.Own, k => !k.IsSubmission(), FormRules.NotWord) { NeedsNoText = true },
        new("file-old-word", Should, CheckSources.Own, s_any, FormRules.OldWord) { NeedsNoText = true },
        new("file-locked", Must, CheckSources.Own, s_any, FormRules.Locked) { NeedsNoText = true },
        new("no-text", Must, CheckSources.Own, s_any, FormRules.NoText),
        new("file-protected", Should, CheckSources.Own, s_any, FormRules.Protected),
        new("macros", Should, CheckSources.Own, s_any, FormRules.Macros),
        new("embedded", Should, CheckSources.Own, s_any, FormRules.Embedded),
        new("outside-links", Should, CheckSources.Own, s_any, FormRules.Outside),
        new("language", Should, "compendium-include", s_submission, FormRules.Language),
        new("language-tag", Look, CheckSources.Own, s_any, FormRules.LanguageTag),
        new("paper-size", Look, CheckSources.Own, s_any, FormRules.PaperSize),
        new("fonts", Look, CheckSources.Own, s_any, FormRules.Fonts),

        // What is left in the file.
        new("tracked-changes", Must, CheckSources.Own, s_any, TraceRules.Changes),
        new("tracking-on", Look, CheckSources.Own, s_any, TraceRules.TrackingOn),
        new("comments", Must, CheckSources.Own, s_any, TraceRules.Comments),
        new("hidden-text", Must, CheckSources.Own, s_any, TraceRules.Hidden),
        new("metadata", Should, CheckSources.Own, s_any, TraceRules.Properties),
        new("own-properties", Should, CheckSources.Own, s_any, TraceRules.OwnProperties),
        new("editing-sessions", Look, CheckSources.Own, s_any, TraceRules.EditingSessions),

        // Length.
        new("word-limit", Must, "ohchr-words-2011", s_submission, LengthRules.Words) { HasLimit = true },
        new("words-with-cover", Look, CheckSources.Own, s_submission, LengthRules.WordsWithCover) { HasLimit = true },
        new("speaking-time", Must, "compendium-oral", k => k == OralStatement, LengthRules.Words) { HasLimit = true },
        new("pre-session-time", Should, "factsheet-3-pre-session", k => k == PreSessionStatement, LengthRules.Words) { HasLimit = true },
        new("pages", Should, "compendium-factsheets", k => k == Factsheet, LengthRules.Pages) { HasLimit = true },
        new("sprawl", Look, "compendium-submissions", s_submission, LengthRules.Issues) { HasLimit = true },
        new("issues", Should, "factsheet-3-paper", k => k == AdvocacyPaper, LengthRules.Issues) { HasLimit = true },
        new("recommendation-count", Should, "compendium-factsheets", k => k == Factsheet, LengthRules.Recommendations) { HasLimit = true },
        new("recommendations-per-issue", Should, "factsheet-3-paper", k => k == AdvocacyPaper, LengthRules.Recommendations) { HasLimit = true },

        // Parts.
        new("cover-page", Should, "compendium-structure", s_submission, PartRules.Cover),
        new("contact", Should, "compendium-structure", s_submission, PartRules.Contact),
        new("joint-submitters", Must, "compendium-structure", k => k == SubmissionJoint, PartRules.JointSubmitters),
        new("kind-doubt", Look, "compendium-joint", k => k == SubmissionIndividual, PartRules.SaysJoint),
        new("about-us", Should, "compendium-structure", s_submission, PartRules.AboutUs),
        new("about-ngo", Should, "factsheet-3-paper", k => k == AdvocacyPaper, PartRules.AboutUs),
        new("summary", Should, "compendium-structure", s_submission, PartRules.Summary),
        new("paragraph-numbers", Should, "compendium-structure", s_submission, NumberRules.Paragraphs),
        new("number-order", Look, "compendium-structure", s_submission, NumberRules.Order),
        new("page-numbers", Should, "compendium-structure", s_submission, NumberRules.Pages),
        new("recommendations", Should, "compendium-summary", s_submission, PartRules.Recommendations),
        new("asks", Should, "compendium-factsheets", k => k is Factsheet or AdvocacyPaper or PreSessionStatement, PartRules.Recommendations),
        new("questions", Should, "compendium-factsheets", k => k is Factsheet or AdvocacyPaper or PreSessionStatement or AdvanceQuestion, PartRules.Questions),
        new("past-reviews", Should, "compendium-summary", s_submission, PartRules.PastReviews),
        new("past-reviews-brief", Should, "compendium-factsheets", k => k is Factsheet or MidTermReport, PartRules.PastReviews),
        new("progress", Look, "ohchr-follow-up", k => k.IsSubmission() || k is Factsheet or MidTermReport, PartRules.Progress),
        new("factsheet-order", Should, "compendium-factsheets", k => k is Factsheet, PartRules.Order),
        new("own-submission", Look, "factsheet-3-summary", k => k is AdvocacyPaper, PartRules.OwnSubmission),
        new("annex-missing", Look, CheckSources.Own, s_text, PartRules.AnnexMissing),

        // Notes and pictures.
        new("note-substance", Should, "compendium-include", s_submission, NoteRules.Substance),
        new("many-notes", Should, "compendium-style", s_submission, NoteRules.Many),
        new("pictures", Should, "compendium-style", s_submission, NoteRules.Pictures),
        new("picture-text", Look, CheckSources.Own, s_any, NoteRules.PictureText),

        // Safety and style.
        new("named-person", Look, "compendium-safety", s_any, SafetyRules.Persons),
        new("recognisable-case", Look, "compendium-safety", s_any, SafetyRules.Cases),
        new("personal-details", Look, "compendium-safety", s_any, SafetyRules.Details),
        new("emotive", Should, "compendium-style", s_text, StyleRules.Emotive),
        new("not-smart", Look, "compendium-smart", k => k.IsSubmission() || k is Factsheet or AdvocacyPaper or PreSessionStatement, StyleRules.NotSmart),

        // Statements at the adoption of the outcome.
        new("upr-reference", Must, "compendium-oral", k => k is OralStatement, StatementRules.UprReference),
        new("outcome-reference", Should, "compendium-oral", k => k is OralStatement, StatementRules.OutcomeReference),
        new("new-recommendations", Should, "compendium-oral", k => k is OralStatement, StatementRules.NewRecommendations),
        new("call-to-implement", Should, "compendium-oral", k => k is OralStatement, StatementRules.CallToImplement),
        new("quotes", Look, "compendium-oral", k => k is OralStatement, StatementRules.Quotes),
        new("late-position", Look, "compendium-oral", k => k is OralStatement or WrittenStatement, StatementRules.LatePosition),
        new("status-named", Look, "compendium-written", k => k is WrittenStatement, StatementRules.StatusNamed),

        // The list of recommendations to be filled in.
        new("matrix-table", Must, "compendium-matrix", k => k == Matrix, MatrixRules.Table),
        new("matrix-unassessed", Should, "compendium-matrix", k => k == Matrix, MatrixRules.Unassessed),
        new("matrix-bare-value", Look, "ohchr-follow-up", k => k == Matrix, MatrixRules.BareValues),
    ];

    /// <summary>What no program can know of a document of this kind, so that a person must ask; codes that pages and the command line put in words.</summary>
    public static IReadOnlyList<string> Unknown(DocumentKind kind) =>
    [
        "true", "consent", "annexes",
        .. kind.IsSubmission() ? new[] { "one-individual", "deadline", "guidelines" } : [],
        .. kind is Factsheet ? new[] { "pages" } : [],
        .. kind is OralStatement ? new[] { "pace", "accredited" } : [],
        .. kind is PreSessionStatement ? new[] { "pace" } : [],
    ];
}
