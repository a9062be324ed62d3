using OpenUpr.Taxonomy.Classification;
using OpenUpr.Taxonomy.Entities;

namespace OpenUpr.Taxonomy.Smart;

/// <summary>A draft recommendation as the rules see it: words, actions, instruments and bodies.</summary>
internal sealed class Draft
{
    public Draft(string text)
    {
        Text = text;
        Words.Read(text);
        new EntityFinder().Find(Words, Mentions);
        Clauses = new ClauseReader(Words).Read();
    }

    public string Text { get; }

    public TextWords Words { get; } = new();

    public List<EntityMention> Mentions { get; } = [];

    /// <summary>The actions asked for, in order; none where no verb of an action is known.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    public static Entity EntityOf(EntityMention mention) => EntityList.Current.All[mention.Entity];

    /// <summary>Where words stand in the text.</summary>
    public (int Start, int End) Place(int first, int count)
    {
        // A bracket that opens within the words closes behind them.
        var (start, end) = (Words.Place(first).Start, Words.Place(first + count - 1).End);
        return end < Text.Length && Text[end] == ')' && Text.AsSpan(start, end - start).Count('(') > Text.AsSpan(start, end - start).Count(')') ? (start, end + 1) : (start, end);
    }

    public (int Start, int End) Place(VerbUse verb) => Place(verb.Word, verb.Verb.Words);

    /// <summary>The places of the phrases of a code.</summary>
    public List<(int Start, int End)> Phrases(string code, int from = 0, int? to = null) =>
        [.. SmartPhrases.Find(Words, code, from, to).Select(p => Place(p.First, p.Words))];

    /// <summary>The text from one word up to another, with a bracket that closes behind it.</summary>
    public string Written(int first, int end)
    {
        if (first >= end)
        {
            return "";
        }

        var (start, stop) = Place(first, end - first);
        return Text[start..stop];
    }
}
