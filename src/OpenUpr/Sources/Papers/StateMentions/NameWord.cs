using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.StateMentions;

/// <summary>A word of a text with its place, in the form in which names are compared.</summary>
internal sealed record NameWord(int Start, int End, string Key)
{
    /// <summary>The word without "'s": the owner in "Bel Tora's"; null where the word is not written so.</summary>
    public string? Owner { get; private init; }

    /// <summary>True when nothing stands before it that ends a name, such as a comma.</summary>
    public bool JoinsName { get; private init; }

    public bool FollowsHyphen { get; private init; }

    public bool HasCapital { get; private init; }

    public bool IsUpper { get; private init; }

    public static IReadOnlyList<NameWord> Of(string text)
    {
        var words = new List<NameWord>();
        for (var at = 0; at < text.Length;)
        {
            if (text[at] != '&' && !char.IsLetterOrDigit(text[at]))
            {
                at++;
                continue;
            }

            var end = EndOf(text, at);
            words.Add(Read(text, at, end, words.Count == 0 ? null : words[^1]));
            at = end;
        }

        return words;
    }

    private static int EndOf(string text, int start)
    {
        if (text[start] == '&')
        {
            return start + 1;
        }

        // A mark of a note stands on the name's heel: "Quillon3".
        var digits = char.IsDigit(text[start]);
        var at = start;
        while (at < text.Length && (IsPart(text[at], digits) || IsInner(text, start, at)))
        {
            at++;
        }

        return at;
    }

    private static bool IsPart(char c, bool digits) => digits
        ? char.IsDigit(c)
        : char.IsLetter(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark;

    /// <summary>Apostrophes between letters, and full stops between single capitals as in "U.K.".</summary>
    private static bool IsInner(string text, int start, int at) => at > start && at + 1 < text.Length && text[at] switch
    {
        '\'' or '’' or '‘' or '`' => char.IsLetter(text[at + 1]),
        '.' => char.IsUpper(text[at + 1]) && char.IsUpper(text[at - 1]) && (at - 1 == start || text[at - 2] == '.'),
        _ => false,
    };

    private static NameWord Read(string text, int start, int end, NameWord? before)
    {
        var word = text[start..end];
        var gap = before is null ? "" : text[before.End..start];
        // Names are compared without articles: only they leave an empty key.
        return new NameWord(start, end, StateNames.Key(word) is { Length: > 0 } key ? key : "the")
        {
            Owner = word.Length > 3 && word[^1] == 's' && word[^2] is '\'' or '’' ? StateNames.Key(word[..^2]) : null,
            JoinsName = before is not null && Joins(gap, before.Key),
            FollowsHyphen = gap.Trim() is "-" or "\u2010" or "\u2011" or "\u00AD",
            HasCapital = char.IsUpper(word[0]),
            IsUpper = word.All(c => char.IsUpper(c) || !char.IsLetter(c)),
        };
    }

    private static bool Joins(string gap, string before) =>
        gap.All(c => char.IsWhiteSpace(c) || c is '-' or '–' or '\'' or '’' or '\u2010' or '\u2011' or '\u00AD' or '(' or ')' || (c == '.' && before.Length <= 2));
}
