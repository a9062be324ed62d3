using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Entities;

/// <summary>"CAT" is the Convention and its Committee. What a State submits to, or what has recommended, is the Committee.</summary>
internal static class BodyCues
{
    /// <summary>So many words before the abbreviation may say that a committee is meant.</summary>
    private const int Window = 5;

    private static readonly KeySet _speaks = KeySet.OfWords("recommendation recommendations observation observations concern concerns dialogue view views recommended comments comment advice");
    private static readonly KeySet _receives = KeySet.OfWords("report reports submit submitting submission cooperate cooperation cooperating reporting replies respond");
    private static readonly KeySet _by = KeySet.OfWords("of by from to with the");
    private static readonly KeySet _treaty = KeySet.OfWords("ratify ratifying ratification accede acceding accession sign signing implement implementation reservation reservations under on party");

    /// <summary>The entity that a match means here.</summary>
    public static int Choose(TextWords words, ReadOnlySpan<int> ids, int at, NameMatch match)
    {
        if (match.Body < 0)
        {
            return match.Entity;
        }

        var hashes = words.Hashes;
        if (at + match.Words is var next && next < hashes.Length && words.Marks[next] == ' ' && _speaks.Contains(hashes[next]))
        {
            return match.Body;
        }

        var by = at > 0 && _by.Contains(hashes[at - 1]) || at > 0 && ids[at - 1] == NameWords.And;
        for (var i = at - 1; by && i >= Math.Max(0, at - Window) && !_treaty.Contains(hashes[i]); i--)
        {
            if (_speaks.Contains(hashes[i]) || _receives.Contains(hashes[i]))
            {
                return match.Body;
            }
        }

        return match.Entity;
    }
}
