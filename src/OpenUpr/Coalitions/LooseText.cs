using System.Globalization;
using System.Text;

namespace OpenUpr.Coalitions;

/// <summary>
/// Finds words whatever their capitals and accents. Each letter is compared by its base letter, from a table that is filled as letters are
/// met: a text of a thousand letters takes microseconds, where the comparison of the culture takes a hundred times as long. Texts whose
/// accents stand beside their letters (decomposed) are brought into one piece first by <see cref="Prepare"/>.
/// </summary>
internal static class LooseText
{
    private static readonly char[] s_bases = new char[char.MaxValue + 1];

    /// <summary>The text with each accent in one piece with its letter, so that places in it are places of letters.</summary>
    public static string Prepare(string text) => Ascii.IsValid(text) || text.IsNormalized() ? text : text.Normalize();

    /// <summary>Where the word begins in a prepared text; -1 where it is not. What is found is as long as the prepared word.</summary>
    public static int IndexOf(string text, string word)
    {
        if (Ascii.IsValid(text) && Ascii.IsValid(word))
        {
            return text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
        }

        var first = Base(word[0]);
        for (var at = 0; at <= text.Length - word.Length; at++)
        {
            var length = Base(text[at]) == first ? 1 : 0;
            while (length > 0 && length < word.Length && Base(text[at + length]) == Base(word[length]))
            {
                length++;
            }

            if (length == word.Length)
            {
                return at;
            }
        }

        return -1;
    }

    private static char Base(char letter) => s_bases[letter] is not '\0' and var known ? known : s_bases[letter] = Find(letter);

    private static char Find(char letter)
    {
        if (char.IsSurrogate(letter))
        {
            return letter;
        }

        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        var isAccented = parts.Length > 1 && parts.Skip(1).All(p => CharUnicodeInfo.GetUnicodeCategory(p) == UnicodeCategory.NonSpacingMark);
        return char.ToUpperInvariant(isAccented ? parts[0] : letter);
    }
}
