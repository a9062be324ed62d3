using System.Text.RegularExpressions;

namespace OpenUpr.Sources.Papers.Reports.Front;

/// <summary>Reads who headed the delegation: "headed by H.E. Ms. N. N., Minister of Justice". The office is what counts; a name is kept only where it cannot be parted from it.</summary>
internal static partial class DelegationHead
{
    /// <summary>The offices of whoever headed the delegation, usually one; empty where the sentence does not say.</summary>
    public static IReadOnlyList<string> OfficesIn(string sentence)
    {
        if (Headed().Match(sentence) is not { Success: true } headed)
        {
            return [];
        }

        var words = Composition().Replace(headed.Groups[1].Success ? headed.Groups[1].Value : headed.Groups[2].Value, "").Trim(' ', '.', ',', ';');
        return [.. Second().Split(words).Select(Office).Where(o => o.Length > 0)];
    }

    private static string Office(string person)
    {
        var words = person.Trim(' ', ',', '.');
        if (words.StartsWith("the ", StringComparison.OrdinalIgnoreCase) && !Title().IsMatch(words))
        {
            // "the Minister of Justice, N. N.": the name stands last.
            return NameAtEnd().Replace(words[4..], "");
        }

        var comma = words.IndexOf(", ", StringComparison.Ordinal);
        if (comma < 0)
        {
            // Nothing but a name with its title tells no office.
            return BareName().IsMatch(words) ? "" : words;
        }

        // "Her Excellency, Ms. N. N., Minister": a title may stand before a comma of its own.
        var office = words[(comma + 2)..];
        return Title().IsMatch(office) && office.IndexOf(", ", StringComparison.Ordinal) is var next and > 0 ? Article().Replace(office[(next + 2)..], "") : Article().Replace(office, "");
    }

    [GeneratedRegex(@"\bdelegation\b[^;]*?\b(?:headed|led) by:?\s+(.+)$|^(.+?),?\s+(?:headed|led) the delegation\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Headed();

    [GeneratedRegex(@",?\s*(?:and\s+)?(?:was\s+|were\s+)?(?:composed of|comprised|consist(?:ed|ing) of|accompanied by)\b.*$|,?\s*see\s+annex.*$|,\s*(?:as\s+)?head of (?:the )?delegation.*$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline, 1000)]
    private static partial Regex Composition();

    /// <summary>A second person who headed it too.</summary>
    [GeneratedRegex(@"\s+and\s+(?:by\s+)?(?=(?:H\.?\s?E\.|S\.\s?E\.|Mrs?\.|Ms\.|Mr |Ms |Dr\.|His |Her ))", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Second();

    [GeneratedRegex(@"^(?:the\s+)?(?:H\.?\s?E\.|S\.\s?E\.|Mrs?\b|Ms\b|Dr\b|Prof|Sir\b|Dame\b|Lord\b|Hon(?:ou?rable)?\b|Right\b|His\s+(?:Royal|Excel)|Her\s+(?:Royal|Excel))", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Title();

    [GeneratedRegex(@",\s+(?:(?:H\.?\s?E\.|Mrs?\.?|Ms\.?|Dr\.?|Sir|Lord)\s*)*\p{Lu}[\p{L}.’'-]*\s*(?:(?:\p{Lu}[\p{L}.’'-]*|de|del|la|da|do|dos|di|bin|al|el|van|von|ben)\s*){1,5}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NameAtEnd();

    [GeneratedRegex(@"^(?:(?:H\.?\s?E\.|S\.\s?E\.|Mrs?\.?|Ms\.?|Dr\.?)\s+)+(?:(?:\p{Lu}[\p{L}.’'-]*|de|del|la|da|bin|al|el|van|von|ben)\s*){1,7}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BareName();

    [GeneratedRegex(@"^the\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Article();
}
