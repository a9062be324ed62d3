using System.Collections.Frozen;
using System.Globalization;

namespace OpenUpr.Drafting.Checking;

/// <summary>
/// Finds the phrases of one list in a text, whole words in any case, the longest first. A space of a phrase is any run of spaces, an apostrophe is straight or curly, a "*" at the end is any
/// ending. Each place of a text is held against the few phrases that begin with its letter, so that hostile text takes no longer than any other.
/// </summary>
internal sealed class PhraseMatcher
{
    private readonly FrozenDictionary<char, string[]> _byFirst;

    public PhraseMatcher(IEnumerable<string> phrases) => _byFirst = phrases.Distinct()
        .GroupBy(p => char.ToLowerInvariant(p[0]))
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Length).ToArray());

    /// <summary>Where phrases stand from a place on, none over another.</summary>
    public IEnumerable<(int Start, int Length)> Places(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (LengthAt(text, at) is > 0 and var length)
            {
                yield return (at, length);
                at += length - 1;
            }
        }
    }

    /// <summary>How long the phrase is that begins exactly there; 0 where none does.</summary>
    public int LengthAt(string text, int at)
    {
        if (at < text.Length && (at == 0 || !IsOfWord(text[at - 1])) && _byFirst.TryGetValue(char.ToLowerInvariant(text[at]), out var phrases))
        {
            foreach (var phrase in phrases)
            {
                if (Length(phrase, text, at) is > 0 and var length)
                {
                    return length;
                }
            }
        }

        return 0;
    }

    private static int Length(string phrase, string text, int start)
    {
        var (at, isOpen) = (start, phrase[^1] == '*');
        foreach (var letter in isOpen ? phrase.AsSpan(0, phrase.Length - 1) : phrase)
        {
            if (at == text.Length || !IsSame(letter, text[at]))
            {
                return 0;
            }

            at++;
            while (letter == ' ' && at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }
        }

        while (isOpen && at < text.Length && IsOfWord(text[at]))
        {
            at++;
        }

        return isOpen || !IsOfWord(phrase[^1]) || at == text.Length || !IsOfWord(text[at]) ? at - start : 0;
    }

    private static bool IsSame(char wanted, char found) => wanted switch
    {
        ' ' => char.IsWhiteSpace(found),
        '\'' => found is '\'' or '’',
        _ => char.ToLowerInvariant(wanted) == char.ToLowerInvariant(found),
    };

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_' || char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
