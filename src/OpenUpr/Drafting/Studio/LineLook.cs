using System.Text;

namespace OpenUpr.Drafting.Studio;

/// <summary>How high and how wide the lines of a style are (Export/Docx/DocxStyles has the same measures). Points.</summary>
/// <param name="Size">Of the font.</param>
internal sealed record LineLook(double Size)
{
    /// <summary>Calibri's ascent, descent and gap in parts of its size.</summary>
    private const double LineOfFont = (1536 + 512 + 452) / 2048.0;

    /// <summary>Times the font's own line.</summary>
    public double Multiple { get; init; } = 1.15;

    public double Before { get; init; }

    public double After { get; init; } = 6;

    /// <summary>Left and right together.</summary>
    public double Indent { get; init; }

    public bool IsBold { get; init; }

    public bool KeepsNext { get; init; }

    public bool KeepsTogether { get; init; }

    /// <summary>A line's height where it is not the font's.</summary>
    public double? LinePoints { get; init; }

    public double Height => LinePoints ?? (Size * LineOfFont * Multiple);

    public static LineLook Note { get; } = new(9) { Multiple = 1, After = 2 };

    private static readonly LineLook s_text = new(11);
    private static readonly LineLook s_numbered = new(11) { Indent = 25.5 };
    private static readonly LineLook s_bullet = new(11) { Indent = 21.3, After = 0 };
    private static readonly LineLook s_quote = new(11) { Indent = 51 };
    private static readonly LineLook s_item = new(11) { Indent = 51, After = 5, KeepsTogether = true };
    private static readonly LineLook s_plainItem = s_item with { Indent = 25.5 };

    public static LineLook Of(ComposedBlock block) => block.Kind switch
    {
        BlockKind.Heading => Heading(block.Level),
        BlockKind.Numbered => s_numbered,
        BlockKind.Bullet => block.Level > 0 ? s_bullet with { Indent = 39.7 } : s_bullet,
        BlockKind.Quote => s_quote,
        BlockKind.Recommendation or BlockKind.Question => block.Number > 0 ? s_item : s_plainItem,
        _ => s_text,
    };

    public static LineLook Heading(int level) => new(level switch { 1 => 15, 2 => 13, _ => 11.5 }) { Before = level switch { 1 => 16, 2 => 12, _ => 10 }, After = 5, IsBold = true, KeepsNext = true };

    public static LineLook Front(string style) => style switch
    {
        "Title" => new(20) { Multiple = 1, After = 8, IsBold = true },
        "Subtitle" => new(12) { After = 3 },
        "CoverHeading" => new(12) { Before = 18, After = 4, IsBold = true },
        "Submitter" => new(11) { Before = 6, After = 1, IsBold = true },
        _ => new(10) { After = 1 },
    };

    public static LineLook Cell(bool isHead) => new(10) { Multiple = 1, After = 0, IsBold = isHead };

    /// <summary>The lines that words take when they are broken at spaces and hyphens; 0 for none.</summary>
    /// <param name="width">Of a line.</param>
    public int Lines(IReadOnlyList<ComposedRun> runs, double width)
    {
        if (runs.Count == 0)
        {
            return 0;
        }

        var (lines, line, word) = (1, 0.0, 0.0);
        foreach (var run in runs)
        {
            foreach (var rune in run.Text.EnumerateRunes())
            {
                var letter = LetterWidths.Of(rune, IsBold || run.Bold) * Size;
                if (rune.Value == '\n')
                {
                    (lines, line, word) = (lines + 1, 0, 0);
                }
                else if (rune.Value == ' ')
                {
                    // A space hangs over the end of the line.
                    (line, word) = (line + word + letter, 0);
                }
                else
                {
                    word += letter;
                    if (line + word > width)
                    {
                        // A word that is longer than a line is broken where the line ends.
                        word = line > 0 ? word : letter;
                        (lines, line) = (lines + 1, 0);
                    }

                    if (rune.Value == '-' || LetterWidths.IsSquare(rune))
                    {
                        (line, word) = (line + word, 0);
                    }
                }
            }
        }

        return lines;
    }
}
