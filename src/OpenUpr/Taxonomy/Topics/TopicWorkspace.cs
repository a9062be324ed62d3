using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>What reading a text needs while it lasts, kept for the next text.</summary>
internal sealed class TopicWorkspace
{
    private readonly (int First, int Count)[] _places = new (int, int)[TopicConcept.All.Count];

    private float[] _scores = [];

    public Gathered<TopicFeature> Features { get; } = new();

    /// <summary>Where the words of each concept stand; a length of 0 where it has none.</summary>
    public ReadOnlySpan<(int First, int Count)> Places => _places;

    /// <summary>In the order of the weights' labels.</summary>
    public ReadOnlySpan<float> Scores => _scores;

    public void Score(TopicWeights weights, TextWords words, IReadOnlyList<ScoredLabel> issues)
    {
        if (_scores.Length != weights.Labels.Count)
        {
            _scores = new float[weights.Labels.Count];
        }

        TopicFeatures.Current.Read(words, issues, _places, Features);
        weights.AddWords(words, Features);
        weights.Score(Features, _scores);
    }
}
