using System.Text;

namespace OpenUpr.Drafting.Studio;

/// <summary>Text that every form of a document can hold: XML 1.0 has no place for most control characters and none for half a character.</summary>
public static class CleanText
{
    /// <summary>Line ends become "\n", tabs stay, other control characters and half characters are left out.</summary>
    public static string Of(string text)
    {
        if (text.All(c => c is >= ' ' and < '\u007F' or >= '\u00A0' and < '\u2028' or > '\u2029' and < '\uD800' or > '\uDFFF' and < '\uFFFE'))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (Rune.TryGetRuneAt(text, i, out var rune))
            {
                i += rune.Utf16SequenceLength - 1;
                if (rune.Value is '\n' or '\t' || (!Rune.IsControl(rune) && rune.Value is not (0xFFFE or 0xFFFF)))
                {
                    clean.Append(rune.Value is 0x2028 or 0x2029 ? "\n" : rune.ToString());
                }
            }
        }

        return clean.ToString();
    }
}
