using OpenUpr.Search.Index;
using OpenUpr.Search.Text;

namespace OpenUpr.Search;

/// <summary>Finds the words of a query that no text holds, and the words nearest to them that some text does.</summary>
internal static class MissingWords
{
    private const int Suggestions = 5;
    private const int MaxDistance = 2;

    /// <summary>A query with more missing words than this is no slip of the keyboard, and each search for neighbours reads the whole vocabulary.</summary>
    private const int MaxCorrected = 10;

    /// <summary>Up to so many letters, two changes make another word rather than correct a mistake.</summary>
    private const int ShortWord = 4;

    public static IReadOnlyList<MissingWord> Find(QueryNode? expression, bool useSynonyms, Postings postings) =>
        [.. QueryWords.Wanted(expression)
            .SelectMany(Tokenizer.Words).Distinct()
            .Where(w => postings.Find(Porter.Stem(w)) < 0 && !(useSynonyms && Synonyms.Current.Knows(w)))
            .Select((w, i) => new MissingWord(w, i < MaxCorrected ? Nearest(w, postings) : []))];

    private static IReadOnlyList<string> Nearest(string word, Postings postings)
    {
        var limit = word.Length <= ShortWord ? 1 : MaxDistance;
        var table = postings.Table;
        var found = new List<(string Word, int Distance, int Count)>();
        for (var i = 0; i < table.Words.Length; i++)
        {
            if (postings.Frequency[table.WordStem[i]] > 0 && EditDistance.Between(word, table.Words[i], limit) is var distance && distance <= limit)
            {
                found.Add((table.Words[i], distance, table.WordCount[i]));
            }
        }

        return [.. found.OrderBy(f => f.Distance).ThenByDescending(f => f.Count).ThenBy(f => f.Word, StringComparer.Ordinal).Take(Suggestions).Select(f => f.Word)];
    }
}
