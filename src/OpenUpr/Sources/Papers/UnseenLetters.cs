using System.Text;

namespace OpenUpr.Sources.Papers;

/// <summary>
/// Takes out of a paper's lines what no reader sees and what no database or workbook can hold: control characters, marks that change the direction of text,
/// halves of letters. Fonts of PDF files and pieces of old Word files can claim any of them.
/// </summary>
internal static class UnseenLetters
{
    public static PaperText RemoveFrom(PaperText text) =>
        text.Lines.Any(l => l.Text.Any(IsUnseen)) ? text with { Lines = [.. text.Lines.Select(l => l with { Text = RemoveFrom(l.Text) }).Where(l => l.Text.Length > 0)] } : text;

    private static string RemoveFrom(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!IsUnseen(c))
            {
                clean.Append(c);
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                clean.Append(c).Append(text[++i]);
            }
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
            {
                clean.Append('\uFFFD');
            }
        }

        return clean.ToString().Trim();
    }

    // Soft hyphens stay: the joining of lines needs them.
    private static bool IsUnseen(char c) => c is (> '~' or < ' ') and not '\u00AD' && (char.IsControl(c) || char.IsSurrogate(c) || CellText.IsInvisible(c) || c is '\uFFFE' or '\uFFFF');
}
