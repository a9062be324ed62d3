using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace OpenUpr.Coalitions;

/// <summary>
/// Texts in which words are found whatever their capitals and accents. Each letter is compared by its base letter, from a table that is filled as
/// letters are met: the comparison of the culture takes a hundred times as long.
/// </summary>
internal static class LooseText
{
    private static readonly char[] s_bases = new char[char.MaxValue + 1];

    /// <summary>Letters and marks that no accent is joined to by normalising: Latin in one piece, Cyrillic, the marks of ordinary text. A text of these alone needs no look by the culture.</summary>
    private static readonly SearchValues<char> s_whole = SearchValues.Create([.. Range('\0', '\u02ff'), .. Range('\u0400', '\u0482'), .. Range('\u2010', '\u2027'), .. Range('\u2030', '\u205e'), '\u20ac', '\u2116']);

    /// <summary>The text with each accent in one piece with its letter, so that places in it are places of letters.</summary>
    public static string Prepare(string text) => !text.AsSpan().ContainsAnyExcept(s_whole) || text.IsNormalized() ? text : text.Normalize();

    internal static char Base(char letter) => s_bases[letter] is not '\0' and var known ? known : s_bases[letter] = Find(letter);

    private static IEnumerable<char> Range(char from, char to) => Enumerable.Range(from, to - from + 1).Select(c => (char)c);

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

/// <summary>A word that is looked for in many texts.</summary>
internal sealed class LooseWord
{
    /// <summary>By base letter, all letters of the scripts with accents that have it, and its small one in the others: found once, since there are thousands to try.</summary>
    private static readonly ConcurrentDictionary<char, SearchValues<char>> s_forms = [];

    /// <summary>From here on scripts have no accents that are in one piece with their letter.</summary>
    private const char Others = '\u2e80';

    private readonly string _word;
    private readonly bool _isAscii;
    private readonly SearchValues<char> _firsts;

    public LooseWord(string word)
    {
        _word = LooseText.Prepare(word);
        _isAscii = Ascii.IsValid(_word);
        _firsts = s_forms.GetOrAdd(LooseText.Base(_word[0]), Forms);
    }

    public int Length => _word.Length;

    /// <summary>Where the word begins in a prepared text; -1 where it is not. What is found is as long as the word.</summary>
    public int IndexIn(string text)
    {
        if (_isAscii && Ascii.IsValid(text))
        {
            return text.IndexOf(_word, StringComparison.OrdinalIgnoreCase);
        }

        for (var at = 0; at <= text.Length - _word.Length; at++)
        {
            var next = text.AsSpan(at).IndexOfAny(_firsts);
            if (next < 0 || (at += next) > text.Length - _word.Length)
            {
                return -1;
            }

            if (IsAt(text.AsSpan(at, _word.Length)))
            {
                return at;
            }
        }

        return -1;
    }

    private bool IsAt(ReadOnlySpan<char> there)
    {
        for (var i = 1; i < there.Length; i++)
        {
            if (LooseText.Base(there[i]) != LooseText.Base(_word[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static SearchValues<char> Forms(char start)
    {
        var forms = new List<char> { start, char.ToLowerInvariant(start) };
        for (var letter = (char)0; letter < Others; letter++)
        {
            if (LooseText.Base(letter) == start)
            {
                forms.Add(letter);
            }
        }

        return SearchValues.Create([.. forms]);
    }
}
