using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Addenda;

/// <summary>Reads a table of answers: recommendation, position, comment in any order, or one column for each position with a mark in it.</summary>
internal sealed partial class AnswerTable
{
    /// <summary>A cell that is a position and no more is short.</summary>
    private const int LongestLabel = 120;

    private readonly List<string[]> _rows;
    private readonly List<int?> _pages;
    private readonly string[] _header;
    private readonly bool _hasHeader;

    public AnswerTable(IEnumerable<PaperLine> lines)
    {
        var cells = lines.Where(l => l.Cell is not null).GroupBy(l => l.Cell!.Value.Row).OrderBy(r => r.Key).ToList();
        var width = cells.Count == 0 ? 0 : cells.Max(r => r.Max(l => l.Cell!.Value.Column)) + 1;
        _rows = [.. cells.Select(r => Enumerable.Range(0, width).Select(c => string.Join(' ', r.Where(l => l.Cell!.Value.Column == c).Select(l => l.Text))).ToArray())];
        _pages = [.. cells.Select(r => r.First().Page)];
        _header = _rows.Count > 0 ? _rows[0] : [];
        _hasHeader = _header.Count(c => c.Length > 0) > 1 && (_header.Any(c => Heads().IsMatch(c)) || _header.Count(c => c.Length < LongestLabel && PositionWords.Of(c) is not null) > 1);
    }

    public void Read(IdForm form, AnswerBook book, StatedPosition? section, string? paragraph, ReferenceData reference)
    {
        for (var i = _hasHeader ? 1 : 0; i < _rows.Count; i++)
        {
            var row = _rows[i];
            var place = new AnswerPlace(_pages[i], paragraph);
            var filled = row.Count(c => c.Length > 0);
            var at = Array.FindIndex(row, c => form.Runs(c, isList: true) is [{ Start: var start }, ..] && c[..start].Trim().Length < LongestLabel / 4);
            if (at < 0)
            {
                // One cell over the whole width is a heading: "Recommendations that enjoy the support of ...".
                section = filled == 1 && PositionWords.Of(row.First(c => c.Length > 0)) is { } heading ? new StatedPosition(heading, row.First(c => c.Length > 0), row.First(c => c.Length > 0), place) : section;
                continue;
            }

            ReadRow(row, at, form.Runs(row[at], isList: true)[0], new RowPlace(place, section), book, reference);
        }
    }

    private void ReadRow(string[] row, int at, IdRun run, RowPlace where, AnswerBook book, ReferenceData reference)
    {
        var column = PositionColumn(row, at);
        var comments = row.Where((c, i) => i > at && i != column?.Column && c.Length > 0 && !Tick().IsMatch(c) && !(_hasHeader && RecommendationHead().IsMatch(_header[i]))).ToList();
        if (column is not { } found)
        {
            var entry = new AnswerEntry(run.Ids, where.Place);
            entry.Add(row[at][run.End..]);
            comments.ForEach(entry.Add);
            entry.Close(book, where.Section, reference);
            return;
        }

        var reason = string.Join(' ', comments.Prepend(row[found.Column].Length > LongestLabel ? row[found.Column] : "").Where(c => c.Length > 0));
        foreach (var id in run.Ids)
        {
            book.Set(id, new StatedPosition(found.Position, found.Words, where.Section?.Lead, where.Place), Sureness.Stated);
            book.Explain(id, reason);
        }
    }

    private (int Column, FoundPosition Position, string Words)? PositionColumn(string[] row, int at)
    {
        for (var i = 0; i < row.Length; i++)
        {
            if (i != at && _hasHeader && Tick().IsMatch(row[i]) && PositionWords.Of(_header[i]) is { } ticked)
            {
                return (i, ticked, _header[i]);
            }
        }

        var named = Enumerable.Range(0, row.Length).Where(i => i != at && _hasHeader && PositionHead().IsMatch(_header[i]));
        foreach (var i in named.Concat(Enumerable.Range(0, row.Length).Where(i => i != at)))
        {
            var isNamed = _hasHeader && PositionHead().IsMatch(_header[i]);
            if ((isNamed || row[i].Length <= LongestLabel) && !(_hasHeader && RecommendationHead().IsMatch(_header[i])) && PositionWords.Of(isNamed ? row[i] : FirstWords(row[i])) is { } position)
            {
                return (i, position, row[i].Length <= LongestLabel ? row[i] : row[i][..LongestLabel] + "...");
            }
        }

        return null;
    }

    private static string FirstWords(string cell) => cell.Length <= 60 ? cell : cell[..60];

    private readonly record struct RowPlace(AnswerPlace Place, StatedPosition? Section);

    [GeneratedRegex(@"\b(?:recommendations?|position|response|status|comments?|remarks?|reply|recommandations?|recomendaci\p{L}+|posición|réponse)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heads();

    [GeneratedRegex(@"\b(?:position|response|status|reply|answer|réponse|posición|respuesta|accept\w*|support\w*|decision)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PositionHead();

    [GeneratedRegex(@"^\s*(?:text\s+of\s+)?(?:the\s+)?(?:recommendations?|recommandations?|recomendaci\p{L}+)(?!\s+(?:accept|support|not))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RecommendationHead();

    [GeneratedRegex(@"^\s*(?:[xX✓✔√•●■☒☑]|yes|oui|sí)\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tick();
}
