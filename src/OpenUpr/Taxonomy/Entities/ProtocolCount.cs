using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Entities;

/// <summary>What is said about the number of protocols: "the first and second Optional Protocols", "Additional Protocols I and II", "its two Optional Protocols".</summary>
/// <param name="First">The first word that belongs to it.</param>
/// <param name="End">The word behind the last.</param>
/// <param name="Numbers">A bit for each number named; 0 where none is.</param>
/// <param name="Many">How many there are; 0 where the text does not say.</param>
internal readonly record struct ProtocolCount(int First, int End, uint Numbers, int Many)
{
    private static readonly KeyTable<int> _ordinals = Table(
        ("first", 1), ("1st", 1), ("second", 2), ("2nd", 2), ("third", 3), ("3rd", 3), ("fourth", 4));

    private static readonly KeyTable<int> _counts = Table(("two", 2), ("both", 2), ("three", 3), ("2", 2), ("3", 3));

    private static readonly KeyTable<int> _numerals = Table([.. Enumerable.Range(1, 16).Select(n => (n.ToString(System.Globalization.CultureInfo.InvariantCulture), n)), ("i", 1), ("ii", 2), ("iii", 3)]);

    private static readonly KeySet _between = KeySet.OfWords("and the no nos optional additional number current");

    public bool Has(int number) => (Numbers & (1u << number)) != 0;

    /// <summary>Reads the words around "Optional Protocol(s)".</summary>
    public static ProtocolCount Read(TextWords words, EntityMention head)
    {
        var hashes = words.Hashes;
        var (numbers, many) = (0u, 0);
        var (first, end) = (head.FirstWord, head.FirstWord + head.Words);
        for (var i = first - 1; i >= 0 && words.Marks[i + 1] is ' ' or ','; i--)
        {
            if (_ordinals.TryFind(hashes[i], out var ordinal))
            {
                (numbers, first) = (numbers | (1u << ordinal), i);
            }
            else if (_counts.TryFind(hashes[i], out var count))
            {
                (many, first) = (count, i);
            }
            else if (!_between.Contains(hashes[i]))
            {
                break;
            }
        }

        for (var i = end; i < hashes.Length && words.Marks[i] is ' ' or ',' or '.' or '-'; i++)
        {
            if (_numerals.TryFind(hashes[i], out var number))
            {
                (numbers, end) = (numbers | (1u << number), i + 1);
            }
            else if (!_between.Contains(hashes[i]))
            {
                break;
            }
        }

        return new ProtocolCount(first, end, numbers, many);
    }

    private static KeyTable<int> Table(params (string Word, int Number)[] entries)
    {
        var table = new KeyTable<int>();
        foreach (var (word, number) in entries)
        {
            table.Add(TextWords.Hash(word), number);
        }

        return table;
    }
}
