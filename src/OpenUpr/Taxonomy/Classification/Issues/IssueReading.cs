namespace OpenUpr.Taxonomy.Classification.Issues;

/// <summary>A text as the model of issues sees it, with its scores. One instance serves many texts, not several threads.</summary>
internal sealed class IssueReading(IssueFeatures features, IssueWeights weights, IssueCalibration[] calibrations)
{
    private readonly float[] _scores = new float[IssueTrainer.Stride];
    private readonly float[] _probabilities = new float[calibrations.Length];
    private int[] _known = new int[256];
    private ulong[] _hashes = new ulong[256];
    private int _count;

    /// <summary>The text's features.</summary>
    public IssueFeatures Features => features;

    /// <summary>Numbers of the features that the model knows, each once, ascending.</summary>
    public ReadOnlySpan<int> Known => _known.AsSpan(0, _count);

    /// <summary>For each issue how likely a coder would give it.</summary>
    public ReadOnlySpan<float> Probabilities => _probabilities;

    public void Read(TextWords words)
    {
        features.Read(words);
        var most = features.Words.Count + features.Cues.Count;
        if (_known.Length < most)
        {
            (_known, _hashes) = (new int[most * 2], new ulong[most * 2]);
        }

        _count = 0;
        Add(features.Words);
        Add(features.Cues);
        weights.Find(_hashes.AsSpan(0, _count), _known);
        Distinct();
        weights.Score(Known, _scores);
        for (var l = 0; l < calibrations.Length; l++)
        {
            _probabilities[l] = calibrations[l].Probability(_scores[l]);
        }

        AtLeastOne();
    }

    /// <summary>Coders leave no text without an issue: where all together are expected less than once, each is as much likelier.</summary>
    private void AtLeastOne()
    {
        var sum = 0f;
        foreach (var probability in _probabilities)
        {
            sum += probability;
        }

        for (var l = 0; l < _probabilities.Length && sum < 1; l++)
        {
            _probabilities[l] /= sum;
        }
    }

    private void Add(Gathered<IssueFeature> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            _hashes[_count++] = found[i].Hash;
        }
    }

    private void Distinct()
    {
        _known.AsSpan(0, _count).Sort();
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            if (_known[i] >= 0 && (kept == 0 || _known[kept - 1] != _known[i]))
            {
                _known[kept++] = _known[i];
            }
        }

        _count = kept;
    }
}
