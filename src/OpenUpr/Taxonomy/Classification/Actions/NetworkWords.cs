namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>The words, stems and marks that the networks know, numbered from 1 by how common they are; 0 is any other.</summary>
internal sealed class NetworkWords
{
    /// <summary>Fewer times seen, a word is unknown and only its stem may be known.</summary>
    private const int LeastSeen = 3;

    private readonly FeatureTable _table;
    private readonly int[] _numbers;

    private NetworkWords(FeatureTable table, int[] numbers, int count) => (_table, _numbers, Count) = (table, numbers, count);

    /// <summary>Numbers in use, 0 among them.</summary>
    public int Count { get; }

    /// <param name="seen">How often each hash was seen.</param>
    public static NetworkWords Of(Dictionary<ulong, int> seen)
    {
        var kept = seen.Where(s => s.Value >= LeastSeen).OrderByDescending(s => s.Value).ThenBy(s => s.Key).Select(s => s.Key).ToList();
        var table = FeatureTable.Of(kept);
        var numbers = new int[table.Places];
        for (var i = 0; i < kept.Count; i++)
        {
            numbers[table.Find(kept[i])] = i + 1;
        }

        return new NetworkWords(table, numbers, kept.Count + 1);
    }

    public static NetworkWords Read(BinaryReader reader)
    {
        var table = FeatureTable.Read(reader);
        var numbers = reader.ReadArray<int>(table.Places);
        var count = reader.ReadInt32();
        return count > 0 && ModelArrays.AreWithin(numbers, 0, count - 1) ? new NetworkWords(table, numbers, count) : throw new InvalidDataException("its list of words is damaged");
    }

    public void Write(BinaryWriter writer)
    {
        _table.Write(writer);
        writer.WriteArray<int>(_numbers);
        writer.Write(Count);
    }

    /// <summary>The number of a word, stem or mark.</summary>
    public int Find(ulong hash) => _table.Find(hash) is >= 0 and var place ? _numbers[place] : 0;

    /// <summary>A stem is not the word that is spelled alike.</summary>
    public static ulong StemKey(ulong stem) => TextWords.Combine(stem, 5);

    /// <summary>Whether a mark before a word is read as a token of its own.</summary>
    public static bool IsToken(char mark) => mark is ',' or ';' or '.';

    /// <summary>The first words and marks of a text as numbers of words and of stems.</summary>
    /// <returns>How many there are.</returns>
    public int Tokens(TextWords words, ReadOnlySpan<ulong> stems, Span<(int Word, int Stem)> tokens)
    {
        var count = 0;
        for (var i = 0; i < stems.Length && count < tokens.Length; i++)
        {
            if (i > 0 && IsToken(words.Marks[i]))
            {
                tokens[count++] = (Find(words.Marks[i]), 0);
            }

            if (count < tokens.Length)
            {
                tokens[count++] = (Find(words.Hashes[i]), Find(StemKey(stems[i])));
            }
        }

        return count;
    }

    /// <summary>Counts what <see cref="Tokens"/> will look up.</summary>
    public static void CountTokens(TextWords words, ReadOnlySpan<ulong> stems, Dictionary<ulong, int> seen)
    {
        for (var i = 0; i < stems.Length; i++)
        {
            if (i > 0 && IsToken(words.Marks[i]))
            {
                One(words.Marks[i]);
            }

            One(words.Hashes[i]);
            One(StemKey(stems[i]));
        }

        void One(ulong hash) => System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(seen, hash, out _)++;
    }
}
