namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>
/// A trained network for reading. A word's share in the filters' answers does not depend on its neighbours, so it is kept once it is made (1 kB for each word
/// that was ever read): a text then costs additions only, of numbers in two bytes, because fetching them is what takes the time. May be used by several threads at once;
/// each brings its own <see cref="NetworkScratch"/>.
/// </summary>
internal sealed class ActionNetwork
{
    private const int Share = Network.Span * Network.Filters;

    private readonly sbyte[] _vectors;
    private readonly float[] _steps;
    private readonly TrainedNetwork _net;
    private readonly short[]?[] _kept;
    private readonly short[] _none = new short[Share];

    // For each token the biases and the shares of the places around it: where the text goes on, where one word follows, and where none does.
    private readonly short[][] _starts;

    private ActionNetwork(sbyte[] vectors, float[] steps, TrainedNetwork net)
    {
        (_vectors, _steps, _net) = (vectors, steps, net);
        _kept = new short[steps.Length][];
        var places = new float[Network.Places][];
        for (var place = 0; place < places.Length; place++)
        {
            places[place] = PlaceShare(place);
        }

        _starts = new short[1 + (Network.Span / 2)][];
        for (var following = 0; following < _starts.Length; following++)
        {
            _starts[following] = Starts(places, net.Biases.AsSpan(0, Network.Filters), following);
        }
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
        const int Side = Network.Span / 2;
        var added = scratch.Shares.AsSpan(0, tokens.Length + (2 * Side));
        added.Fill(_none);
        for (var t = 0; t < tokens.Length; t++)
        {
            added[t + Side] = _kept[tokens[t]] ?? ShareOf(tokens[t], scratch);
        }

        Array.Clear(scratch.Pools);
        for (var t = 0; t < tokens.Length; t++)
        {
            var start = _starts[Math.Min(tokens.Length - 1 - t, Side)].AsSpan(t * Network.Filters, Network.Filters);
            NetworkReading.Raise(added.Slice(t, Network.Span), start, scratch.Pools, Network.Part(t));
        }

        NetworkReading.Hidden(scratch.Pools, _net.Hidden, _net.HiddenBiases, scratch.Answers, scratch.Middle);

        for (var c = 0; c < Network.Categories; c++)
        {
            shares[c] = _net.OutBiases[c] + Network.Dot(_net.Out.AsSpan(c * Network.Hidden, Network.Hidden), scratch.Middle);
        }

        Network.Softmax(shares);
    }

    private short[] ShareOf(int word, NetworkScratch scratch)
    {
        Span<float> vector = stackalloc float[Network.Width];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = _vectors[(word * Network.Width) + i] * _steps[word];
        }

        Project(vector, scratch.Share);
        var share = new short[Share];
        NetworkReading.Round(scratch.Share, share);

        // Two threads may make it at once; both make the same.
        Volatile.Write(ref _kept[word], share);
        return share;
    }

    /// <summary>What a vector adds to the answers of the filters that have it as their first, second.. word.</summary>
    private void Project(ReadOnlySpan<float> vector, float[] share)
    {
        // A word under the filters is as if it stood alone under a filter over it.
        Span<float> none = stackalloc float[Network.Filters];
        none.Clear();
        for (var k = 0; k < Network.Span; k++)
        {
            Network.Filter(vector, _net.Filters.AsSpan(k * Network.Width * Network.Filters), none, share.AsSpan(k * Network.Filters, Network.Filters));
        }
    }

    private float[] PlaceShare(int place)
    {
        var share = new float[Share];
        Project(_net.Places.AsSpan(place * Network.Width, Network.Width), share);
        return share;
    }

    /// <summary>For each token the biases and the shares of the places around it, when so many tokens follow; places behind the text count nothing.</summary>
    private static short[] Starts(float[][] places, ReadOnlySpan<float> biases, int following)
    {
        const int Side = Network.Span / 2;
        var starts = new float[Network.MaxTokens * Network.Filters];
        for (var t = 0; t < Network.MaxTokens; t++)
        {
            var start = starts.AsSpan(t * Network.Filters, Network.Filters);
            biases.CopyTo(start);
            for (var k = Math.Max(0, Side - t); k <= Side + following; k++)
            {
                Network.AddTo(start, places[Network.Place(t + k - Side)].AsSpan(k * Network.Filters, Network.Filters), 1);
            }
        }

        var rounded = new short[starts.Length];
        NetworkReading.Round(starts, rounded);
        return rounded;
    }
}

/// <summary>Room for the numbers of one text.</summary>
internal sealed class NetworkScratch
{
    /// <summary>What each word adds, with room for nothing before the first and behind the last.</summary>
    public short[][] Shares { get; } = new short[Network.MaxTokens + Network.Span - 1][];

    /// <summary>What one word adds, before it is rounded.</summary>
    public float[] Share { get; } = new float[Network.Span * Network.Filters];

    public short[] Pools { get; } = new short[Network.Inputs];

    /// <summary>The pools as the hidden layer reads them.</summary>
    public float[] Answers { get; } = new float[Network.Inputs];

    public float[] Middle { get; } = new float[Network.Hidden];
}
