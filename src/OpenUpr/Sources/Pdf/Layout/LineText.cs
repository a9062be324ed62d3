using System.Text;
using OpenUpr.Sources.Pdf.Content;

namespace OpenUpr.Sources.Pdf.Layout;

/// <summary>The text of a line from its pieces.</summary>
internal static class LineText
{
    /// <summary>In font sizes: smaller gaps stand within a word.</summary>
    private const double WordGap = 0.15;

    /// <summary>Of the line's size: marks of notes are smaller than this and stand higher.</summary>
    private const double MarkSize = 0.86;
    private const double MarkRise = 0.15;

    private const string SmallDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>
    /// Words with one space between. The raised number of a note becomes raised digits and stands apart from the word before it
    /// ("States. ¹"), so that neither the word nor a number that ends it changes.
    /// </summary>
    public static string Compose(IReadOnlyList<Piece> pieces, double size, double baseline)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var isMark = IsMark(piece, size, baseline) && i > 0;
            if (i > 0 && (isMark || NeedsSpace(pieces[i - 1], piece)))
            {
                Space(text);
            }

            if (isMark)
            {
                Raise(text, piece.Text);
                if (i + 1 < pieces.Count && char.IsLetterOrDigit(pieces[i + 1].Text[0]))
                {
                    Space(text);
                }
            }
            else
            {
                text.Append(piece.Text);
            }
        }

        return WithoutSoftHyphens(text);
    }

    public static bool IsMark(Piece piece, double size, double baseline) =>
        piece.Size < MarkSize * size && baseline - piece.Baseline > MarkRise * size && IsNumber(piece.Text);

    private static bool IsNumber(string text)
    {
        foreach (var c in text)
        {
            if (c is not (>= '0' and <= '9' or ','))
            {
                return false;
            }
        }

        return char.IsAsciiDigit(text[0]);
    }

    private static void Space(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    private static bool NeedsSpace(Piece before, Piece piece)
    {
        var gap = piece.Left - before.Right;
        return gap > WordGap * Math.Min(before.Size, piece.Size) || (piece.AfterSpace && gap > -0.5 * piece.Size);
    }

    private static void Raise(StringBuilder text, string mark)
    {
        foreach (var c in mark)
        {
            text.Append(c is >= '0' and <= '9' ? SmallDigits[c - '0'] : c);
        }
    }

    /// <summary>A soft hyphen is seen only where a line ends.</summary>
    private static string WithoutSoftHyphens(StringBuilder text)
    {
        const char Soft = '\u00AD';
        while (text.Length > 0 && text[^1] == ' ')
        {
            text.Length--;
        }

        if (text.Length > 0 && text[^1] == Soft)
        {
            text[^1] = '-';
        }

        var result = text.ToString();
        return result.Contains(Soft, StringComparison.Ordinal) ? result.Replace("\u00AD", "", StringComparison.Ordinal) : result;
    }
}
