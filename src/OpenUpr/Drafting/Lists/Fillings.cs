using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OpenUpr.Coalitions;
using OpenUpr.Coalitions.Sheets;
using OpenUpr.Storage;

namespace OpenUpr.Drafting.Lists;

/// <summary>What came of a filled-in sheet.</summary>
/// <param name="Preview">As it was when it was asked for; null where there is no such list.</param>
/// <param name="Saved">Rows that changed.</param>
public sealed record FillOutcome(Outcome Outcome, FillPreview? Preview, int Saved);

/// <summary>
/// Takes a list that somebody filled in elsewhere into the one that the coalition works on: row by row, as proposals in the name of who brings it, all of them or none. What it would put in the
/// place of others' words is taken only where that was chosen, what cannot be taken only stays out where that was said, and an empty cell never takes a text away.
/// </summary>
public static class Fillings
{
    /// <summary>Letters of a recommendation by which people know it again.</summary>
    private const int Shown = 160;

    /// <summary>Words of a line that is meant as a value.</summary>
    private const int ValueWords = 4;

    /// <summary>"information" stands in many comments, and a short word in any.</summary>
    private static readonly HashSet<string> s_words = [.. ValueScale.All.Where(v => v.Score is not null).SelectMany(v => v.Words.Values).SelectMany(w => SheetField.Fold(w).Split(' ')).Where(w => w.Length > 5)];

    /// <summary>Uploads of sheets for this list.</summary>
    public static string KindOf(long sheetId) => FormattableString.Invariant($"matrix-{sheetId}");

    /// <summary>Says of every row what would become of it, and changes nothing. Null where there is no such list for this person.</summary>
    public static async Task<FillPreview?> PreviewAsync(Store store, CoalitionAccess access, long sheetId, SheetTable table, IReadOnlyDictionary<string, int> columns, CancellationToken cancel)
    {
        if (await MatrixRows.ReadAsync(store, access, sheetId, cancel) is not { } view)
        {
            return null;
        }

        await using var db = store.Open(access);
        var before = await (
            from e in db.MatrixEntries.AsNoTracking()
            join r in db.MatrixRows on e.RowId equals r.Id
            where r.SheetId == sheetId && e.Number < r.Revision
            select e).ToListAsync(cancel);
        return Compare(view, before.ToLookup(e => e.RowId, FilledCell.Of), table, columns);
    }

    /// <param name="replace">Rows where the sheet's words are to stand in the place of others'.</param>
    /// <param name="leaveOut">Whether rows that cannot be taken over stay out of it.</param>
    /// <param name="stamp">Of the preview that was shown.</param>
    public static async Task<FillOutcome> TakeAsync(
        Rooms rooms, CoalitionAccess access, long sheetId, long uploadId, SheetTable table, IReadOnlyDictionary<string, int> columns, IReadOnlyCollection<long> replace, bool leaveOut, string? stamp, CancellationToken cancel)
    {
        if (await PreviewAsync(rooms.Store, access, sheetId, table, columns, cancel) is not { } preview)
        {
            return new FillOutcome(Outcome.Absent, null, 0);
        }

        var taken = preview.Lines.Where(l => l.IsTaken || (l.Verdict == FillVerdict.Meets && replace.Contains(l.RowId!.Value))).DistinctBy(l => l.RowId).ToList();
        Outcome? refused = preview.Stamp != stamp ? Outcome.Not(Refusal.Conflict) : preview.Blocked > 0 && !leaveOut ? Outcome.Not(Refusal.Unknown, "leave") : taken.Count == 0 ? Outcome.Not(Refusal.Empty) : null;
        if (refused is { } why)
        {
            return new FillOutcome(why, preview, 0);
        }

        MatrixText[] texts = [.. taken.Select(l => new MatrixText(l.RowId!.Value, l.Theirs?.Number ?? 0, l.Mine.Value, l.Mine.Comment, l.Mine.Challenges, l.Mine.Assistance, MatrixEntry.Proposed))];
        var saved = await MatrixWriting.SaveAsync(rooms, access, sheetId, texts, FormattableString.Invariant($"sheet{uploadId}"), cancel, uploadId);
        return new FillOutcome(saved.Outcome, preview, saved.Saved);
    }

    private static FillPreview Compare(MatrixView view, ILookup<long, FilledCell> before, SheetTable table, IReadOnlyDictionary<string, int> columns)
    {
        var (match, rows) = (new FillMatch(view.Rows), view.Rows.Where(r => !r.IsRepeated).ToDictionary(r => r.Row.Id));
        var read = table.Rows.Select(r => Line(new SheetCells(r, columns, new Dictionary<string, SheetDays>()), match, rows, before, view.Wording)).ToList();

        // A recommendation that stands twice: the row that says something new counts, and two that differ are nobody's to choose between.
        var twice = read.Where(l => l.IsTaken || l.Verdict == FillVerdict.Meets).GroupBy(l => l.RowId).Where(g => g.Select(l => l.Mine).Distinct().Count() > 1).Select(g => g.Key).ToHashSet();
        var seen = new HashSet<long?>();
        return new FillPreview([.. read.Select(l =>
            !l.IsTaken && l.Verdict != FillVerdict.Meets ? l : twice.Contains(l.RowId) ? l with { Verdict = FillVerdict.Twice } : seen.Add(l.RowId) ? l : l with { Verdict = FillVerdict.Same })]);
    }

    private static FillLine Line(SheetCells cells, FillMatch match, Dictionary<long, MatrixRowView> rows, ILookup<long, FilledCell> before, ScaleWording words)
    {
        var (mine, unread) = Read(cells, words);
        var (number, text) = (cells[FilledSheets.Number], cells[FilledSheets.Text]);
        var row = match.Find(number, text) is { } id ? rows[id] : null;
        var what = $"{(text is null || !text.StartsWith(number ?? "", StringComparison.Ordinal) ? number : null)} {text}".Trim().ReplaceLineEndings(" ");
        var verdict = unread is not null ? FillVerdict.Unreadable
            : mine.IsEmpty ? FillVerdict.Empty
            : row is null ? FillVerdict.NotFound
            : Verdict(row, before[row.Row.Id], mine, cells[FilledSheets.Version]);
        return new FillLine(cells.Line, verdict, what.Length > Shown ? what[..Shown] + "…" : what, row?.Row.Id, mine, row?.Entry, unread);
    }

    private static FillVerdict Verdict(MatrixRowView row, IEnumerable<FilledCell> before, FilledCell mine, string? version) =>
        row.Filled == mine ? FillVerdict.Same
        : before.Contains(mine) ? FillVerdict.Older
        : !row.MayWrite ? FillVerdict.NotYours
        : ((string?[])[mine.Comment, mine.Challenges, mine.Assistance]).Any(t => t?.Length > Fields.Note) ? FillVerdict.TooLong
        : row.Filled.IsEmpty ? FillVerdict.New
        : version == row.Entry!.Number.ToString(CultureInfo.InvariantCulture) || Keeps(row.Filled, mine) ? FillVerdict.Changed : FillVerdict.Meets;

    /// <summary>Whether every word that stands there stands in the new text too.</summary>
    private static bool Keeps(FilledCell theirs, FilledCell mine)
    {
        return (theirs.Value is null || theirs.Value == mine.Value) && In(theirs.Comment, mine.Comment) && In(theirs.Challenges, mine.Challenges) && In(theirs.Assistance, mine.Assistance);

        static bool In(string? part, string? whole) => part is null || whole?.Contains(part, StringComparison.Ordinal) == true;
    }

    /// <summary>What a row says; and what stands in the place of its value where that is none.</summary>
    private static (FilledCell Mine, string? Unread) Read(SheetCells cells, ScaleWording words)
    {
        var whole = cells[FilledSheets.Whole] is { } cell ? FilledCell.Read(cell, words) : FilledCell.Empty;
        var value = cells[FilledSheets.Value] is { } named ? words.ByWord(named) ?? ValueScale.Find(named) : null;
        var mine = new FilledCell(value?.Code ?? whole.Value, cells[FilledSheets.Comment] ?? whole.Comment, cells[FilledSheets.Challenges] ?? whole.Challenges, cells[FilledSheets.Assistance] ?? whole.Assistance);
        return (mine, value is null && cells[FilledSheets.Value] is { } unread ? unread : mine.Value is null && LooksLikeValue(mine.Comment) ? mine.Comment!.Split('\n')[0] : null);
    }

    /// <summary>A first line of a few words with one of the scale's in it, such as "Not yet implemented".</summary>
    private static bool LooksLikeValue(string? comment)
    {
        var line = SheetField.Fold(comment?.Split('\n')[0] ?? "").Split(' ');
        return line.Length <= ValueWords && line.Any(s_words.Contains);
    }
}
