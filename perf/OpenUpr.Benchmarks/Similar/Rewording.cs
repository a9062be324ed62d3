using OpenUpr.Search;
using OpenUpr.Search.Text;

namespace OpenUpr.Benchmarks.Similar;

/// <summary>Words texts anew in one to three places: another word of the corpus instead, a word left out, one added, two neighbours swapped. The same seed gives the same texts.</summary>
internal sealed class Rewording(IReadOnlyList<IndexRow> rows, int seed)
{
    private const int MostPlaces = 3;

    private readonly string[] _words = [.. rows.Where((_, i) => i % 5 == 0).SelectMany(r => r.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    private readonly Random _random = new(seed);

    public string Of(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        for (var places = _random.Next(1, MostPlaces + 1); places > 0; places--)
        {
            var at = _random.Next(words.Count);
            switch (_random.Next(4))
            {
                case 0:
                    words[at] = Word();
                    break;
                case 1 when words.Count > MostPlaces:
                    words.RemoveAt(at);
                    break;
                case 2 when at + 1 < words.Count:
                    (words[at], words[at + 1]) = (words[at + 1], words[at]);
                    break;
                default:
                    words.Insert(at, Word());
                    break;
            }
        }

        return string.Join(' ', words);
    }

    /// <summary>The words alone: two texts of the same are the same text.</summary>
    public static string Plain(string text) => string.Join(' ', Tokenizer.Words(text));

    /// <summary>In how many words two texts differ, neighbours swapped counting as one.</summary>
    public static int Distance(string first, string second)
    {
        string[] a = [.. Tokenizer.Words(first)], b = [.. Tokenizer.Words(second)];
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(Math.Min(table[i - 1, j], table[i, j - 1]) + 1, table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }

    private string Word() => _words[_random.Next(_words.Length)];
}
