namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>
/// A trained network for reading. A word's share in the filters' answers does not depend on its neighbours, so that of the common words is kept once it is
/// made: a text then costs additions only. May be used by several threads at once; each brings its own <see cref="NetworkScratch"/>.
/// </summary>
internal sealed class ActionNetwork
{
    /// <summary>The commonest words, 97 of 100 in a text, whose shares are kept: 2 kB each.</summary>
    private const int Kept = 1536;

    private const int Share = Network.Span * Network.Filters;

    private readonly sbyte[] _vectors;
    private readonly float[] _steps;
    private readonly TrainedNetwork _net;
    private readonly float[]?[] _kept;
    private readonly float[] _base;
    private readonly float[][] _places;

    private ActionNetwork(sbyte[] vectors, float[] steps, TrainedNetwork net)
    {
        (_vectors, _steps, _net) = (vectors, steps, net);
        _kept = new float[Math.Min(Kept, steps.Length)][];
        _places = [.. Enumerable.Range(0, Network.Places).Select(PlaceShare)];
        _base = PlaceShares();
    }

    /// <param name="net">What training found.</param>
    /// <param name="stemOf">For each number of a word that of its stem; 0 for stems and marks.</param>
    public static ActionNetwork Of(TrainedNetwork net, int[] stemOf)
    {
        var vectors = new sbyte[net.Words * Network.Width];
        var steps = new float[net.Words];
        var vector = new float[Network.Width];
        for (var word = 0; word < net.Words; word++)
        {
            for (var i = 0; i < vector.Length; i++)
            {
                vector[i] = net.Vectors[(word * Network.Width) + i] + (stemOf[word] > 0 ? net.Vectors[(stemOf[word] * Network.Width) + i] : 0);
            }

            steps[word] = Math.Max(vector.Max(MathF.Abs), 1e-9f) / sbyte.MaxValue;
            for (var i = 0; i < vector.Length; i++)
            {
                vectors[(word * Network.Width) + i] = (sbyte)MathF.Round(vector[i] / steps[word]);
            }
        }

        return new ActionNetwork(vectors, steps, net with { Vectors = [] });
    }

    public static ActionNetwork Read(BinaryReader reader, int words) => new(
        reader.ReadArray<sbyte>(words * Network.Width),
        reader.ReadArray<float>(words),
        new TrainedNetwork(
            words,
            [],
            reader.ReadArray<float>(Network.Span * Network.Width * Network.Filters),
            reader.ReadArray<float>(Network.Filters),
            reader.ReadArray<float>(Network.Places * Network.Width),
            reader.ReadArray<float>(Network.Hidden * Network.Inputs),
            reader.ReadArray<float>(Network.Hidden),
            reader.ReadArray<float>(Network.Categories * Network.Hidden),
            reader.ReadArray<float>(8)));

    public void Write(BinaryWriter writer)
    {
        writer.WriteArray<sbyte>(_vectors);
        foreach (var numbers in (ReadOnlySpan<float[]>)[_steps, _net.Filters, _net.Biases, _net.Places, _net.Hidden, _net.HiddenBiases, _net.Out, _net.OutBiases])
        {
            writer.WriteArray<float>(numbers);
        }
    }

    /// <summary>The five categories' shares for a text.</summary>
    /// <param name="tokens">Numbers of words; at most <see cref="Network.MaxTokens"/>.</param>
    public void Read(ReadOnlySpan<int> tokens, NetworkScratch scratch, Span<float> shares)
    {
        var answers = scratch.Answers.AsSpan(0, tokens.Length * Network.Filters);
        _base.AsSpan(0, answers.Length).CopyTo(answers);
        for (var t = 0; t < tokens.Length; t++)
        {
            AddWord(tokens[t], t, tokens.Length, answers, scratch.Share);
        }

        RemovePlacesBehind(tokens.Length, answers);
        Array.Clear(scratch.Pools);
        for (var t = 0; t < tokens.Length; t++)
        {
            var answer = answers.Slice(t * Network.Filters, Network.Filters);
            Network.Raise(scratch.Pools.AsSpan(0, Network.Filters), answer);
            if (Network.Part(t) is > 0 and var part)
            {
                Network.Raise(scratch.Pools.AsSpan(part * Network.Filters, Network.Filters), answer);
            }
        }

        for (var h = 0; h < Network.Hidden; h++)
        {
            scratch.Middle[h] = Math.Max(0, _net.HiddenBiases[h] + Network.Dot(_net.Hidden.AsSpan(h * Network.Inputs, Network.Inputs), scratch.Pools));
        }

        for (var c = 0; c < Network.Categories; c++)
        {
            shares[c] = _net.OutBiases[c] + Network.Dot(_net.Out.AsSpan(c * Network.Hidden, Network.Hidden), scratch.Middle);
        }

        Network.Softmax(shares);
    }

    /// <summary>A word is seen by the filters over itself and two words to each side.</summary>
    private void AddWord(int word, int token, int count, Span<float> answers, float[] scratch)
    {
        var share = ShareOf(word, scratch);
        for (var k = 0; k < Network.Span; k++)
        {
            var over = token - k + (Network.Span / 2);
            if (over >= 0 && over < count)
            {
                Network.Add(answers.Slice(over * Network.Filters, Network.Filters), share.AsSpan(k * Network.Filters, Network.Filters));
            }
        }
    }

    private float[] ShareOf(int word, float[] scratch)
    {
        if (word < _kept.Length && _kept[word] is { } kept)
        {
            return kept;
        }

        var share = word < _kept.Length ? new float[Share] : scratch;
        Span<float> vector = stackalloc float[Network.Width];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = _vectors[(word * Network.Width) + i] * _steps[word];
        }

        Project(vector, share);
        if (word < _kept.Length)
        {
            // Two threads may make it at once; both make the same.
            Volatile.Write(ref _kept[word], share);
        }

        return share;
    }

    /// <summary>What a vector adds to the answers of the filters that have it as their first, second.. word.</summary>
    private void Project(ReadOnlySpan<float> vector, float[] share)
    {
        Array.Clear(share);
        for (var k = 0; k < Network.Span; k++)
        {
            for (var i = 0; i < vector.Length; i++)
            {
                Network.AddTo(share.AsSpan(k * Network.Filters, Network.Filters), _net.Filters.AsSpan(((k * Network.Width) + i) * Network.Filters, Network.Filters), vector[i]);
            }
        }
    }

    private float[] PlaceShare(int place)
    {
        var share = new float[Share];
        Project(_net.Places.AsSpan(place * Network.Width, Network.Width), share);
        return share;
    }

    /// <summary>For each token the biases and the shares of the places around it, as if the text went on.</summary>
    private float[] PlaceShares()
    {
        var shares = new float[Network.MaxTokens * Network.Filters];
        for (var t = 0; t < Network.MaxTokens; t++)
        {
            _net.Biases.AsSpan(0, Network.Filters).CopyTo(shares.AsSpan(t * Network.Filters));
        }

        for (var t = 0; t < Network.MaxTokens + (Network.Span / 2); t++)
        {
            var share = _places[Network.Place(t)];
            for (var k = 0; k < Network.Span; k++)
            {
                var over = t - k + (Network.Span / 2);
                if (over is >= 0 and < Network.MaxTokens)
                {
                    Network.Add(shares.AsSpan(over * Network.Filters, Network.Filters), share.AsSpan(k * Network.Filters, Network.Filters));
                }
            }
        }

        return shares;
    }

    /// <summary>Takes away the shares of places behind the last word, which training did not see.</summary>
    private void RemovePlacesBehind(int count, Span<float> answers)
    {
        for (var t = count; t < count + (Network.Span / 2); t++)
        {
            var share = _places[Network.Place(t)];
            for (var k = t - count + 1 + (Network.Span / 2); k < Network.Span; k++)
            {
                var over = t - k + (Network.Span / 2);
                if (over >= 0)
                {
                    Network.AddTo(answers.Slice(over * Network.Filters, Network.Filters), share.AsSpan(k * Network.Filters, Network.Filters), -1);
                }
            }
        }
    }
}

/// <summary>Room for the numbers of one text.</summary>
internal sealed class NetworkScratch
{
    public float[] Answers { get; } = new float[Network.MaxTokens * Network.Filters];

    public float[] Share { get; } = new float[Network.Span * Network.Filters];

    public float[] Pools { get; } = new float[Network.Inputs];

    public float[] Middle { get; } = new float[Network.Hidden];
}
