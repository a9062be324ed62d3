using System.Text;
using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Paragraphs;

/// <summary>
/// Joins lines to running text. A hyphen at a line's end is undone when the paper has the word without it elsewhere; it stays when the paper has the word
/// with it ("follow-up"), or when one of its halves is a word of its own ("mandate-holders"): the United Nations' papers are set without automatic hyphenation.
/// </summary>
internal sealed partial class LineJoiner
{
    private const char SoftHyphen = '\u00AD';

    private readonly Dictionary<string, int> words = new(StringComparer.OrdinalIgnoreCase);

    public LineJoiner(IEnumerable<PaperLine> lines)
    {
        var isCut = false;
        foreach (var line in lines)
        {
            foreach (var word in Word().EnumerateMatches(line.Text))
            {
                if (!(isCut && word.Index == 0))
                {
                    Count(line.Text.AsSpan(word.Index, word.Length));
                }
            }

            isCut = line.Text.EndsWith('-');
        }
    }

    /// <param name="skip">Characters to leave out at the start of the first line: the marker.</param>
    public string Join(IEnumerable<string> lines, int skip = 0)
    {
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            var next = line.AsSpan(text.Length == 0 ? Math.Min(skip, line.Length) : 0).Trim();
            skip = text.Length == 0 && next.IsEmpty ? 0 : skip;
            Append(text, next);
        }

        return text.Replace(SoftHyphen.ToString(), "").ToString();
    }

    private void Append(StringBuilder text, ReadOnlySpan<char> next)
    {
        if (text.Length == 0 || next.IsEmpty)
        {
            text.Append(next);
            return;
        }

        var last = text[^1];
        if (last == SoftHyphen)
        {
            text.Length--;
        }
        else if (last is '-' or '‐' && text.Length > 1 && char.IsLetterOrDigit(text[^2]))
        {
            if (char.IsLower(next[0]) && IsHyphenation(text, next))
            {
                text.Length--;
            }
        }
        else if (!(last == '/' && text.Length > 1 && text[^2] != ' '))
        {
            text.Append(' ');
        }

        text.Append(next);
    }

    private bool IsHyphenation(StringBuilder text, ReadOnlySpan<char> next)
    {
        var end = text.Length - 1;
        var start = end;
        while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] == '-'))
        {
            start--;
        }

        var length = 0;
        while (length < next.Length && char.IsLetter(next[length]))
        {
            length++;
        }

        string left = text.ToString(start, end - start), right = next[..length].ToString();
        int joined = words.GetValueOrDefault(left + right), hyphened = words.GetValueOrDefault($"{left}-{right}");
        return joined != hyphened ? joined > hyphened : !words.ContainsKey(left) && !words.ContainsKey(right) && left.Length > 1;
    }

    private void Count(ReadOnlySpan<char> word)
    {
        // A word cut by a line's end is no witness.
        if (word[^1] != '-')
        {
            var key = word.ToString();
            words[key] = words.GetValueOrDefault(key) + 1;
        }
    }

    [GeneratedRegex(@"\p{L}[\p{L}\-]+", RegexOptions.None, 1000)]
    private static partial Regex Word();
}
