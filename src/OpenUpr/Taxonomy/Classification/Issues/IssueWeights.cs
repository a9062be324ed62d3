using System.Numerics;
using System.Runtime.InteropServices;

namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>What each feature says for or against each issue: a byte each, with a scale for each feature.</summary>
internal sealed class IssueWeights
{
    private const int Stride = IssueTrainer.Stride;
    private const int RowsAtOnce = 256;

    private readonly FeatureTable _table;
    private readonly int[] _rows;
    private readonly float[] _rarity;
    private readonly float[] _scales;
    private readonly sbyte[] _weights;
    private readonly float[] _always;
    private readonly int _words;

    private IssueWeights(FeatureTable table, int[] rows, int words, float[] rarity, float[] scales, sbyte[] weights, float[] always) =>
        (_table, _rows, _words, _rarity, _scales, _weights, _always) = (table, rows, words, rarity, scales, weights, always);

    /// <param name="hashes">The hash of each feature.</param>
    /// <param name="words">Number of features that are words; they come first.</param>
    public static IssueWeights Of(IEnumerable<(ulong Hash, int Feature)> hashes, int words, IReadOnlyList<float> rarity, float[] weights)
    {
        var features = hashes.ToList();
        var table = FeatureTable.Of(features.Select(f => f.Hash));
        var rows = new int[table.Places];
        Array.Fill(rows, -1);
        var scales = new Half[rarity.Count];
        var bytes = new sbyte[rarity.Count * Stride];
        foreach (var (hash, feature) in features)
        {
            rows[table.Find(hash)] = feature;
            scales[feature] = Quantise(weights.AsSpan(feature * Stride, Stride), bytes.AsSpan(feature * Stride, Stride));
        }

        return new IssueWeights(table, rows, words, Wide([.. rarity.Select(r => (Half)r)]), Wide(scales), bytes, weights[^Stride..]);
    }

    /// <exception cref="InvalidDataException">The weights are damaged.</exception>
    public static IssueWeights Read(BinaryReader reader, int labels)
    {
        var (table, words) = (FeatureTable.Read(reader), reader.ReadInt32());
        var rows = reader.ReadArray<int>(table.Places);
        var rarity = reader.ReadArray<Half>();
        var scales = reader.ReadArray<Half>(rarity.Length);
        var weights = ReadRows(reader, rarity.Length, labels);
        var always = reader.ReadArray<float>(Stride);
        if (!ModelArrays.AreWithin(rows, -1, rarity.Length - 1))
        {
            throw new InvalidDataException("its weights of issues are damaged");
        }

        return new IssueWeights(table, rows, words, Wide(rarity), Wide(scales), weights, always);
    }

    /// <summary>The file has a byte for each label, memory one for each place of a row.</summary>
    private static sbyte[] ReadRows(BinaryReader reader, int rows, int labels)
    {
        if (reader.ReadInt32() != rows * labels)
        {
            throw new InvalidDataException("its weights of issues are damaged");
        }

        var (weights, block) = (new sbyte[rows * Stride], new byte[RowsAtOnce * labels]);
        for (var row = 0; row < rows; row++)
        {
            var place = row % RowsAtOnce * labels;
            if (place == 0)
            {
                reader.BaseStream.ReadExactly(block, 0, Math.Min(RowsAtOnce, rows - row) * labels);
            }

            Buffer.BlockCopy(block, place, weights, row * Stride, labels);
        }

        return weights;
    }

    public void Write(BinaryWriter writer, int labels)
    {
        var narrow = new sbyte[_rarity.Length * labels];
        for (var row = 0; row < _rarity.Length; row++)
        {
            _weights.AsSpan(row * Stride, labels).CopyTo(narrow.AsSpan(row * labels));
        }

        _table.Write(writer);
        writer.Write(_words);
        writer.WriteArray<int>(_rows);
        writer.WriteArray<Half>([.. _rarity.Select(r => (Half)r)]);
        writer.WriteArray<Half>([.. _scales.Select(s => (Half)s)]);
        writer.WriteArray<sbyte>(narrow);
        writer.WriteArray<float>(_always);
    }

    /// <summary>The number of a feature; -1 when the model does not know it.</summary>
    public int Find(ulong hash) => _table.Find(hash) is >= 0 and var place ? _rows[place] : -1;

    /// <summary>The numbers of many features; -1 for those that the model does not know.</summary>
    public void Find(ReadOnlySpan<ulong> hashes, Span<int> numbers)
    {
        _table.Find(hashes, numbers);
        foreach (ref var number in numbers[..hashes.Length])
        {
            number = number >= 0 ? _rows[number] : -1;
        }
    }

    /// <summary>What a word of these must be multiplied with so that all words together have length one.</summary>
    public float WordLength(ReadOnlySpan<int> features)
    {
        var sum = 0f;
        foreach (var feature in features)
        {
            var rarity = feature < _words ? _rarity[feature] : 0;
            sum += rarity * rarity;
        }

        return sum > 0 ? 1 / MathF.Sqrt(sum) : 0;
    }

    /// <summary>The score of each issue.</summary>
    /// <param name="features">Each once.</param>
    public void Score(ReadOnlySpan<int> features, Span<float> scores)
    {
        _always.CopyTo(scores);
        var length = WordLength(features);
        var sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
        foreach (var feature in features)
        {
            Add(sums, MemoryMarshal.Cast<sbyte, Vector<sbyte>>(_weights.AsSpan(feature * Stride, Stride)), Factor(feature, length));
        }
    }

    /// <summary>What one feature adds to the score of an issue.</summary>
    public float Share(int feature, int label, float length) => _weights[(feature * Stride) + label] * Factor(feature, length);

    private static void Add(Span<Vector<float>> sums, ReadOnlySpan<Vector<sbyte>> weights, float factor)
    {
        var (times, at) = (new Vector<float>(factor), 0);
        foreach (var bytes in weights)
        {
            Vector.Widen(bytes, out var low, out var high);
            at = Add(sums, low, times, at);
            at = Add(sums, high, times, at);
        }
    }

    private static int Add(Span<Vector<float>> sums, Vector<short> weights, Vector<float> times, int at)
    {
        Vector.Widen(weights, out var low, out var high);
        sums[at] += times * Vector.ConvertToSingle(low);
        sums[at + 1] += times * Vector.ConvertToSingle(high);
        return at + 2;
    }

    /// <summary>The file keeps two bytes of each number; to read them anew for every text would take longer than all sums.</summary>
    private static float[] Wide(ReadOnlySpan<Half> numbers)
    {
        var wide = new float[numbers.Length];
        for (var i = 0; i < wide.Length; i++)
        {
            wide[i] = (float)numbers[i];
        }

        return wide;
    }

    private static Half Quantise(ReadOnlySpan<float> weights, Span<sbyte> bytes)
    {
        var largest = 0f;
        foreach (var weight in weights)
        {
            largest = Math.Max(largest, Math.Abs(weight));
        }

        var scale = (Half)(largest / 127);
        for (var l = 0; l < weights.Length && scale > Half.Zero; l++)
        {
            bytes[l] = (sbyte)Math.Clamp(MathF.Round(weights[l] / (float)scale), -127, 127);
        }

        return scale;
    }

    private float Factor(int feature, float length) => _scales[feature] * (feature < _words ? _rarity[feature] * length : IssueVectors.CueValue);
}
