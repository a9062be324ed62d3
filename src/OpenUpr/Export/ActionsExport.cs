using OpenUpr.Export.Docx;
using OpenUpr.Export.Xlsx;
using OpenUpr.FollowUp.Actions;

namespace OpenUpr.Export;

/// <summary>The implementation matrix, or a part of it, as a workbook: a sheet of actions, one of indicators, one of recommendations without an action.</summary>
public static class ActionsExport
{
    private static readonly string[] s_actions = ["col-theme", "col-number", "col-recommendations", "col-action", "col-state", "col-ministry", "col-actors", "col-from", "col-to", "col-targets", "col-plans", "col-law", "col-budget", "col-committee", "col-assistance"];
    private static readonly int[] s_widths = [26, 9, 60, 50, 12, 26, 40, 12, 12, 14, 30, 30, 30, 24, 30];

    /// <param name="language">Tag of the words around what the coalition wrote.</param>
    public static async Task WriteAsync(Stream output, ActionPlan plan, string language, DateTimeOffset at, CancellationToken cancel)
    {
        using var book = await XlsxWriter.CreateAsync(output, at, cancel);
        await SheetAsync(
            book, "col-action", s_actions, s_widths,
            from theme in plan.Themes from a in theme select new object?[]
            {
                theme.Key, ActionPlans.CodeOf(a.Number), Lines(a.Recommendations.Select(r => $"{plan.Recommendations[r].Number} {plan.Recommendations[r].Text}".Trim())), a.Text, ActionWording.Of("state-" + a.State, language), a.Ministry,
                Lines(a.Actors.Select(ActionChanges.Line)), Day(a.From), Day(a.To), string.Join(", ", a.Targets), Lines(a.Plans), a.Law, a.Budget, a.Committee, a.Assistance,
            },
            language, cancel);
        await SheetAsync(book, "col-indicators", ["col-number", "col-indicators"], [9, 100], plan.Actions.SelectMany(a => a.Indicators.Select(i => new object?[] { ActionPlans.CodeOf(a.Number), ActionChanges.Line(i) })), language, cancel);
        await SheetAsync(book, "unserved", ["col-number", "col-recommendations"], [9, 100], plan.Unserved.Select(r => new object?[] { r.Number, r.Text }), language, cancel);
        await book.FinishAsync(cancel);
    }

    /// <summary>As one of the two files that are offered.</summary>
    /// <param name="ending">.docx or .xlsx.</param>
    public static Task WriteAsync(Stream output, ActionPlan plan, string title, string ending, string language, DateTimeOffset at, CancellationToken cancel) =>
        ending == ".docx" ? output.WriteAsync(ActionsDocx.Write(plan, title, language), cancel).AsTask() : WriteAsync(output, plan, language, at, cancel);

    private static async Task SheetAsync(XlsxWriter book, string name, IReadOnlyList<string> head, IReadOnlyList<int> widths, IEnumerable<object?[]> rows, string language, CancellationToken cancel)
    {
        var title = ActionWording.Of(name, language);
        using var sheet = book.BeginSheet(title.Length > 31 ? title[..31] : title, new XlsxLayout([.. widths.Select(w => new XlsxColumn(w, w > 14))], true));
        await sheet.WriteRowAsync([.. head.Select(h => ActionWording.Of(h, language))], cancel);
        foreach (var row in rows)
        {
            await sheet.WriteRowAsync(row, cancel);
        }

        await sheet.EndAsync(cancel);
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Lines(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } text ? text : null;
}
