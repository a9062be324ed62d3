using System.Globalization;
using System.Text;

namespace OpenUpr.Import.Papers;

/// <summary>How alike two texts are, by their words: capitals, accents, punctuation and white space make no difference.</summary>
internal sealed class WordBag
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    public WordBag(string text)
    {
        Compared = Fold(text);
        foreach (var word in Compared.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            _words[word] = _words.GetValueOrDefault(word) + 1;
            Count++;
        }
    }

    /// <summary>The text in the form in which it is compared.</summary>
    public string Compared { get; }

    /// <summary>Words, each as often as it stands.</summary>
    public int Count { get; }

    /// <summary>0 to 1: twice the words in common over the words of both.</summary>
    public double Likeness(WordBag other) => Count + other.Count == 0 ? 0 : 2.0 * Common(other) / (Count + other.Count);

    /// <summary>0 to 1: how much of this stands in the other.</summary>
    public double ShareIn(WordBag other) => Count == 0 ? 0 : (double)Common(other) / Count;

    /// <summary>Whether two texts differ in nothing but capitals, accents, punctuation and white space.</summary>
    public static bool Same(string a, string b) => a == b || Tight(a) == Tight(b);

    private int Common(WordBag other)
    {
        var (small, large) = _words.Count <= other._words.Count ? (_words, other._words) : (other._words, _words);
        return small.Sum(w => Math.Min(w.Value, large.GetValueOrDefault(w.Key)));
    }

    /// <summary>Without spaces: where a line ended in the middle of "co-operation", one source has a hyphen and the other none.</summary>
    private static string Tight(string text) => Fold(text).Replace(" ", "", StringComparison.Ordinal);

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c))
            {
                folded.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’' or '\u00AD') && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && folded is not [.., ' '])
            {
                folded.Append(' ');
            }
        }

        return folded.ToString().Trim();
    }
}
