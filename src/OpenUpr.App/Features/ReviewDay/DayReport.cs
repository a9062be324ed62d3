using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.Planning.ReviewDay;
using OpenUpr.Storage;

namespace OpenUpr.App.Features.ReviewDay;

/// <summary>The day's report in the reader's words: the same tables on the page and in the files.</summary>
internal static class DayReport
{
    /// <summary>What the numbers rest on, in a sentence.</summary>
    public static string Basis(DayOutcome outcome) =>
        !outcome.HasReport ? DayWords.Basis_Notes : outcome.Undecided > 0 ? Numbers.Fill(DayWords.Basis_Open, Numbers.Count(outcome.Undecided)) : DayWords.Basis_Report;

    public static IReadOnlyList<DayTable> Tables(DayOutcome outcome, Labels labels) => [Issues(outcome, labels), Drafts(outcome, labels)];

    private static DayTable Issues(DayOutcome outcome, Labels labels) => new(
        DayWords.Table_Issues,
        [DayWords.Column_Issue, DayWords.Column_Drafts, DayWords.Column_Raised, DayWords.Column_Questions, DayWords.Column_Noted, DayWords.Column_States, DayWords.Column_Report, DayWords.Column_Supported, DayWords.Column_NotedByState, DayWords.Column_Pending],
        [.. outcome.Issues.Select(i => (IReadOnlyList<object?>)[
            Labels.Issue(i.Issue), i.Drafts, i.Questions + i.Noted > 0 || i.Report > 0 ? DayWords.Yes : DayWords.No, i.Questions, i.Noted, string.Join(", ", i.States.Select(labels.State)),
            i.Report, i.Report is null ? null : i.Supported, i.Report is null ? null : i.NotedByState, i.Report is null ? null : i.Pending])]);

    private static DayTable Drafts(DayOutcome outcome, Labels labels) => new(
        DayWords.Table_Drafts,
        [DayWords.Column_Draft, DayWords.Column_Issue, DayWords.Column_By, DayWords.Column_Words, DayWords.Column_Became, DayWords.Column_Position],
        [.. outcome.Drafts.SelectMany(d => d.Taken.Count == 0 ? [Row(d, null, labels)] : d.Taken.Select(t => Row(d, t, labels)))]);

    private static IReadOnlyList<object?> Row(DraftOutcome draft, TakenUp? taken, Labels labels) =>
    [
        draft.Draft.Text, draft.Draft.Issue, taken is null ? DayWords.Nobody : taken.State is { } state ? labels.State(state) : DayWords.Speaker_Unknown, taken?.Note.Text,
        taken is null ? null : taken.Row is { } row ? DayText.Paragraph(row) : DayText.Of("Status", taken.Note.Status == DayNote.Confirmed ? DayNote.Provisional : taken.Note.Status),
        taken?.Row is { } answered ? DayText.Position(answered) : null,
    ];
}
