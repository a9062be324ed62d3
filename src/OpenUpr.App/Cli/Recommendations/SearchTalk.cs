using OpenUpr.Export;
using OpenUpr.Recommendations;
using OpenUpr.Search;

namespace OpenUpr.App.Cli.Recommendations;

/// <summary>What a search says about its result: on stderr, and in the export's own description.</summary>
internal static class SearchTalk
{
    /// <summary>The number found, and what it counts.</summary>
    public static string Counted(SearchResult found, CountUnit unit, int limit)
    {
        var count = unit switch
        {
            CountUnit.Texts => $"{found.Texts} texts, in {found.Pairs} pairs of a text and a State",
            CountUnit.Paragraphs => $"{found.Paragraphs} paragraphs, in {found.Pairs} pairs of a recommendation and a State",
            _ => $"{found.Pairs} found (pairs of a recommendation and a State)",
        };
        return limit > 0 && limit < found.Pairs ? $"{count}; the first {limit} rows are shown, --limit 0 shows all" : count;
    }

    /// <summary>Words that nothing holds, synonyms that were searched too, and what a count of paragraphs leaves out.</summary>
    public static void Explain(SearchResult found, CountUnit unit, TextWriter talk)
    {
        foreach (var missing in found.MissingWords)
        {
            var nearest = missing.Nearest.Count > 0 ? $" Nearest words: {string.Join(", ", missing.Nearest)}." : string.Empty;
            talk.WriteLine($"No text holds the word '{missing.Word}'.{nearest}");
        }

        if (found.Synonyms.Count > 0)
        {
            talk.WriteLine($"Searched too: {string.Join(", ", found.Synonyms)}");
        }

        if (unit == CountUnit.Paragraphs && found.PairsWithoutParagraph > 0)
        {
            talk.WriteLine($"{found.PairsWithoutParagraph} of {found.Pairs} pairs have no known paragraph and are not counted: UPR Info's export has no paragraph numbers.");
        }
    }
}
