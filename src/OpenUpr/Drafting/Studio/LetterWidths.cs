using System.Globalization;
using System.Text;
using OpenUpr.Reviews;

namespace OpenUpr.Drafting.Studio;

/// <summary>How wide letters are in the font of our Word files (Data/letter-widths.csv: advance widths of Calibri, which Carlito shares, in 2,048ths of the size).</summary>
internal static class LetterWidths
{
    private const double Em = 2048;

    /// <summary>Chinese, Japanese and Korean signs fill a square; of other letters that the font lacks an average.</summary>
    private const int Square = 2048, Average = 1000;

    private static readonly (int Regular, int Bold)[] s_widths = Read();

    /// <summary>Of a sign, in parts of the font's size.</summary>
    public static double Of(Rune rune, bool isBold)
    {
        var (regular, bold) = rune.Value < s_widths.Length ? s_widths[rune.Value] : default;
        return (regular > 0 ? isBold ? bold : regular : Unknown(rune)) / Em;
    }

    /// <summary>A line may end behind it, spaces or not.</summary>
    public static bool IsSquare(Rune rune) => rune.Value is >= 0x2E80 and <= 0x9FFF or >= 0xAC00 and <= 0xD7AF or >= 0xF900 and <= 0xFAFF or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1FAFF or >= 0x20000 and <= 0x3FFFF;

    private static int Unknown(Rune rune) => IsSquare(rune) ? Square : Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format ? 0 : Average;

    private static (int Regular, int Bold)[] Read()
    {
        var widths = new (int Regular, int Bold)[0x2100];
        foreach (var row in ReferenceTable.Read("OpenUpr.Drafting.Studio.Data.letter-widths.csv"))
        {
            widths[int.Parse(row["letter"], NumberStyles.HexNumber, CultureInfo.InvariantCulture)] = (row.Number("regular")!.Value, row.Number("bold")!.Value);
        }

        // An accent takes no room: a letter with one is as wide as the letter.
        for (var i = 0xA0; i < widths.Length; i++)
        {
            if (widths[i].Regular == 0 && ((char)i).ToString().Normalize(NormalizationForm.FormKD) is [var letter, ..] && letter < widths.Length)
            {
                widths[i] = widths[letter];
            }
        }

        return widths;
    }
}
