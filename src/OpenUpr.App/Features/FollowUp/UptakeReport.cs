using OpenUpr.App.Resources;
using OpenUpr.App.Shared;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Uptake;
using OpenUpr.Planning.ReviewDay;

namespace OpenUpr.App.Features.FollowUp;

/// <summary>The report to colleagues in the reader's words: the same tables on the page and in the file.</summary>
internal static class UptakeReport
{
    /// <summary>What the numbers rest on, in a sentence.</summary>
    public static string Basis(UptakeView view) => Numbers.Fill(
        view.Drafts.Any(d => d.IsOpen) ? UptakeWords.Basis_Open : UptakeWords.Basis_Done, view.Drafts.Count, view.Count(UptakeStage.Taken), view.Count(UptakeStage.Nobody), view.Drafts.Count(d => d.IsOpen));

    public static IReadOnlyList<DayTable> Tables(UptakeView view, IReadOnlyList<IssueUptake> issues, Labels labels) => [Issues(issues, labels), Drafts(view, labels)];

    private static DayTable Issues(IReadOnlyList<IssueUptake> issues, Labels labels) => new(
        UptakeWords.Table_Issues,
        [UptakeWords.Column_Issue, UptakeWords.Column_Raised, UptakeWords.Column_Rows, .. FollowPage.Positions.Select(FollowPage.PositionWord), UptakeWords.Column_Ours, UptakeWords.Column_Taken],
        [.. issues.Select(i => (IReadOnlyList<object?>)[
            i.Issue, i.Raised.Count == 0 ? UptakeWords.Raised_No : string.Join(", ", i.Raised.Select(labels.State)), i.Rows.Count, .. FollowPage.Positions.Select(p => (object?)i.Count(p)), i.Drafts, i.Taken])]);

    private static DayTable Drafts(UptakeView view, Labels labels) => new(
        UptakeWords.Table_Drafts,
        [UptakeWords.Column_Draft, UptakeWords.Column_Became, UptakeWords.Column_States, UptakeWords.Column_Position, UptakeWords.Column_Lost],
        [.. view.Drafts.SelectMany(d => d.Confirmed.Any() ? d.Confirmed.Select(c => Row(d, c.Row!, labels)) : [[d.Draft.Text, UptakeLabels.Stage(d.Stage), null, null, null]])]);

    private static IReadOnlyList<object?> Row(UptakeDraft draft, FollowedRow row, Labels labels) =>
        [draft.Draft.Text, $"{row.Row.Number} {row.Row.Text}".Trim(), string.Join(", ", row.States.Select(labels.State)), FollowPage.PositionWord(row.Row.Position), UptakeLabels.Lost(draft.Draft.Text, row.Row.Text)];
}
