using System.Globalization;
using OpenUpr.FollowUp.Actions;

namespace OpenUpr.Export.Docx;

/// <summary>The implementation matrix, or a part of it, as a Word file: pages on their long side, actions under their issues, then what no action serves yet.</summary>
public static class ActionsDocx
{
    private static readonly string[] s_head = ["col-recommendations", "col-action", "col-who", "col-indicators", "col-time", "col-goals", "col-needs"];
    private static readonly int[] s_widths = [32, 26, 22, 26, 14, 18, 24];

    /// <summary>Characters of a recommendation's words beside its number: the whole stands in the report.</summary>
    private const int Shown = 220;

    /// <param name="title">At the head of every page.</param>
    /// <param name="language">Tag of the words around what the coalition wrote.</param>
    public static byte[] Write(ActionPlan plan, string title, string language)
    {
        using var docx = new DocxWriter(language);
        docx.ListPages(isLandscape: true, title, null);
        docx.List(Rows(plan, language), s_widths, title);
        return docx.Finish();
    }

    /// <summary>"Number. Words", cut to what fits beside an action.</summary>
    public static string Line(PlanRecommendation r) => $"{r.Number} {(r.Text.Length <= Shown ? r.Text : r.Text[..(r.Text.LastIndexOf(' ', Shown - 1) is > 0 and var at ? at : Shown)] + "…")}".Trim();

    private static IEnumerable<DocxListRow> Rows(ActionPlan plan, string language)
    {
        yield return new DocxListRow(null, [.. s_head.Select(c => Lines([ActionWording.Of(c, language)]))]) { IsHead = true };
        foreach (var theme in plan.Themes)
        {
            yield return new DocxListRow(theme.Key ?? ActionWording.Of("no-theme", language), []);
            foreach (var action in theme)
            {
                yield return new DocxListRow(null, Cells(plan, action, language));
            }
        }

        if (plan.Unserved is { Count: > 0 } left)
        {
            yield return new DocxListRow(ActionWording.Of("unserved", language), []);
            foreach (var recommendation in left)
            {
                yield return new DocxListRow(null, [Lines([Line(recommendation)])]);
            }
        }
    }

    private static IReadOnlyList<DocxRun[]>[] Cells(ActionPlan plan, PlanAction action, string language) =>
    [
        Lines(action.Recommendations.Select(r => Line(plan.Recommendations[r]))),
        [[new DocxRun(ActionPlans.CodeOf(action.Number) + " ", Bold: true), new DocxRun(action.Text)], [new DocxRun(ActionWording.Of("state-" + action.State, language), Italic: true)]],
        [.. action.Ministry is null ? [] : new DocxRun[][] { [new DocxRun(action.Ministry, Bold: true)] }, .. action.Actors.Select(a => new[] { new DocxRun(ActionChanges.Line(a)) })],
        Lines(action.Indicators.Select(ActionChanges.Line)),
        Lines([Day(action.From), Day(action.To)]),
        Lines([action.Targets.Count == 0 ? null : "SDG " + string.Join(", ", action.Targets), .. action.Plans]),
        [.. Labelled("col-law", action.Law, language), .. Labelled("col-budget", action.Budget, language), .. Labelled("col-committee", action.Committee, language), .. Labelled("col-assistance", action.Assistance, language)],
    ];

    private static IEnumerable<DocxRun[]> Labelled(string code, string? text, string language) => text is null ? [] : [[new DocxRun(ActionWording.Of(code, language) + ": ", Bold: true), new DocxRun(text)]];

    private static IReadOnlyList<DocxRun[]> Lines(IEnumerable<string?> lines) => [.. lines.OfType<string>().SelectMany(l => l.Split('\n')).Select(l => new[] { new DocxRun(l) })];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
