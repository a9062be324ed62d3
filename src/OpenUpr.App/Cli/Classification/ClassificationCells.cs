using System.Globalization;
using System.Text;
using OpenUpr.App.Shared;
using OpenUpr.Export;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.App.Cli.Classification;

/// <summary>Classified texts as rows of cells: a .csv, or a table on the terminal.</summary>
internal static class ClassificationCells
{
    private const int RowsAtOnce = 500;

    private static readonly string[] s_names = ["row", "action", "actionConfidence", "issues", "sdgs", "themes", "persons"];

    public static async Task<int> WriteCsvAsync(Stream output, Classifier classifier, IEnumerable<TextRow> rows, bool why)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\r\n" };
        await writer.WriteLineAsync(string.Join(',', Names(why)));
        var count = 0;
        foreach (var row in rows)
        {
            await writer.WriteLineAsync(Line(Cells(classifier, row, why)));
            count++;
        }

        return count;
    }

    /// <summary>Writes at once: for what a person reads, a wait for each piece would cost more than it spares.</summary>
    public static int WriteTable(Stream output, Classifier classifier, IEnumerable<TextRow> rows, bool why, int width)
    {
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        var count = 0;
        foreach (var piece in rows.Chunk(RowsAtOnce))
        {
            var names = Names(why);
            var table = new TextTable([.. names.Select((n, i) => new TextColumn(n is "actionConfidence" ? "sure" : n, Right: i is 0 or 2, Rest: n == (why ? "why" : "issues")))], width);
            foreach (var row in piece)
            {
                table.Add([.. Cells(classifier, row, why)]);
            }

            table.WriteTo(writer);
            count += piece.Length;
        }

        return count;
    }

    private static string[] Names(bool why) => why ? [.. s_names, "why"] : s_names;

    private static List<string> Cells(Classifier classifier, TextRow row, bool why)
    {
        var found = classifier.Classify(row.Text);
        List<string> cells =
        [
            row.Line.ToString(CultureInfo.InvariantCulture),
            found.Action.Value,
            found.Action.Confidence.ToString("0.00", CultureInfo.InvariantCulture),
            Joined(found.Issues.Select(i => Labels.Issue(i.Value))),
            Joined(found.Sdgs.Select(l => l.Value)),
            Joined(found.Themes.Select(l => l.Value)),
            Joined(found.Persons.Select(l => l.Value)),
        ];
        if (why)
        {
            cells.Add(string.Join(' ', ReasonSentences.Of([.. classifier.Explain(row.Text).Where(r => r.Scheme == Tag.ActionScheme && r.Value == found.Action.Value)])));
        }

        return cells;
    }

    private static string Joined(IEnumerable<string> values) => string.Join(", ", values);

    private static string Line(List<string> cells)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            line.Append(i > 0 ? "," : string.Empty);
            RecommendationCsv.AppendCell(line, cells[i]);
        }

        return line.ToString();
    }
}
