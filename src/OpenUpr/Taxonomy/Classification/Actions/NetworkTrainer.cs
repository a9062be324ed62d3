namespace OpenUpr.Taxonomy.Classification.Actions;

/// <summary>
/// Trains one network by back-propagation with Adam (Kingma and Ba, 2015), a few rows at a time. Everything random comes from the seed, sums are made
/// in one order and eight numbers wide on every processor: the same rows give the same network.
/// </summary>
internal sealed class NetworkTrainer
{
    private const int RowsAtOnce = 16;
    private const float LearningRate = 0.002f;
    private const float Dropped = 0.3f;
    private const float DroppedWords = 0.05f;

    private readonly FixedRandom _random;
    private readonly int _words;
    private readonly Adam _filters = new(Network.Span * Network.Width * Network.Filters);
    private readonly Adam _biases = new(Network.Filters);
    private readonly Adam _places = new(Network.Places * Network.Width);
    private readonly Adam _hidden = new(Network.Hidden * Network.Inputs);
    private readonly Adam _hiddenBiases = new(Network.Hidden);
    private readonly Adam _out = new(Network.Categories * Network.Hidden);
    private readonly Adam _outBiases = new(Network.Categories);
    private readonly float[] _vectors;
    private readonly float[] _vectorSlopes;
    private readonly float[] _vectorSquares;
    private readonly HashSet<int> _touched = [];

    // Weights of the filters, filter by filter, for the way back; remade after each step.
    private readonly float[] _byFilter = new float[Network.Filters * Network.Span * Network.Width];
    private readonly float[] _filterSlopes = new float[Network.Filters * Network.Span * Network.Width];

    private readonly float[] _input = new float[(Network.MaxTokens + Network.Span - 1) * Network.Width];
    private readonly float[] _inputSlopes = new float[(Network.MaxTokens + Network.Span - 1) * Network.Width];
    private readonly float[] _answers = new float[Network.Filters];
    private readonly float[] _pools = new float[Network.Inputs];
    private readonly int[] _winners = new int[Network.Inputs];
    private readonly float[] _poolSlopes = new float[Network.Inputs];
    private readonly float[] _middle = new float[Network.Hidden];
    private readonly float[] _middleSlopes = new float[Network.Hidden];
    private readonly float[] _shares = new float[Network.Categories];
    private readonly (int Word, int Stem)[] _read = new (int, int)[Network.MaxTokens];

    public NetworkTrainer(int words, ulong seed)
    {
        (_words, _random) = (words, new FixedRandom(seed));
        _vectors = new float[words * Network.Width];
        _vectorSlopes = new float[_vectors.Length];
        _vectorSquares = new float[_vectors.Length];
        Fill(_vectors.AsSpan(Network.Width), 0.2f);
        Fill(_filters.Values, 1.5f * MathF.Sqrt(2f / (Network.Span * Network.Width)));
        Fill(_hidden.Values, MathF.Sqrt(2f / Network.Inputs));
        Fill(_out.Values, MathF.Sqrt(1f / Network.Hidden));
        Transpose();
    }

    /// <param name="rows">Each row's words and stems by number; 0 for unknown.</param>
    /// <param name="categories">0 to 4 for each row.</param>
    /// <param name="weights">How much each row counts.</param>
    /// <param name="progress">Told how much is done, 0 to 1.</param>
    public void Train(IReadOnlyList<(int Word, int Stem)[]> rows, int[] categories, float[] weights, int rounds, Action<double> progress, CancellationToken cancel)
    {
        var order = Enumerable.Range(0, rows.Count).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            _random.Shuffle<int>(order);
            var rate = LearningRate * (1 - (0.9f * round / rounds));
            for (var i = 0; i < order.Length; i++)
            {
                var row = order[i];
                Forward(rows[row]);
                Back(rows[row].Length, categories[row], weights[row]);
                if ((i + 1) % RowsAtOnce == 0 || i + 1 == order.Length)
                {
                    cancel.ThrowIfCancellationRequested();
                    Step(rate);
                }
            }

            progress((round + 1d) / rounds);
        }
    }

    public TrainedNetwork Result() => new(
        _words, _vectors, _filters.Values, _biases.Values, _places.Values, _hidden.Values, _hiddenBiases.Values, _out.Values, _outBiases.Values);

    private void Forward((int Word, int Stem)[] tokens)
    {
        Array.Clear(_input);
        for (var t = 0; t < tokens.Length; t++)
        {
            _read[t] = Chance(DroppedWords) ? (0, 0) : tokens[t];
            var vector = Vector(_input, t);
            Network.AddTo(vector, Row(_vectors, _read[t].Word), 1);
            Network.AddTo(vector, Row(_vectors, _read[t].Stem), 1);
            Network.AddTo(vector, Row(_places.Values, Network.Place(t)), 1);
        }

        Array.Clear(_pools);
        Array.Fill(_winners, -1);
        for (var t = 0; t < tokens.Length; t++)
        {
            Network.Filter(_input.AsSpan(t * Network.Width, Network.Span * Network.Width), _filters.Values, _biases.Values, _answers);
            Raise(0, t);
            if (Network.Part(t) is > 0 and var part)
            {
                Raise(part, t);
            }
        }

        for (var i = 0; i < _pools.Length; i++)
        {
            var drop = Chance(Dropped);
            _pools[i] = drop ? 0 : _pools[i] / (1 - Dropped);
            _winners[i] = drop ? -1 : _winners[i];
        }

        for (var h = 0; h < Network.Hidden; h++)
        {
            _middle[h] = Math.Max(0, _hiddenBiases.Values[h] + Network.Dot(_hidden.Values.AsSpan(h * Network.Inputs, Network.Inputs), _pools));
        }

        for (var c = 0; c < Network.Categories; c++)
        {
            _shares[c] = _outBiases.Values[c] + Network.Dot(_out.Values.AsSpan(c * Network.Hidden, Network.Hidden), _middle);
        }

        Network.Softmax(_shares);
    }

    private void Raise(int pool, int token) =>
        Network.Raise(_pools.AsSpan(pool * Network.Filters, Network.Filters), _winners.AsSpan(pool * Network.Filters, Network.Filters), _answers, token);

    private void Back(int tokens, int category, float weight)
    {
        Array.Clear(_middleSlopes);
        for (var c = 0; c < Network.Categories; c++)
        {
            var slope = (_shares[c] - (c == category ? 1 : 0)) * weight;
            _outBiases.Slopes[c] += slope;
            Network.AddTo(_out.Slopes.AsSpan(c * Network.Hidden, Network.Hidden), _middle, slope);
            Network.AddTo(_middleSlopes, _out.Values.AsSpan(c * Network.Hidden, Network.Hidden), slope);
        }

        Array.Clear(_poolSlopes);
        for (var h = 0; h < Network.Hidden; h++)
        {
            if (_middle[h] > 0)
            {
                _hiddenBiases.Slopes[h] += _middleSlopes[h];
                Network.AddTo(_hidden.Slopes.AsSpan(h * Network.Inputs, Network.Inputs), _pools, _middleSlopes[h]);
                Network.AddTo(_poolSlopes, _hidden.Values.AsSpan(h * Network.Inputs, Network.Inputs), _middleSlopes[h]);
            }
        }

        BackToWords(tokens);
    }

    private void BackToWords(int tokens)
    {
        const int Seen = Network.Span * Network.Width;
        Array.Clear(_inputSlopes);
        for (var i = 0; i < _winners.Length; i++)
        {
            if (_winners[i] is >= 0 and var token)
            {
                var (filter, slope) = (i % Network.Filters, _poolSlopes[i] / (1 - Dropped));
                _biases.Slopes[filter] += slope;
                Network.AddTo(_filterSlopes.AsSpan(filter * Seen, Seen), _input.AsSpan(token * Network.Width, Seen), slope);
                Network.AddTo(_inputSlopes.AsSpan(token * Network.Width, Seen), _byFilter.AsSpan(filter * Seen, Seen), slope);
            }
        }

        for (var t = 0; t < tokens; t++)
        {
            var slopes = Vector(_inputSlopes, t);
            Network.AddTo(Row(_places.Slopes, Network.Place(t)), slopes, 1);
            foreach (var word in (ReadOnlySpan<int>)[_read[t].Word, _read[t].Stem])
            {
                if (word > 0)
                {
                    Network.AddTo(Row(_vectorSlopes, word), slopes, 1);
                    _touched.Add(word);
                }
            }
        }
    }

    private void Step(float rate)
    {
        const int Seen = Network.Span * Network.Width;
        for (var f = 0; f < Network.Filters; f++)
        {
            for (var i = 0; i < Seen; i++)
            {
                _filters.Slopes[(i * Network.Filters) + f] = _filterSlopes[(f * Seen) + i];
            }
        }

        Array.Clear(_filterSlopes);
        foreach (var part in (ReadOnlySpan<Adam>)[_filters, _biases, _places, _hidden, _hiddenBiases, _out, _outBiases])
        {
            part.Step(rate);
        }

        Transpose();
        foreach (var word in _touched)
        {
            StepVector(word, rate * 8);
        }

        _touched.Clear();
    }

    /// <summary>A word's vector moves by the size of its own slopes so far: a rare word learns as fast as a common one.</summary>
    private void StepVector(int word, float rate)
    {
        for (var i = word * Network.Width; i < (word + 1) * Network.Width; i++)
        {
            var slope = _vectorSlopes[i];
            _vectorSquares[i] = (_vectorSquares[i] * 0.9995f) + (slope * slope);
            _vectors[i] -= rate * slope / (MathF.Sqrt(_vectorSquares[i]) + 1e-3f);
            _vectorSlopes[i] = 0;
        }
    }

    private void Transpose()
    {
        const int Seen = Network.Span * Network.Width;
        for (var i = 0; i < Seen; i++)
        {
            for (var f = 0; f < Network.Filters; f++)
            {
                _byFilter[(f * Seen) + i] = _filters.Values[(i * Network.Filters) + f];
            }
        }
    }

    private static Span<float> Row(float[] rows, int row) => rows.AsSpan(row * Network.Width, Network.Width);

    // Two empty vectors stand before the first word, so that the filter over it has it in the middle.
    private static Span<float> Vector(float[] input, int token) => input.AsSpan((token + (Network.Span / 2)) * Network.Width, Network.Width);

    private bool Chance(float share) => _random.Next(1 << 20) < share * (1 << 20);

    private void Fill(Span<float> values, float size)
    {
        foreach (ref var value in values)
        {
            // The sum of six even numbers is nearly normal.
            var sum = 0f;
            for (var i = 0; i < 6; i++)
            {
                sum += (_random.Next(1 << 20) / (float)(1 << 20)) - 0.5f;
            }

            value = sum * 1.41f * size;
        }
    }
}
