using OpenUpr.Reviews;

namespace OpenUpr.Sources.Papers.StateMentions;

/// <summary>A place in a text where a State is named.</summary>
/// <param name="Start">From 0, in characters.</param>
public readonly record struct StateMention(int Start, int Length, string Iso3)
{
    public int End => Start + Length;
}

/// <summary>Finds the States that a running text names, whatever name it uses for them.</summary>
public static class StateMentions
{
    /// <summary>Every mention in the order of the text; names that stand within longer ones are not counted.</summary>
    /// <param name="language">ISO 639-1: names of this language are known besides the English ones.</param>
    public static IReadOnlyList<StateMention> In(string text, ReferenceData reference, string language = "en")
    {
        var lexicon = NameLexicon.For(reference, language);
        var words = NameWord.Of(text);
        var found = new List<StateMention>();
        for (var at = 0; at < words.Count;)
        {
            if (lexicon.Longest(words, at) is { } match)
            {
                var end = WithClosingBracket(text, words[at].Start, words[match.End - 1].End);
                found.Add(new StateMention(words[at].Start, end - words[at].Start, match.State.Iso3));
                at = match.End;
            }
            else
            {
                at++;
            }
        }

        return found;
    }

    /// <summary>"Bel Tora (Federation of" and its bracket belong together.</summary>
    private static int WithClosingBracket(string text, int start, int end)
    {
        var open = text.AsSpan(start, end - start).Count('(') - text.AsSpan(start, end - start).Count(')');
        var at = end;
        while (at < text.Length && text[at] == ' ')
        {
            at++;
        }

        return open > 0 && at < text.Length && text[at] == ')' ? at + 1 : end;
    }
}
