using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Tests.Taxonomy.Classification;

public sealed class KeyTableTests
{
    [Fact]
    public void It_holds_what_a_dictionary_would()
    {
        var (random, table, oracle) = (new Random(3), new KeyTable<int>(), new Dictionary<ulong, int>());
        for (var i = 0; i < 20_000; i++)
        {
            // Small keys, keys that differ in their upper half only, and any: each comes more than once.
            var key = random.Next(3) switch
            {
                0 => (ulong)random.Next(2000),
                1 => (ulong)random.Next(2000) << 32,
                _ => (ulong)random.NextInt64(),
            };
            Assert.Equal(oracle.TryAdd(key, i), table.Add(key, i));
        }

        Assert.Equal(oracle.Count, table.Count);
        Assert.Equal(oracle.Keys, table.Keys.ToArray());
        foreach (var (key, value) in oracle)
        {
            Assert.True(table.TryFind(key, out var found) && table.Contains(key));
            Assert.Equal((value, value), (found, table.Find(key, -1)));
        }

        for (var key = 2000UL; key < 12_000; key++)
        {
            Assert.Equal(oracle.ContainsKey(key), table.Contains(key));
        }

        Assert.Equal(-1, table.Find(2001UL << 33, -1));
    }

    [Fact]
    public void A_set_of_words_knows_its_words_alone()
    {
        var set = KeySet.OfWords("by  through\nincluding by");
        Assert.Equal(3, set.Keys.Length);
        Assert.True(set.Contains(TextWords.Hash("through")));
        Assert.False(set.Contains(TextWords.Hash("in")) || set.Contains(0) || KeySet.None.Contains(0));
    }

    [Fact]
    public void What_is_gathered_is_put_in_order_and_alike_items_keep_theirs()
    {
        var (random, gathered, oracle) = (new Random(5), new Gathered<(int Key, int Place)>(), new List<(int Key, int Place)>());
        for (var i = 0; i < 300; i++)
        {
            oracle.Add((random.Next(20), i));
            gathered.Add(oracle[^1]);
        }

        gathered.Sort(static (a, b) => a.Key - b.Key);
        Assert.Equal(oracle.OrderBy(o => o.Key), gathered.ToList());
        gathered.Clear();
        Assert.Empty(gathered.ToList());
    }
}
