using System.Buffers.Binary;
using System.Numerics;
using OpenUpr.Storage;
using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>The weight of every feature (the map's concepts, single words, a constant) for every label.</summary>
internal sealed class TopicWeights
{
    // In logits: a sure phrase alone lifts a label from 2 in 100 to 3 in 4; two that are often so make an even chance. The scale is fitted afterwards.
    private const float Decisive = 7;
    private const float Sure = 5;
    private const float Often = 1.5F;
    private const float Rarely = -3;
    private const float Constant = -4;

    /// <summary>An issue mostly stands for words that are there already, so it adds less.</summary>
    private const float IssueShare = 0.3F;

    private const int MaxLabels = 2000;
    private const int MaxWords = 20_000;

    private readonly float[] _weights;

    private TopicWeights(IReadOnlyList<TopicLabel> labels, IReadOnlyDictionary<ulong, int> words)
    {
        (Labels, Words) = (labels, words);
        _weights = new float[Features * labels.Count];
    }

    public IReadOnlyList<TopicLabel> Labels { get; }

    /// <summary>Words by hash, with their place among the features.</summary>
    public IReadOnlyDictionary<ulong, int> Words { get; }

    public int Features => Concepts + Words.Count + 1;

    public int Bias => Features - 1;

    private static int Concepts => TopicConcept.All.Count;

    /// <summary>The map's own weights: words begin at nothing.</summary>
    public static TopicWeights OfMap(IReadOnlyList<TopicLabel> labels, IReadOnlyDictionary<ulong, int> words)
    {
        var weights = new TopicWeights(labels, words);
        var places = new Dictionary<TopicLabel, int>(labels.Count);
        for (var l = 0; l < labels.Count; l++)
        {
            places.Add(labels[l], l);
        }

        for (var c = 0; c < Concepts; c++)
        {
            var share = TopicConcept.All[c].Issue is null ? 1 : IssueShare;
            foreach (var link in TopicConcept.All[c].Links)
            {
                if (places.TryGetValue(link.Label, out var l))
                {
                    weights._weights[(c * labels.Count) + l] = share * WeightOf(link.Strength);
                }
            }
        }

        for (var l = 0; l < labels.Count; l++)
        {
            weights._weights[(weights.Bias * labels.Count) + l] = Constant;
        }

        return weights;
    }

    /// <summary>What each feature adds for each label, in the order of <see cref="Labels"/>.</summary>
    public ReadOnlySpan<float> Row(int feature) => _weights.AsSpan(feature * Labels.Count, Labels.Count);

    public double[] Column(int label)
    {
        var column = new double[Features];
        for (var j = 0; j < column.Length; j++)
        {
            column[j] = _weights[(j * Labels.Count) + label];
        }

        return column;
    }

    public void SetColumn(int label, double[] column)
    {
        for (var j = 0; j < column.Length; j++)
        {
            _weights[(j * Labels.Count) + label] = (float)(Half)column[j];
        }
    }

    /// <summary>Adds the words of a text to its features.</summary>
    public void AddWords(TextWords words, Gathered<TopicFeature> features)
    {
        if (Words.Count == 0)
        {
            return;
        }

        var first = features.Count;
        foreach (var hash in words.Hashes)
        {
            if (Words.TryGetValue(hash, out var feature) && !Has(features, first, feature))
            {
                features.Add(new TopicFeature(feature, 1));
            }
        }
    }

    public void Score(Gathered<TopicFeature> features, Span<float> scores)
    {
        Row(Bias).CopyTo(scores);
        for (var i = 0; i < features.Count; i++)
        {
            Add(Row(features[i].Index), features[i].Value, scores);
        }
    }

    private static bool Has(Gathered<TopicFeature> features, int first, int index)
    {
        for (var i = first; i < features.Count; i++)
        {
            if (features[i].Index == index)
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(ReadOnlySpan<float> row, float value, Span<float> scores)
    {
        var l = 0;
        for (; l <= row.Length - Vector<float>.Count; l += Vector<float>.Count)
        {
            (new Vector<float>(scores[l..]) + (new Vector<float>(row[l..]) * value)).CopyTo(scores[l..]);
        }

        for (; l < row.Length; l++)
        {
            scores[l] += row[l] * value;
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Labels.Count);
        foreach (var label in Labels)
        {
            writer.Write(label.Scheme);
            writer.Write(label.Value);
        }

        writer.Write(Words.Count);
        foreach (var (hash, _) in Words.OrderBy(w => w.Value))
        {
            writer.Write(hash);
        }

        writer.Write(Concepts);
        for (var feature = 0; feature < Features; feature++)
        {
            writer.Write(feature < Concepts ? TopicConcept.All[feature].Id : "");
            foreach (var weight in Row(feature))
            {
                writer.Write((Half)weight);
            }
        }
    }

    /// <summary>Concepts are told by their names, so that a model outlives a change of the map: those it does not know keep the map's weights.</summary>
    /// <exception cref="InvalidDataException">The bytes are no weights.</exception>
    public static TopicWeights Read(BinaryReader reader)
    {
        // Loops, not queries: a start of the program compiles each query over values anew, and a person waits for it.
        var labels = new TopicLabel[Count(reader, MaxLabels)];
        for (var l = 0; l < labels.Length; l++)
        {
            labels[l] = new TopicLabel(SchemeOf(reader.ReadString()), reader.ReadString());
        }

        var words = new Dictionary<ulong, int>();
        for (var left = Count(reader, MaxWords); left > 0; left--)
        {
            words.Add(reader.ReadUInt64(), Concepts + words.Count);
        }

        var weights = OfMap(labels, words);
        ReadRows(reader, weights);
        return weights;
    }

    private static void ReadRows(BinaryReader reader, TopicWeights weights)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var concept = 0; concept < Concepts; concept++)
        {
            known.Add(TopicConcept.All[concept].Id, concept);
        }

        var labels = weights.Labels.Count;
        for (var left = Count(reader, MaxWords); left > 0; left--)
        {
            var (id, row) = ReadRow(reader, labels);
            if (known.TryGetValue(id, out var concept))
            {
                row.CopyTo(weights._weights.AsSpan(concept * labels));
            }
        }

        for (var feature = Concepts; feature < weights.Features; feature++)
        {
            ReadRow(reader, labels).Row.CopyTo(weights._weights.AsSpan(feature * labels));
        }
    }

    private static (string Id, float[] Row) ReadRow(BinaryReader reader, int labels)
    {
        var id = reader.ReadString();
        var (row, bytes) = (new float[labels], reader.ReadBytes(labels * sizeof(ushort)));
        for (var l = 0; l < row.Length; l++)
        {
            row[l] = (float)BinaryPrimitives.ReadHalfLittleEndian(bytes.AsSpan(l * sizeof(ushort)));
        }

        return (id, row);
    }

    private static float WeightOf(TopicStrength strength) => strength switch
    {
        TopicStrength.Decisive => Decisive,
        TopicStrength.Sure => Sure,
        TopicStrength.Often => Often,
        _ => Rarely,
    };

    private static string SchemeOf(string written) => written switch
    {
        Tag.SdgScheme or Tag.ThemeScheme or Tag.PersonsScheme => written,
        _ => throw new InvalidDataException($"a topic has the scheme '{written}'"),
    };

    private static int Count(BinaryReader reader, int max) => reader.ReadInt32() is var count && count >= 0 && count <= max
        ? count
        : throw new InvalidDataException($"it has {count} where {max} is the most");
}
