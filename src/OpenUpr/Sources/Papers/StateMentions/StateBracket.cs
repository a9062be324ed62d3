using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.StateMentions;

/// <summary>What stands between brackets, read as a list of States. It is one when most of its entries are nothing but names of States.</summary>
/// <param name="Start">Place of the opening bracket.</param>
/// <param name="End">Place behind the closing bracket, or behind the text where that is missing.</param>
/// <param name="Unread">Entries that name no known State; null where there are none.</param>
internal sealed partial record StateBracket(int Start, int End, IReadOnlyList<string> IsoCodes, string? Unread)
{
    /// <summary>Reads the words between the brackets; null when they are no list of States.</summary>
    public static StateBracket? Read(string text, int start, int end, ReferenceData reference, string language)
    {
        var close = end > start + 1 && text[end - 1] is ')' or ']' ? end - 1 : end;
        var content = text[(start + 1)..close];
        var mentions = StateMentions.In(content, reference, language);
        var (codes, unread) = (new List<string>(), new List<string>());
        var (pure, mixed) = (0, 0);
        foreach (var (from, to) in Entries(content, mentions))
        {
            var inside = mentions.Where(m => m.Start >= from && m.End <= to).ToList();
            var rest = Rest(content, from, to, inside);
            // A misprinted name may hold a right one: "Democratic Peoples' Republic of" another State's name.
            var whole = inside.Count == 0 ? rest : inside.Count == 1 && rest.Length > 0 ? content[from..to].Trim() : "";
            if (whole.Length > 0 && NameLexicon.For(reference, language).Guess(whole) is { } guess)
            {
                codes.Add(guess.Iso3);
                pure++;
                continue;
            }

            codes.AddRange(inside.Select(m => m.Iso3));
            (pure, mixed) = rest.Length == 0 ? (pure + inside.Count, mixed) : (pure, mixed + 1);
            unread.AddRange(rest.Length == 0 ? [] : [rest]);
        }

        return IsList(pure, mixed, codes.Count, unread)
            ? new StateBracket(start, end, [.. codes.Distinct()], unread.Count == 0 ? null : string.Join("; ", unread))
            : null;
    }

    /// <summary>One entry that holds more than a name ("Government of Quillon") still counts when the rest is short; a year or number in it speaks of something else.</summary>
    private static bool IsList(int pure, int mixed, int codes, List<string> unread) =>
        (pure > 0 && pure >= mixed)
        || (codes > 0 && mixed == 1 && unread[0].Split(' ').Length <= 3 && !unread[0].Any(char.IsDigit));

    /// <summary>Commas, semicolons, slashes and "and" part the entries, unless they belong to a name.</summary>
    private static IEnumerable<(int From, int To)> Entries(string content, IReadOnlyList<StateMention> mentions)
    {
        var from = 0;
        foreach (Match mark in Separators().Matches(content))
        {
            if (!mentions.Any(m => mark.Index < m.End && mark.Index + mark.Length > m.Start))
            {
                yield return (from, mark.Index);
                from = mark.Index + mark.Length;
            }
        }

        yield return (from, content.Length);
    }

    /// <summary>What an entry holds besides names. For whom a State spoke ("on behalf of ...") is kept in the printed words only: the State that spoke counts.</summary>
    private static string Rest(string content, int from, int to, List<StateMention> inside)
    {
        var rest = content[from..to].ToCharArray();
        foreach (var mention in inside)
        {
            rest.AsSpan(mention.Start - from, mention.Length).Fill(' ');
        }

        var words = OnBehalf().Replace(new string(rest), " ");
        return string.Join(' ', Particles().Replace(words, " ").Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();
    }

    [GeneratedRegex(@"[,;/&]|\b(?:and|or|as well as|y|et)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\b(?:(?:speaking |also )*on behalf of|in the name of|au nom de|en nombre de)\b.*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex OnBehalf();

    [GeneratedRegex(@"[^\p{L}\p{N}'’ ]+|\b(?:[Tt]he|also|jointly|with|by|supported|recommended|joined|las?|los|el|le|les|l)\b|(?<![\p{L}\p{N}])\d{1,3}(?![\p{L}\p{N}])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Particles();
}
