using OpenUpr.Search.Text;

namespace OpenUpr.Search;

/// <summary>A piece of a text that is shown, and whether the query matched it.</summary>
public readonly record struct TextPiece(string Text, bool Matched);

public static class Highlighter
{
    /// <summary>Cuts a text into pieces that matched the query's words and pieces between; together they are the text.</summary>
    public static IReadOnlyList<TextPiece> Mark(string text, SearchQuery query)
    {
        var expression = query.UseSynonyms ? Synonyms.Current.Expand(query.Expression).Expression : query.Expression;
        var leaves = QueryWords.Leaves(expression).ToList();
        if (text.Length == 0 || leaves.Count == 0)
        {
            return text.Length == 0 ? [] : [new TextPiece(text, false)];
        }

        var words = Words(text);
        var marks = new bool[text.Length];
        foreach (var leaf in leaves)
        {
            Mark(leaf, words, marks);
        }

        return Pieces(text, marks);
    }

    private static List<(string Stem, int Start, int End)> Words(string text)
    {
        var tokens = new Tokenizer();
        tokens.Begin(text);
        var words = new List<(string, int, int)>();
        while (tokens.Next())
        {
            words.Add((Porter.Stem(tokens.Word), tokens.Start, tokens.End));
        }

        return words;
    }

    private static void Mark(QueryNode leaf, List<(string Stem, int Start, int End)> words, bool[] marks)
    {
        var stems = leaf switch
        {
            WordNode word => Stems([word.Word]),
            PhraseNode phrase => Stems(phrase.Words),
            PrefixNode prefix => Stems([prefix.Prefix]),
            _ => [],
        };
        for (var i = 0; stems.Length > 0 && i + stems.Length <= words.Count; i++)
        {
            var at = i;
            var matches = leaf is PrefixNode
                ? words[i].Stem.StartsWith(stems[^1], StringComparison.Ordinal)
                : Enumerable.Range(0, stems.Length).All(k => words[at + k].Stem == stems[k]);
            if (matches)
            {
                var (start, end) = (words[i].Start, words[i + stems.Length - 1].End);
                marks.AsSpan(start, end - start).Fill(true);
            }
        }
    }

    private static string[] Stems(IEnumerable<string> words) => [.. words.SelectMany(Tokenizer.Words).Select(w => Porter.Stem(w))];

    private static List<TextPiece> Pieces(string text, bool[] marks)
    {
        var (pieces, start) = (new List<TextPiece>(), 0);
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || marks[i] != marks[start])
            {
                pieces.Add(new TextPiece(text[start..i], marks[start]));
                start = i;
            }
        }

        return pieces;
    }
}
