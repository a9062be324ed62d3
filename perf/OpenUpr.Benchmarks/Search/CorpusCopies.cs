using System.Text.RegularExpressions;
using OpenUpr.Reviews;
using OpenUpr.Search;

namespace OpenUpr.Benchmarks.Search;

/// <summary>
/// The export at any size: copies 2 and on have 1-3 words exchanged in each text, a misspelt word in 3 % of them, half of the
/// recommending States exchanged, and reviews spread over sessions 1-54. The same seed gives the same rows again, so that a
/// million of them never has to be held in memory.
/// </summary>
internal sealed partial class CorpusCopies(IReadOnlyList<IndexRow> export)
{
    private const int Seed = 42;
    private const int Sessions = 54;
    private const double Misspelt = 0.03;

    private readonly string[] _words = [.. export.Where((_, i) => i % 7 == 0).SelectMany(r => Word().Matches(r.Text)).Select(m => m.Value).Where(w => w.Length > 2)];
    private readonly string[] _states = [.. export.Select(r => r.Rs).Where(s => s != State.Unknown).Distinct()];

    public IEnumerable<IndexRow> Rows(int count)
    {
        var random = new Random(Seed);
        var texts = export[^1].TextId;
        for (var made = 0; made < count;)
        {
            var copy = made / export.Count;
            var (lastText, text) = (0L, "");
            foreach (var row in export.Take(count - made))
            {
                if (row.TextId != lastText)
                {
                    (lastText, text) = (row.TextId, copy == 0 ? row.Text : Change(row.Text, random));
                }

                made++;
                yield return copy == 0 ? row : row with
                {
                    Id = row.Id + ((long)copy * export.Count),
                    TextId = row.TextId + (copy * texts),
                    Session = Session(copy, row),
                    Rs = row.Kind == Recommendations.RecommendationKind.Recommendation && random.Next(2) == 0 ? _states[random.Next(_states.Length)] : row.Rs,
                    Text = text,
                };
            }
        }
    }

    /// <summary>All of a review goes to the same session.</summary>
    private static int Session(int copy, IndexRow row)
    {
        var hash = (uint)copy * 2_654_435_761;
        foreach (var letter in row.Sur)
        {
            hash = (hash ^ letter) * 16_777_619;
        }

        return (int)((hash ^ (uint)row.Session * 40_503) % Sessions) + 1;
    }

    private string Change(string text, Random random)
    {
        var words = text.Split(' ');
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            words[random.Next(words.Length)] = _words[random.Next(_words.Length)];
        }

        if (random.NextDouble() < Misspelt && words[random.Next(words.Length)] is { Length: > 3 } word)
        {
            var at = random.Next(1, word.Length - 1);
            words[Array.IndexOf(words, word)] = word[..at] + (char)('a' + random.Next(26)) + word[(at + 1)..];
        }

        return string.Join(' ', words);
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
