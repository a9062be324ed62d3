using System.Text.RegularExpressions;
using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.Recognition;

/// <summary>Finds the State under review by what a paper's title says, in any of the State's names.</summary>
internal static partial class SurFinder
{
    /// <summary>Behind a title, a State's name stands within this many lines.</summary>
    private const int LinesBehindTitle = 10;

    private const int LinesOfName = 3;

    /// <returns>The State and the words that name it.</returns>
    public static (State State, string Words)? Find(FrontMatter front, PaperSymbol? symbol, FoundTitle? title, ReferenceData reference)
    {
        if (symbol?.Iso3 is { } iso3 && reference.FindState(iso3) is { } byCode)
        {
            return (byCode, $"{iso3} in the symbol");
        }

        return (title is null ? null : InTitle(front, title, reference)) ?? OnALineOfItsOwn(front, 0, front.FirstPage.Count, reference) ?? InPhrase(front.Opening, reference) ?? AnyHead(front, reference);
    }

    /// <summary>The State that a phrase such as "The review of ... was held" names.</summary>
    public static (State State, string Words)? InPhrase(string text, ReferenceData reference)
    {
        foreach (Match match in Phrase().Matches(text))
        {
            if (NameIn(match.Groups["name"].Value, reference) is { } state)
            {
                return (state, $"\"{text[match.Index..match.Groups["name"].Index].Trim()} {state.NameEn}\"");
            }
        }

        return null;
    }

    /// <summary>The longest beginning of a text that names a State, an article apart: "Arvenia (first batch)".</summary>
    public static State? NameIn(string text, ReferenceData reference)
    {
        var words = FrontMatter.WithoutMarks(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var count = Math.Min(words.Length, 12); count > 0; count--)
        {
            var name = string.Join(' ', words[..count]);
            if ((Named(name, reference) ?? Named(WithoutArticle(name), reference)) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    private static (State State, string Words)? InTitle(FrontMatter front, FoundTitle title, ReferenceData reference)
    {
        var words = front.Joined(title.First, title.Last - title.First + 2);
        // What stands on the title's own line: "Compilation on X", "Outcome of the universal periodic review: X".
        foreach (var part in InTitleForm().Matches(words).Select(m => words[(m.Index + m.Length)..]))
        {
            if (NameIn(part, reference) is { } state)
            {
                return (state, $"title \"{state.NameEn}\" in \"{Short(words)}\"");
            }
        }

        return OnALineOfItsOwn(front, title.Last, LinesBehindTitle, reference);
    }

    private static (State State, string Words)? OnALineOfItsOwn(FrontMatter front, int start, int count, ReferenceData reference)
    {
        for (var line = start; line < Math.Min(front.FirstPage.Count, start + count); line++)
        {
            for (var lines = LinesOfName; lines > 0; lines--)
            {
                var name = front.Joined(line, lines);
                if (Named(name, reference) is { } state)
                {
                    return (state, $"title line \"{name}\"");
                }
            }
        }

        return null;
    }

    private static (State State, string Words)? AnyHead(FrontMatter front, ReferenceData reference) =>
        front.Heads.Select(h => InPhrase(h, reference)).FirstOrDefault(h => h is not null);

    // A code is no name: "CAN" and "MAR" are words and months too.
    private static State? Named(string name, ReferenceData reference) => name.Length > 3 ? reference.Names.Find(name) : null;

    private static string WithoutArticle(string name) => Article().Replace(name, "");

    private static string Short(string words) => words.Length <= 90 ? words : words[..90] + "...";

    [GeneratedRegex(@"\b(?:on|of|concernant|sur|sobre|relativa\s+a|de|to|:)\s+|:\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InTitleForm();

    [GeneratedRegex(
        @"(?:(?:the\s+)?review\s+of|UPR\s+of|l.examen\s+(?:concernant|de)|el\s+examen\s+de|questions\s+to|thematic\s+list\s+of\s+recommendations\s*[-–:,]?\s*(?:for|of|to)?)\s+(?<name>[\p{L}'’(][^.;:]{2,80})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Phrase();

    [GeneratedRegex(@"^(?:l['’]|la\s+|le\s+|les\s+|el\s+|los\s+|las\s+|du\s+|des\s+|de\s+la\s+|d['’]|de\s+l['’]|the\s+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Article();
}
