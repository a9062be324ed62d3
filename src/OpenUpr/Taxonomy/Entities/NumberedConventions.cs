using System.Globalization;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Entities;

/// <summary>"ILO Conventions No. 138 concerning minimum age for admission to employment and No. 182": numbers go on behind the first.</summary>
internal static class NumberedConventions
{
    private const string Family = "ilo-conventions";

    /// <summary>So many words may stand between two numbers: a convention's title.</summary>
    private const int Longest = 20;

    private static readonly KeyTable<int> _byNumber = ByNumber();

    private static readonly int _family = EntityList.Current.IndexOf(Family);

    /// <summary>Whether numbers may follow: the mention is of an ILO convention, or of them all.</summary>
    public static bool IsOne(EntityList list, int entity) => entity == _family || list.All[entity].Parent == Family;

    /// <summary>Adds the conventions whose numbers follow, and gives the word behind the last.</summary>
    public static int Continue(EntityFinder finder, TextWords words, ReadOnlySpan<int> ids, int end, List<EntityMention> found)
    {
        var first = found.Count - 1;
        for (var i = end; i < Math.Min(ids.Length, end + Longest); i++)
        {
            if (IsStop(words, i) || (ids[i] > NameWords.And && !_byNumber.Contains(words.Hashes[i]) && finder.Longest(words, ids, EntityNames.Root, i).Entity >= 0))
            {
                break;
            }

            if (_byNumber.TryFind(words.Hashes[i], out var convention))
            {
                found.Add(new EntityMention(convention, i, 1));
                end = i + 1;
            }
        }

        // "ILO Conventions 87 and 98" names no more than the two: the class is said by the first of them.
        if (found[first].Entity == _family && found.Count > first + 1)
        {
            found[first + 1] = new EntityMention(found[first + 1].Entity, found[first].FirstWord, found[first + 1].FirstWord + 1 - found[first].FirstWord);
            found.RemoveAt(first);
        }

        return end;
    }

    private static KeyTable<int> ByNumber()
    {
        var (all, places) = (EntityList.Current.All, new KeyTable<int>());
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i] is { Parent: Family, Number: { } number })
            {
                places.Add(TextWords.Hash(number.ToString(CultureInfo.InvariantCulture)), i);
            }
        }

        return places;
    }

    private static bool IsStop(TextWords words, int word) => words.Marks[word] switch
    {
        ';' or ':' => true,
        '.' => !words.Written(word - 1).StartsWith("no", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
