namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>The linear part: for each feature five weights of one byte, for each category the size of one step.</summary>
internal sealed class ActionWeights
{
    // Of 127: two thirds of the features weigh less in every category, and together next to nothing.
    private const int LeastSteps = 4;

    private readonly FeatureTable _table;
    private readonly sbyte[] _weights;
    private readonly float[] _steps;

    private ActionWeights(FeatureTable table, sbyte[] weights, float[] steps) => (_table, _weights, _steps) = (table, weights, steps);

    /// <summary>Rounds weights by place and category to bytes; features whose weights are all nearly nought are left out.</summary>
    /// <param name="features">Hash and place in <paramref name="weights"/> of each feature.</param>
    public static ActionWeights Of(IReadOnlyList<(ulong Hash, int Place)> features, float[][] weights)
    {
        var steps = weights.Select(w => Math.Max(w.Max(MathF.Abs), 1e-6f) / sbyte.MaxValue).ToArray();
        var rounded = features
            .Select(f => (f.Hash, Values: weights.Select((w, c) => (sbyte)MathF.Round(w[f.Place] / steps[c])).ToArray()))
            .Where(f => f.Values.Any(v => Math.Abs((int)v) >= LeastSteps)).ToList();
        var table = FeatureTable.Of(rounded.Select(f => f.Hash));
        var bytes = new sbyte[table.Places * Network.Categories];
        rounded.ForEach(f => f.Values.CopyTo(bytes, table.Find(f.Hash) * Network.Categories));
        return new ActionWeights(table, bytes, steps);
    }

    public static ActionWeights Read(BinaryReader reader)
    {
        var table = FeatureTable.Read(reader);
        return new ActionWeights(table, reader.ReadArray<sbyte>(table.Places * Network.Categories), reader.ReadArray<float>(Network.Categories));
    }

    public void Write(BinaryWriter writer)
    {
        _table.Write(writer);
        writer.WriteArray<sbyte>(_weights);
        writer.WriteArray<float>(_steps);
    }

    /// <summary>The five scores of a text by its features.</summary>
    public void Score(ReadOnlySpan<ulong> features, PlaceSet seen, Span<float> scores)
    {
        seen.Clear(features.Length);
        Span<int> sums = stackalloc int[Network.Categories];
        sums.Clear();
        var known = 0;
        var places = seen.Places(features.Length);
        _table.Find(features, places);
        foreach (var place in places)
        {
            if (place >= 0 && seen.Add(place))
            {
                known++;
                var weights = _weights.AsSpan(place * Network.Categories, Network.Categories);
                for (var c = 0; c < weights.Length; c++)
                {
                    sums[c] += weights[c];
                }
            }
        }

        for (var c = 0; c < Network.Categories; c++)
        {
            scores[c] = sums[c] * _steps[c] * LinearTrainer.Value(known);
        }
    }

    /// <summary>How much one feature speaks for a category against the average of the others.</summary>
    public float Speaks(ulong feature, int category)
    {
        if (_table.Find(feature) is not (>= 0 and var place))
        {
            return 0;
        }

        var sum = 0f;
        for (var c = 0; c < Network.Categories; c++)
        {
            var weight = _weights[(place * Network.Categories) + c] * _steps[c];
            sum += c == category ? weight : -weight / (Network.Categories - 1);
        }

        return sum;
    }
}
