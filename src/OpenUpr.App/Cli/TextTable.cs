namespace OpenUpr.App.Cli;

/// <summary>A column of a table on the terminal.</summary>
/// <param name="Rest">The one column that takes the width that is left and breaks its lines.</param>
internal sealed record TextColumn(string Name, bool Right = false, bool Rest = false);

/// <summary>A plain table, readable on 80 columns, without colours or frames, so that it can be mailed and searched.</summary>
internal sealed class TextTable(IReadOnlyList<TextColumn> columns, int width)
{
    private const string Gap = "  ";
    private const int NarrowestRest = 24;

    private readonly List<string[]> _rows = [];

    public void Add(params string?[] cells) => _rows.Add(Array.ConvertAll(cells, c => OneLine(c ?? string.Empty)));

    public void WriteTo(TextWriter output)
    {
        var widths = Widths();
        WriteRow(output, widths, [.. columns.Select(c => c.Name)]);
        WriteRow(output, widths, Array.ConvertAll(widths, w => new string('-', w)));
        foreach (var row in _rows)
        {
            WriteRow(output, widths, row);
        }
    }

    /// <summary>Breaks a text between words, and within a word that is longer than a line.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        yield return line;
    }

    private static IEnumerable<string> Pieces(string word, int width)
    {
        for (var at = 0; at < word.Length; at += width)
        {
            yield return word.Substring(at, Math.Min(width, word.Length - at));
        }
    }

    // Loops, not queries: a start of the program compiles each query over numbers anew, and a person waits for it.
    private int[] Widths()
    {
        var (widths, rest) = (new int[columns.Count], width - (Gap.Length * (columns.Count - 1)));
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = columns[i].Rest ? 0 : columns[i].Name.Length;
            for (var r = 0; r < _rows.Count && !columns[i].Rest; r++)
            {
                widths[i] = Math.Max(widths[i], _rows[r][i].Length);
            }

            rest -= widths[i];
        }

        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = columns[i].Rest ? Math.Max(NarrowestRest, rest) : widths[i];
        }

        return widths;
    }

    private void WriteRow(TextWriter output, int[] widths, string[] cells)
    {
        var lines = new List<List<string>>();
        var most = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            lines.Add(columns[i].Rest ? Wrap(cells[i], widths[i]).ToList() : [cells[i]]);
            most = Math.Max(most, lines[i].Count);
        }

        var parts = new string[cells.Length];
        for (var n = 0; n < most; n++)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                parts[i] = Pad(n < lines[i].Count ? lines[i][n] : string.Empty, widths[i], columns[i].Right);
            }

            output.WriteLine(string.Join(Gap, parts).TrimEnd());
        }
    }

    private static string Pad(string text, int width, bool right) => right ? text.PadLeft(width) : text.PadRight(width);

    /// <summary>A text from outside must not move the cursor or colour the screen.</summary>
    private static string OneLine(string text) => string.Create(text.Length, text, static (line, from) =>
    {
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = char.IsControl(from[i]) ? ' ' : from[i];
        }
    });
}
