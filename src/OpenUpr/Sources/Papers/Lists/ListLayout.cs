using System.Text.RegularExpressions;
using OpenUpr.Drafting.Lists;
using OpenUpr.Recommendations;

namespace OpenUpr.Sources.Papers.Lists;

/// <summary>Reads a thematic list as it is printed, cell by cell, so that it can be written again in the same layout.</summary>
internal static partial class ListLayout
{
    /// <summary>Rows of one list: four times the longest that is known.</summary>
    public const int MostRows = 2_000;

    /// <summary>Of what stands at the head or the foot of a page.</summary>
    private const int MostLetters = 500;

    /// <param name="words">What the coalition calls the values, for what stands in the last column.</param>
    /// <exception cref="SourceException">There is no such list in it.</exception>
    public static MatrixList Read(PaperText text, string language, bool isLandscape, ScaleWording? words = null)
    {
        IReadOnlyDictionary<int, ListColumn>? columns = null;
        string[] head = [];
        var theme = "";
        var rows = new List<ListedRow>();
        foreach (var group in text.Body.Where(l => l.Cell is not null).GroupBy(l => (l.Cell!.Value.Table, l.Cell.Value.Row)))
        {
            var cells = group.GroupBy(l => l.Cell!.Value.Column).ToDictionary(g => g.Key, g => g.ToList());
            if (ListColumns.Read(cells.Select(c => KeyValuePair.Create(c.Key, Join(c.Value, ' ')))) is { } found)
            {
                // A list in several tables repeats its head; the first one counts.
                columns ??= found;
                head = head.Length > 0 ? head : [.. Enumerable.Range(0, cells.Keys.Max() + 1).Select(i => cells.TryGetValue(i, out var cell) ? Join(cell, ' ') : "")];
            }
            else if (columns is not null && cells.Count == 1 && ListTable.ThemeOf(cells.Values.First()) is not null)
            {
                theme = Join(cells.Values.First(), ' ');
            }
            else if (columns is not null)
            {
                Add(rows, theme, cells.Where(c => c.Key < head.Length).ToDictionary(c => c.Key, c => Join(c.Value, '\n')), columns, head.Length, words);
            }
        }

        return rows.Count is 0 or > MostRows ? throw new SourceException(rows.Count == 0
            ? "This is not a list of recommendations: no table in it has columns for recommendation and position. Use OHCHR's thematic list of the State's last review, the Word version."
            : $"The list has more than {MostRows} rows. Divide it by theme.")
            : new MatrixList(head, columns!.Where(c => c.Value == ListColumn.Comments).Select(c => (int?)c.Key).FirstOrDefault(), isLandscape, language, rows) { PageHead = Repeated(text, LineRole.RunningHead), PageFoot = Repeated(text, LineRole.Footer) };
    }

    /// <summary>What repeats on every page, without "Page 1 of 66".</summary>
    private static string? Repeated(PaperText text, LineRole role) =>
        PageNumber().Replace(string.Join(' ', text.Lines.Where(l => l.Role == role && !l.Text.All(char.IsDigit)).Select(l => l.Text)), "").Trim() is { Length: > 0 } words ? words.Length > MostLetters ? words[..MostLetters] : words : null;

    private static void Add(List<ListedRow> rows, string theme, Dictionary<int, string> cells, IReadOnlyDictionary<int, ListColumn> columns, int count, ScaleWording? words)
    {
        int? At(ListColumn column) => columns.Where(c => c.Value == column).Select(c => (int?)c.Key).FirstOrDefault();
        string In(ListColumn column) => At(column) is { } at ? cells.GetValueOrDefault(at, "") : "";
        var text = In(ListColumn.Text);
        var number = ListNumber.Of(text);
        if (text.Length == 0 || (number is null && In(ListColumn.Position).Length == 0))
        {
            // The lower part of a row that a page's end cut in two.
            if (rows.Count > 0)
            {
                rows[^1] = rows[^1] with { Cells = [.. rows[^1].Cells.Select((c, i) => cells.TryGetValue(i, out var more) && i != At(ListColumn.Comments) ? $"{c}\n{more}".Trim() : c)] };
            }

            return;
        }

        var filled = FilledCell.Read(In(ListColumn.Comments), words);
        string[] own = [.. Enumerable.Range(0, count).Select(i => i == At(ListColumn.Comments) ? "" : cells.GetValueOrDefault(i, ""))];
        var key = number is null ? RecommendationIdentity.Normalise(text) : $"{number.Paragraph} {number.Part} {RecommendationIdentity.Normalise(text.Split('\n')[0])}";
        rows.Add(new ListedRow(theme, number is null ? null : number.Paragraph + (number.Part is { } part ? $" ({part})" : ""), own, PositionOf(In(ListColumn.Position)), key, filled));
    }

    private static string? PositionOf(string wording) => PositionCell.Read(wording, "") switch
    {
        { Partial: true } => "partly",
        { Value: Position.Supported } => "supported",
        { Value: Position.Noted } => "noted",
        { Value: Position.Pending } => "pending",
        _ => null,
    };

    private static string Join(List<PaperLine> lines, char between) => string.Join(between, lines.Select(l => l.Text)).Trim();

    [GeneratedRegex(@"\s*Page\s*\d*\s*(?:of|/)\s*\d*\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex PageNumber();
}
