using OpenUpr.Sources.Papers;

namespace OpenUpr.Tests.Sources.Papers;

/// <summary>
/// Makes papers of plain text for tests. Each line is a paragraph of a Word file, or, in a laid-out paper, a line on a page: spaces in front indent it, an empty line adds
/// space, a form feed begins a page. A line "| a | b" is a table's row; "^ text" is a running head, "_ text" a note, "# text" is bold.
/// </summary>
internal static class PaperTexts
{
    private const double Pitch = 12;
    private const double Margin = 100;
    private const double CharacterWidth = 5;

    public static PaperText Word(string text) => new([.. Lines(text, isLaidOut: false)], 0, "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    public static PaperText LaidOut(string text)
    {
        var lines = Lines(text, isLaidOut: true).ToList();
        return new PaperText(lines, lines.Max(l => l.Page ?? 1), "application/pdf");
    }

    private static IEnumerable<PaperLine> Lines(string text, bool isLaidOut)
    {
        var (page, baseline, table, row) = (1, 80.0, -1, 0);
        foreach (var printed in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n'))
        {
            var line = printed.TrimStart('\f');
            (page, baseline) = printed.StartsWith('\f') ? (page + 1, 80) : (page, baseline + Pitch);
            if (line.Trim().Length == 0)
            {
                continue;
            }

            var words = line.Trim();
            var made = new PaperLine(isLaidOut ? page : null, words)
            {
                Left = isLaidOut ? Margin + (CharacterWidth * (line.Length - line.TrimStart().Length)) : 0,
                Right = isLaidOut ? Margin + (CharacterWidth * line.Length) : 0, Baseline = isLaidOut ? baseline : 0, Size = isLaidOut ? 10 : 0,
            };
            if (words[0] == '|')
            {
                (table, row) = row == 0 ? (table + 1, 1) : (table, row + 1);
                var cells = words.Trim('|').Split('|');
                for (var column = 0; column < cells.Length; column++)
                {
                    if (cells[column].Trim().Length > 0)
                    {
                        yield return made with { Text = cells[column].Trim(), Cell = new CellPlace(table, row - 1, column) };
                    }
                }

                continue;
            }

            row = 0;
            yield return (words[0], words.Length > 1 && words[1] == ' ') switch
            {
                ('^', true) => made with { Text = words[2..], Role = LineRole.RunningHead },
                ('_', true) => made with { Text = words[2..], Role = LineRole.Footnote, Size = 8 },
                ('#', true) => made with { Text = words[2..], IsBold = true },
                _ => made,
            };
        }
    }
}
