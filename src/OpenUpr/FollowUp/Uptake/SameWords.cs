using System.Text;
using OpenUpr.Reviews;
using OpenUpr.Search.Text;

namespace OpenUpr.FollowUp.Uptake;

/// <summary>
/// Words that recommendations use for the same thing (Data/uptake-words.csv): "reinforce" reads as "strengthen", "jails" as "prisons". Texts are compared as they stand and so
/// rewritten; names of instruments and bodies the search knows itself (<see cref="Search.Similar.SimilarTexts"/>).
/// </summary>
public static class SameWords
{
    private const string File = "OpenUpr.FollowUp.Uptake.Data.uptake-words.csv";

    private static readonly Lazy<(Dictionary<string, string> Names, int Longest)> s_all = new(Load);

    /// <summary>Pairs of the list: a word or words, and what is read instead.</summary>
    public static IEnumerable<(string Word, string Read)> All => ReferenceTable.Read(File).SelectMany(r => r["words"].Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries), (r, w) => (w, r["read"]));

    /// <summary>The words of a text with every known one read as the first of its kind; the longest first.</summary>
    public static string Read(string text)
    {
        var words = Tokenizer.Words(text);
        var stems = words.Select(w => Porter.Stem(w)).ToList();
        var (names, longest) = s_all.Value;
        var read = new StringBuilder(text.Length);
        for (var i = 0; i < words.Count;)
        {
            var length = Math.Min(longest, words.Count - i);
            while (length > 0 && !names.ContainsKey(string.Join(' ', stems.GetRange(i, length))))
            {
                length--;
            }

            read.Append(length > 0 ? names[string.Join(' ', stems.GetRange(i, length))] : words[i]).Append(' ');
            i += Math.Max(1, length);
        }

        return read.ToString();
    }

    private static (Dictionary<string, string>, int) Load()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (word, read) in All)
        {
            names.TryAdd(string.Join(' ', Tokenizer.Words(word).Select(w => Porter.Stem(w))), read);
        }

        return (names, names.Keys.Max(k => k.Count(c => c == ' ') + 1));
    }
}
