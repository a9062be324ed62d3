using OpenUpr.Taxonomy.Classification;

namespace OpenUpr.Taxonomy.Topics;

/// <summary>A feature of a text: the concepts come first, then the words that training kept.</summary>
internal readonly record struct TopicFeature(int Index, float Value);

/// <summary>What of a text the topics are read from: the concepts of the map (by their phrases, or by the issue that stands for them), and single words.</summary>
internal sealed class TopicFeatures
{
    private readonly IReadOnlyList<TopicConcept> _concepts;
    private readonly PhraseFinder _phrases;
    private readonly Dictionary<string, int> _issues;

    public TopicFeatures(IReadOnlyList<TopicConcept> concepts)
    {
        _concepts = concepts;
        _phrases = new PhraseFinder(concepts);
        _issues = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < concepts.Count; i++)
        {
            if (concepts[i].Issue is { } issue)
            {
                _issues.Add(issue, i);
            }
        }
    }

    public static TopicFeatures Current { get; } = new(TopicConcept.All);

    public IReadOnlyList<TopicConcept> Concepts => _concepts;

    /// <summary>Fills <paramref name="features"/> with the concepts of a text, and <paramref name="places"/> (one for each concept) with where their words stand.</summary>
    /// <param name="issues">The text's issues with their confidence, which is the feature's value.</param>
    public void Read(TextWords words, IReadOnlyList<ScoredLabel> issues, Span<(int First, int Count)> places, Gathered<TopicFeature> features)
    {
        features.Clear();
        places.Clear();
        _phrases.Find(words, places);
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Count > 0)
            {
                features.Add(new TopicFeature(i, 1));
            }
        }

        for (var i = 0; i < issues.Count; i++)
        {
            if (_issues.TryGetValue(issues[i].Value, out var concept))
            {
                features.Add(new TopicFeature(concept, (float)issues[i].Confidence));
            }
        }
    }
}
