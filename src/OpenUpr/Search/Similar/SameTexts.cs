using System.Numerics;
using System.Runtime.InteropServices;
using OpenUpr.Recommendations;
using OpenUpr.Search.Index;

namespace OpenUpr.Search.Similar;

/// <summary>
/// Puts texts together that a writer would call the same: recommendations (or pledges) of the same words, however instruments and bodies are named and
/// whatever the small words between. Of longer texts one word in eight may differ, as long as both are on the same issues and of the same
/// category, and neither a negation nor a number nor an instrument is what differs. One instance is for one question at a time.
/// </summary>
internal sealed class SameTexts(DocTable table, int[] pairsOfText, UnitIndex units)
{
    /// <summary>Of so many words that tell, one may differ.</summary>
    private const int Near = 8;

    private readonly WordOrder _order = new(units.Names.Count);
    private readonly List<int> _first = [];
    private readonly List<int> _other = [];

    /// <summary>The best texts, each with those of the list that say the same; at most <paramref name="limit"/>. A text belongs to the best one that it is the same as.</summary>
    /// <param name="found">Best first.</param>
    public List<List<(int Text, double Score)>> Group(IReadOnlyList<(int Text, double Score)> found, int limit)
    {
        var (groups, taken) = (new List<List<(int Text, double Score)>>(limit), new bool[found.Count]);
        for (var best = 0; best < found.Count && groups.Count < limit; best++)
        {
            if (taken[best])
            {
                continue;
            }

            groups.Add([found[best]]);
            Begin(found[best].Text);
            for (var i = best + 1; i < found.Count; i++)
            {
                if (!taken[i] && IsSame(found[best].Text, found[i].Text))
                {
                    groups[^1].Add(found[i]);
                    taken[i] = true;
                }
            }
        }

        return groups;
    }

    private void Begin(int text)
    {
        units.Tell(text, _first);
        _order.Begin(CollectionsMarshal.AsSpan(_first));
    }

    private bool IsSame(int first, int other)
    {
        // A place that differs changes two of the signs at most.
        var most = _first.Count / Near;
        if (BitOperations.PopCount(units.Signs[first] ^ units.Signs[other]) > 2 * most || IsPledge(first) != IsPledge(other))
        {
            return false;
        }

        units.Tell(other, _other);
        var distance = _order.Distance(CollectionsMarshal.AsSpan(_other));
        return distance == 0 || (distance <= Math.Min(most, _other.Count / Near) && HasSameTags(first, other) && !DiffersInMeaning());
    }

    private bool IsPledge(int text) => Traits.Kind(table.TraitsOf[pairsOfText[text]]) == RecommendationKind.Pledge;

    private bool HasSameTags(int first, int other)
    {
        var (a, b) = (pairsOfText[first], pairsOfText[other]);
        return table.IssueSetOf[a] == table.IssueSetOf[b] && Traits.Action(table.TraitsOf[a]) == Traits.Action(table.TraitsOf[b]);
    }

    private bool DiffersInMeaning() => _first.Except(_other).Concat(_other.Except(_first)).Any(units.Names.IsDecisive);
}
