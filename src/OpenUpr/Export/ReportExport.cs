using System.Globalization;
using OpenUpr.Export.Docx;
using OpenUpr.Export.Xlsx;
using OpenUpr.FollowUp;
using OpenUpr.FollowUp.Reports;

namespace OpenUpr.Export;

/// <summary>A report of a followed review as a workbook: a sheet of its recommendations with everything that is said of each, one of counts, one of what it is. The Word file is that of the drafting studio.</summary>
public static class ReportExport
{
    private static readonly (string Key, int Width)[] s_columns =
    [
        ("col-number", 10), ("col-recommendation", 60), ("col-position", 16), ("col-states", 30), ("col-issues", 30), ("col-light", 22), ("col-judgements", 36), ("col-explanation", 60), ("also-regression", 40), ("col-effect", 40), ("col-evidence", 36),
        ("col-addresses", 40), ("col-rounds", 12), ("also-disputed", 14), ("col-measures", 50), ("col-obstacle", 40), ("col-help", 40),
    ];

    /// <summary>As one of the two files that are offered.</summary>
    /// <param name="ending">.docx or .xlsx.</param>
    /// <param name="released">The day of its release; null for a report that is not released.</param>
    public static Task WriteAsync(Stream output, ReportContent content, DateOnly? released, string ending, Func<string, string> state, DateTimeOffset at, CancellationToken cancel) =>
        ending == ".docx" ? output.WriteAsync(StudioDocx.Write(content.Document), cancel).AsTask() : WriteAsync(output, content, released, state, at, cancel);

    /// <param name="state">The name of a State by its code.</param>
    private static async Task WriteAsync(Stream output, ReportContent content, DateOnly? released, Func<string, string> state, DateTimeOffset at, CancellationToken cancel)
    {
        var (data, words) = (content.Data, new ReportWording(content.Document.Language));
        using var book = await XlsxWriter.CreateAsync(output, at, cancel);
        await SheetAsync(book, words.Say("col-recommendations"), [.. s_columns.Select(c => (words.Say(c.Key), c.Width))], data.Rows.Select(r => Row(data, r, words, state)), cancel);
        await SheetAsync(book, words.Say("sheet-counts"), [(words.Say("about-rows"), 26), (words.Say("col-what"), 40), .. FollowOverview.Lights.Select(l => (words.Light(l), 20)), (words.Say("total"), 10), (words.Say("col-index"), 10)], Counts(data, words), cancel);
        await SheetAsync(book, words.Say("sheet-about"), [(words.Say("sheet-about"), 30), ("", 100)], About(content, words, released, state), cancel);
        await book.FinishAsync(cancel);
    }

    private static object?[] Row(ReportData data, ReportRow row, ReportWording words, Func<string, string> state)
    {
        string? Each(Func<ReportJudgement, string?> say) => Lines(row.Judgements.Select(j => say(j) is { } said ? $"{j.Organisation ?? words.Say("whole")}: {said}" : null));
        return
        [
            row.Name, row.Text, words.Say("position-" + row.Position), string.Join(", ", row.States.Select(state)), string.Join(", ", row.Issues), words.Light(row.Light), Each(j => words.Value(j.Value)), Each(j => j.Explanation), Each(j => j.Regression),
            Each(j => j.Effect), Each(j => j.Evidence.Count == 0 ? null : string.Join("; ", j.Evidence.Select(e => words.Say("evidence-" + e.Kind)))), Lines(row.Judgements.SelectMany(j => j.Evidence).Select(e => e.Address)),
            Lines(row.Judgements.Select(j => j.Year).OfType<int>().Distinct().Order().Select(y => y.ToString(CultureInfo.InvariantCulture))), row.IsDisputed ? words.Say("yes") : null,
            Lines(row.Measures.Select(m => $"{data.Measures[m].Code} {data.Measures[m].Text} ({words.Say("state-" + data.Measures[m].State)})")), row.Obstacle, row.Needs ?? Lines(row.Measures.Select(m => data.Measures[m].Assistance)),
        ];
    }

    private static IEnumerable<object?[]> Counts(ReportData data, ReportWording words)
    {
        object?[] Line(string group, string name, IReadOnlyList<ReportRow> rows) => [group, name, .. FollowOverview.Lights.Select(l => (object)ReportData.Count(rows, l)), rows.Count, ReportData.IndexOf(rows).Value];
        yield return Line(words.Say("total"), "", data.Rows);
        foreach (var position in data.Rows.GroupBy(r => r.Position).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            yield return Line(words.Say("col-position"), words.Say("position-" + position.Key), [.. position]);
        }

        foreach (var issue in data.Issues)
        {
            yield return Line(words.Say("col-issue"), issue, [.. data.Rows.Where(r => r.Issues.Contains(issue))]);
        }

        yield return Line(words.Say("col-also"), words.Say("also-regression"), [.. data.Rows.Where(r => r.IsRegression)]);
        yield return Line(words.Say("col-also"), words.Say("also-disputed"), [.. data.Rows.Where(r => r.IsDisputed)]);
    }

    private static IEnumerable<object?[]> About(ReportContent content, ReportWording words, DateOnly? released, Func<string, string> state)
    {
        var data = content.Data;
        yield return [words.Say("about-title"), content.Document.Title];
        yield return [words.Say("about-mode"), words.Say("mode-" + data.Mode)];
        yield return [words.Say("about-review"), words.Say("review", state(data.State), data.Session)];
        yield return [words.Say("about-rows"), words.Say("method-rows", data.Rows.Count, data.All, words.Say("scope-" + data.Scope))];
        yield return [words.Say("about-counted"), words.Say("method-eyes")];
        yield return [words.Say("col-index"), words.Say("method-index")];
        if (data.AsOf is { } day)
        {
            yield return [words.Say("about-day"), words.Say("method-day", day)];
        }

        yield return [words.Say("about-released"), released is { } on ? words.Day(on) : words.Say("about-draft")];
    }

    private static async Task SheetAsync(XlsxWriter book, string name, IReadOnlyList<(string Head, int Width)> columns, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        using var sheet = book.BeginSheet(name.Length > 31 ? name[..31] : name, new XlsxLayout([.. columns.Select(c => new XlsxColumn(c.Width, c.Width > 14))], true));
        await sheet.WriteRowAsync([.. columns.Select(c => c.Head)], cancel);
        foreach (var row in rows)
        {
            await sheet.WriteRowAsync(row, cancel);
        }

        await sheet.EndAsync(cancel);
    }

    private static string? Lines(IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>()) is { Length: > 0 } text ? text : null;
}
