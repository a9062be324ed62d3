using OpenUpr.Search.Index;

namespace OpenUpr.Search.Matching;

/// <summary>All stems that begin alike as if they were one: the highest impact of any of them, by pair.</summary>
internal static class PrefixUnion
{
    public static (byte[] Impacts, int Count) Of(Postings postings, IReadOnlyList<int> stems)
    {
        var impacts = new byte[Matcher.Padded(postings.Table.Count)];
        foreach (var stem in stems)
        {
            if (postings.Dense[stem] is { } dense)
            {
                Windows.Max(impacts, dense);
                continue;
            }

            for (var i = postings.Start[stem]; i < postings.Start[stem + 1]; i++)
            {
                ref var impact = ref impacts[postings.Docs[i]];
                impact = Math.Max(impact, postings.Impacts[i]);
            }
        }

        return (impacts, impacts.Length - impacts.AsSpan().Count((byte)0));
    }
}
