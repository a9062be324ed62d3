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

    public void Add(params string?[] cells) => _rows.Add([.. cells.Select(c => OneLine(c ?? string.Empty))]);

    public void WriteTo(TextWriter output)
    {
        var widths = Widths();
        WriteRow(output, widths, [.. columns.Select(c => c.Name)]);
        WriteRow(output, widths, [.. widths.Select(w => new string('-', w))]);
        foreach (var row in _rows)
        {
            WriteRow(output, widths, row);
        }
    }

    /// <summary>Breaks a text between words, and within a word that is longer than a line.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var line = string.Empty;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(w => w.Chunk(width)).Select(w => new string(w)))
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

    private int[] Widths()
    {
        var widths = columns.Select((c, i) => c.Rest ? 0 : _rows.Select(r => r[i].Length).Append(c.Name.Length).Max()).ToArray();
        var rest = Math.Max(NarrowestRest, width - widths.Sum() - (Gap.Length * (columns.Count - 1)));
        return [.. widths.Select((w, i) => columns[i].Rest ? rest : w)];
    }

    private void WriteRow(TextWriter output, int[] widths, string[] cells)
    {
        var lines = cells.Select((cell, i) => columns[i].Rest ? Wrap(cell, widths[i]).ToList() : [cell]).ToList();
        for (var n = 0; n < lines.Max(l => l.Count); n++)
        {
            var parts = lines.Select((l, i) => Pad(n < l.Count ? l[n] : string.Empty, widths[i], columns[i].Right));
            output.WriteLine(string.Join(Gap, parts).TrimEnd());
        }
    }

    private static string Pad(string text, int width, bool right) => right ? text.PadLeft(width) : text.PadRight(width);

    /// <summary>A text from outside must not move the cursor or colour the screen.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
