using OpenUpr.Search.Text;

namespace OpenUpr.Search.Language;

/// <summary>Makes parts of an expression of words and phrases as typed. What the tokeniser takes for several words (ill-treatment, women's) is a phrase.</summary>
internal static class WordParts
{
    /// <summary>The part, or null when there is no letter or digit in it.</summary>
    public static QueryNode? Read(QueryToken token, List<QueryProblem> problems)
    {
        var text = token.Text;
        var prefix = false;
        if (token.Kind == QueryTokenKind.Word)
        {
            prefix = text.EndsWith('*');
            text = text.TrimEnd('*');
            if (text.Contains('*'))
            {
                problems.Add(new QueryProblem(null, token.Text, "A star stands only at the end, behind the beginning of a word.", [text.Replace("*", "", StringComparison.Ordinal) + "*"]));
                return null;
            }
        }

        var words = AsTyped(text);
        return words.Count switch
        {
            0 => null,
            1 => prefix ? new PrefixNode(words[0]) : new WordNode(words[0]),
            _ when prefix => new AndNode([Whole(words.GetRange(0, words.Count - 1)), new PrefixNode(words[^1])]),
            _ => new PhraseNode(words),
        };
    }

    private static QueryNode Whole(List<string> words) => words.Count == 1 ? new WordNode(words[0]) : new PhraseNode(words);

    private static List<string> AsTyped(string text)
    {
        var tokens = new Tokenizer();
        tokens.Begin(text);
        var words = new List<string>();
        while (tokens.Next())
        {
            words.Add(text[tokens.Start..tokens.End]);
        }

        return words;
    }
}
